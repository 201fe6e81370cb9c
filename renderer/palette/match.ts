/** Finds what was typed: each typed word begins a word of the name. Accents and case make no difference. */

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

/** A part of a name; `hit` is what was typed of it. */
export type Part = { readonly text: string; readonly hit: boolean }

export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()
}

/** The typed words, in any order, each once. */
export function typedWords(typed: string): readonly string[] {
  return [...new Set(fold(typed).split(/\s+/u))].filter((word) => word !== '')
}

/** Whether every typed word begins a word of the text. */
export function matches(text: string, typed: readonly string[]): boolean {
  const folded = fold(text)
  const own = [...wordStarts(folded)].map((start) => folded.slice(start))
  return typed.every((word) => own.some((rest) => rest.startsWith(word)))
}

/** The text, cut where what was typed begins and ends. */
export function parts(text: string, typed: readonly string[]): readonly Part[] {
  const found: Part[] = []
  let done = 0
  const take = (to: number, hit: boolean) => {
    if (to > done) found.push({ text: text.slice(done, to), hit })
    done = to
  }
  for (const start of wordStarts(text)) {
    const rest = text.slice(start)
    const word = longest(typed.filter((one) => fold(rest).startsWith(one)))
    if (start < done || word === '') continue
    take(start, false)
    take(start + lengthOf(rest, word), true)
  }
  take(text.length, false)
  return found
}

function* wordStarts(text: string): Iterable<number> {
  for (const { index, isWordLike } of segmenter.segment(text)) if (isWordLike) yield index
}

function longest(words: readonly string[]): string {
  return words.reduce((best, word) => (word.length > best.length ? word : best), '')
}

/** How much of the text is what was typed: accents that were left out belong to their letter. */
function lengthOf(text: string, word: string): number {
  let length = 0
  for (const sign of text) {
    if (fold(text.slice(0, length)).length >= word.length && fold(sign) !== '') break
    length += sign.length
  }
  return length
}
