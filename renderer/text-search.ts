/** Text search by word prefixes; ignores case and accents. */

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

export type TextPart = { readonly text: string; readonly isMatch: boolean }

/** Lower case, without accents. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()
}

/** The words of a query, without duplicates. */
export function parseTerms(query: string): readonly string[] {
  return [...new Set(fold(query).split(/\s+/u))].filter((word) => word !== '')
}

/** Whether every term is the prefix of a word of the text. */
export function matchesTerms(text: string, terms: readonly string[]): boolean {
  const folded = fold(text)
  const suffixes = [...wordStarts(folded)].map((start) => folded.slice(start))
  return terms.every((term) => suffixes.some((suffix) => suffix.startsWith(term)))
}

/** Splits the text at the beginning and the end of each match, for highlighting. */
export function splitMatches(text: string, terms: readonly string[]): readonly TextPart[] {
  const parts: TextPart[] = []
  let end = 0
  const extend = (to: number, isMatch: boolean) => {
    if (to > end) parts.push({ text: text.slice(end, to), isMatch })
    end = to
  }
  for (const start of wordStarts(text)) {
    const rest = text.slice(start)
    const term = longest(terms.filter((term) => fold(rest).startsWith(term)))
    if (start < end || term === '') continue
    extend(start, false)
    extend(start + matchLength(rest, term), true)
  }
  extend(text.length, false)
  return parts
}

function* wordStarts(text: string): Iterable<number> {
  for (const { index, isWordLike } of segmenter.segment(text)) if (isWordLike) yield index
}

function longest(words: readonly string[]): string {
  return words.reduce((best, word) => (word.length > best.length ? word : best), '')
}

/** The length of the match at the beginning of the text; combining accents belong to their letter. */
function matchLength(text: string, term: string): number {
  let length = 0
  for (const character of text) {
    if (fold(text.slice(0, length)).length >= term.length && fold(character) !== '') break
    length += character.length
  }
  return length
}
