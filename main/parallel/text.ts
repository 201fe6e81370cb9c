/** Bidirectional overrides and other invisible characters. */
const invisible = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu
const breaks = /[\p{Cc}\u2028\u2029]+/gu
/**
 * Text without ink: what Unicode lets a font ignore (it includes the Hangul fillers), blanks, and those that Unicode
 * counts among the visible although they are drawn empty (braille blank, null notehead, annotation marks).
 */
const withoutInk = /^[\p{Default_Ignorable_Code_Point}\p{White_Space}\u2800\u{1D159}\uFFF9-\uFFFB]*$/u
const loneSurrogate = /\p{Cs}/gu

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })
/** Text below the first combining mark: each UTF-16 unit is a grapheme cluster. */
const singleUnits = /^[ -\u02FF]*$/
/** More marks on one letter would be drawn as a tower over the lines around it. */
const excessMarks = /(?<=\p{M}{4})\p{M}+/gu
/** The longest emoji sequence has ten code points, but a grapheme cluster may be of any length. */
const maxGraphemeLength = 10

/**
 * Makes untrusted text safe to show and log: one line, without control and bidirectional-override characters, at most
 * `maxLength` code points, cut between grapheme clusters. Empty when nothing of it would be visible.
 */
export function cleanText(text: string, maxLength = 200): string {
  const cleaned = text.replace(loneSurrogate, '\uFFFD').replace(invisible, '').replace(breaks, ' ').trim()
  if (withoutInk.test(cleaned)) return ''
  // The segmenter is slow, and nearly all text is plain.
  if (singleUnits.test(cleaned))
    return cleaned.length <= maxLength ? cleaned : `${cleaned.slice(0, maxLength - 1)}…`
  let [shown, shownBeforeEllipsis, length] = ['', '', 0]
  for (const grapheme of graphemes(cleaned)) {
    length += [...grapheme].length
    if (length > maxLength) return `${shownBeforeEllipsis}…`
    shown += grapheme
    if (length < maxLength) shownBeforeEllipsis = shown
  }
  return shown
}

/** The grapheme clusters of a text, each bounded: at most four marks in a row, and ten code points. */
export function* graphemes(text: string): Iterable<string> {
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
