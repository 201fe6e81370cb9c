/** Text search by word prefixes; ignores case and accents, in the same way in every locale. */

/** Made for the first search, as it takes about ten milliseconds to load its tables. */
let segmenter: Intl.Segmenter | undefined
/** Punctuation, or a letter or digit after it; "Monitor" in "webMonitor" and in "HTTPMonitor". */
const wordStart =
  /[^\p{L}\p{N}\p{M}\s]|(?<![\p{L}\p{N}]\p{M}*)[\p{L}\p{N}]|(?<=[\p{Ll}\p{N}]\p{M}*)[\p{Lu}\p{Lt}]|(?<=\p{Lu}\p{M}*)\p{Lu}(?=\p{M}*\p{Ll})/gu
/** Letters that neither their decomposition nor their capital turns into plain ones. */
const plainLetters: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ł: 'l',
  ŧ: 't',
  ŋ: 'n',
  ƀ: 'b',
  ɓ: 'b',
  ɗ: 'd',
  ǥ: 'g',
  ɨ: 'i',
  ƙ: 'k',
  ʉ: 'u',
  ƴ: 'y',
  ƶ: 'z',
}

export type TextPart = { readonly text: string; readonly isMatch: boolean }

/** A text that is searched; all positions are in UTF-16 units. */
type FoldedText = {
  readonly folded: string
  /** For each unit of `folded`, where the character that it comes from begins in the text. */
  readonly origins: readonly number[]
  /** Where words begin in `folded`, in ascending order. */
  readonly wordStarts: readonly number[]
}

/** Lower case, without accents and ligatures. */
export function fold(text: string): string {
  return [...text].map(foldCharacter).join('')
}

/** The words of a query, without duplicates. */
export function parseTerms(query: string): readonly string[] {
  return [...new Set(fold(query).split(/\s+/u))].filter((word) => word !== '')
}

/** Whether every term is the prefix of a word of the text. */
export function matchesTerms(text: string, terms: readonly string[]): boolean {
  const { folded, wordStarts } = foldText(text)
  return terms.every((term) => wordStarts.some((start) => folded.startsWith(term, start)))
}

/** Splits the text at the beginning and the end of each match, for highlighting. */
export function splitMatches(text: string, terms: readonly string[]): readonly TextPart[] {
  const { folded, origins, wordStarts } = foldText(text)
  const parts: TextPart[] = []
  let end = 0
  const extend = (to: number, isMatch: boolean) => {
    if (to > end) parts.push({ text: text.slice(end, to), isMatch })
    end = to
  }
  for (const start of wordStarts) {
    const from = origins[start] ?? text.length
    const term = longest(terms.filter((term) => folded.startsWith(term, start)))
    if (from < end || term === '') continue
    extend(from, false)
    extend(endOf(start + term.length, origins) ?? text.length, true)
  }
  extend(text.length, false)
  return parts
}

/** Where the next character that is folded to something begins: combining accents belong to the letter before. */
function endOf(foldedEnd: number, origins: readonly number[]): number | undefined {
  const last = origins[foldedEnd - 1]
  return origins.slice(foldedEnd).find((origin) => origin !== last)
}

function foldText(text: string): FoldedText {
  const starts = new Set([...text.matchAll(wordStart)].map(({ index }) => index))
  // Scripts without spaces have words too.
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' })
  for (const { index, isWordLike } of segmenter.segment(text)) if (isWordLike) starts.add(index)
  const origins: number[] = []
  const wordStarts: number[] = []
  let [folded, at] = ['', 0]
  for (const character of text) {
    const part = foldCharacter(character)
    if (starts.has(at)) wordStarts.push(folded.length)
    folded += part
    for (let unit = 0; unit < part.length; unit += 1) origins.push(at)
    at += character.length
  }
  return { folded, origins, wordStarts }
}

/** A capital also splits ß, and ı has that of i. Greek has two forms of a lower-case letter. */
function foldCharacter(character: string): string {
  if (character < '\u0080') return character.toLowerCase()
  const plain = character.normalize('NFKD').toLowerCase().toUpperCase().toLowerCase().replace(/\p{M}/gu, '')
  return plain.replace(/\P{ASCII}/gu, (letter) => plainLetters[letter] ?? letter)
}

function longest(words: readonly string[]): string {
  return words.reduce((best, word) => (word.length > best.length ? word : best), '')
}
