/**
 * A run of invisible characters: bidirectional overrides, joiners, tags, fillers. They can make two names look the same, or
 * change the reading order.
 */
const unseen = /\p{Default_Ignorable_Code_Point}+/gu
/** Invisible characters that are legitimate between two visible ones, or after one. */
const formThenJoiner = /^(?<form>[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]?)(?<joiner>[\u200C\u200D]?)$/u
/** Scripts whose letters change shape beside a joiner, and the parts of emoji sequences. */
const joins =
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{M}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]$/u
/** Characters with variants that a variation selector chooses; letters of alphabets have none. */
const hasForms = /[\p{Extended_Pictographic}\p{Emoji_Modifier_Base}\p{Script=Han}\p{S}]$/u
/** A digit of a keycap: 3️⃣. */
const keycap = /[0-9#*]$/
/** A subdivision flag, a black flag with tags: 🏴󠁧󠁢󠁥󠁮󠁧󠁿. */
const flagTags = /^[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{1,6}\u{E007F}$/u
const breaks = /[\p{Cc}\u2028\u2029]+/gu
/**
 * Text that draws nothing: default-ignorable characters (which include the Hangul fillers), blanks, and characters that
 * are drawn empty although Unicode classifies them as visible (braille blank, null notehead, annotation marks).
 */
const withoutInk = /^[\p{Default_Ignorable_Code_Point}\p{White_Space}\u2800\u{1D159}\uFFF9-\uFFFB]*$/u
const loneSurrogate = /\p{Cs}/gu
/** Nothing to remove but blanks at the ends. Compiling the patterns above would delay the start. */
const printableAscii = /^[ -~]*$/

/** Made for the first text that needs it, as it takes about ten milliseconds to load its tables. */
let segmenter: Intl.Segmenter | undefined
/** Text below the first combining mark: each UTF-16 unit is a grapheme cluster. */
const singleUnits = /^[ -\u02FF]*$/
/** More combining marks on one letter would overlap the neighbouring lines. */
const excessMarks = /(?<=\p{M}{4})\p{M}+/gu
/** The longest emoji sequence has ten code points, but a grapheme cluster may be of any length. */
const maxGraphemeLength = 10

/**
 * Makes untrusted text safe to show and log: one line, without control and bidirectional-override characters, at most
 * `maxLength` code points, truncated between grapheme clusters. Empty if nothing would be visible.
 */
export function cleanText(text: string, maxLength = 200): string {
  if (printableAscii.test(text)) return truncateUnits(text.trim(), maxLength)
  const cleaned = withoutUnseen(text.replace(loneSurrogate, '\uFFFD')).replace(breaks, ' ').trim()
  if (withoutInk.test(cleaned)) return ''
  if (singleUnits.test(cleaned)) return truncateUnits(cleaned, maxLength)
  let [shown, shownBeforeEllipsis, length] = ['', '', 0]
  for (const grapheme of graphemes(cleaned)) {
    length += [...grapheme].length
    if (length > maxLength) return `${shownBeforeEllipsis}…`
    shown += grapheme
    if (length < maxLength) shownBeforeEllipsis = shown
  }
  return shown
}

function truncateUnits(text: string, maxLength: number): string {
  return text.length <= maxLength ? text : `${text.slice(0, maxLength - 1)}…`
}

/** Removes invisible characters, except those that are part of an emoji or shape the letters of their script. */
function withoutUnseen(text: string): string {
  return text.replace(unseen, (run, at: number) => {
    // Enough for one code point.
    const before = text.slice(Math.max(0, at - 2), at)
    const after = text.slice(at + run.length, at + run.length + 2)
    if (before.endsWith('🏴') && flagTags.test(run)) return run
    const { form, joiner } = formThenJoiner.exec(run)?.groups ?? {}
    if (form === undefined || joiner === undefined) return ''
    const isForm = form === '' || hasForms.test(before) || (keycap.test(before) && after.startsWith('\u20E3'))
    const isJoiner = joiner === '' || (joins.test(before) && /^[\p{L}\p{M}\p{S}]/u.test(after))
    return isForm && isJoiner ? run : ''
  })
}

/** The grapheme clusters of a text, each limited to four consecutive marks and ten code points. */
export function* graphemes(text: string): Iterable<string> {
  // The segmenter is slow, and nearly all text is plain.
  if (singleUnits.test(text)) {
    yield* text
    return
  }
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' })
  for (const { segment } of segmenter.segment(text)) {
    const points = [...segment.replace(excessMarks, '')]
    if (points.length <= maxGraphemeLength) yield points.join('')
    // A joiner at the end would join the next cluster.
    else
      yield points
        .slice(0, maxGraphemeLength)
        .join('')
        .replace(/\u200D+$/u, '')
  }
}

/** The name to show for something with an ID: its name if that is visible, or else the ID, both cleaned. */
export function displayName(id: string, name: string | null): string {
  return cleanText(name ?? '') || cleanText(id) || '?'
}
