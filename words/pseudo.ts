/**
 * English that looks foreign: accented, a third longer and in brackets, so that a test sees what isn't translated and
 * what is cut off. From right to left it also shows what isn't mirrored.
 */
import { en } from './en/index.ts'
import type { Words } from './types.ts'

const accents: Readonly<Record<string, string>> = {
  a: 'á',
  b: 'ƀ',
  c: 'ç',
  d: 'ð',
  e: 'é',
  f: 'ƒ',
  g: 'ĝ',
  h: 'ĥ',
  i: 'î',
  j: 'ĵ',
  k: 'ķ',
  l: 'ļ',
  m: 'ɱ',
  n: 'ñ',
  o: 'ö',
  p: 'þ',
  q: 'ǫ',
  r: 'ŕ',
  s: 'š',
  t: 'ţ',
  u: 'û',
  v: 'ṽ',
  w: 'ŵ',
  x: 'ẋ',
  y: 'ý',
  z: 'ž',
  A: 'Å',
  B: 'Ɓ',
  C: 'Ç',
  D: 'Ð',
  E: 'É',
  F: 'Ƒ',
  G: 'Ĝ',
  H: 'Ĥ',
  I: 'Î',
  J: 'Ĵ',
  K: 'Ķ',
  L: 'Ļ',
  M: 'Ṁ',
  N: 'Ñ',
  O: 'Ö',
  P: 'Þ',
  Q: 'Ǫ',
  R: 'Ŕ',
  S: 'Š',
  T: 'Ţ',
  U: 'Û',
  V: 'Ṽ',
  W: 'Ŵ',
  X: 'Ẋ',
  Y: 'Ý',
  Z: 'Ž',
}
const rightToLeftOverride = '\u202e'
const popDirection = '\u202c'

export function pseudo(direction: 'ltr' | 'rtl'): Words {
  return {
    ...foreign(en, direction),
    locale: en.locale,
    direction,
    later: async () => foreign(await en.later(), direction),
  }
}

/** The same catalogue, foreign. */
export function foreign<T extends object>(words: T, direction: 'ltr' | 'rtl'): T {
  return translate(words, direction) as T
}

/** Everything below; functions keep their arguments as they are. */
function translate(value: unknown, direction: 'ltr' | 'rtl', given: readonly string[] = []): unknown {
  if (typeof value === 'string') return value === '' ? value : dress(accented(value, given), direction)
  if (typeof value === 'function') {
    return (...args: unknown[]) => {
      const strings = args.filter((one): one is string => typeof one === 'string' && one !== '')
      return translate(value(...args), direction, strings)
    }
  }
  if (Array.isArray(value)) {
    return value.map((one) => (given.includes(one) ? one : translate(one, direction, given)))
  }
  // What the window puts into a sentence is its own element, not a catalogue.
  const isPlain =
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  if (!isPlain || 'props' in value) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, translate(one, direction, given)]),
  )
}

/** Accents all but what was handed in: names, amounts and times are nobody's to translate. */
function accented(text: string, given: readonly string[]): string {
  const [first, ...others] = given
  if (first === undefined) return [...text].map((letter) => accents[letter] ?? letter).join('')
  return text
    .split(first)
    .map((part) => accented(part, others))
    .join(first)
}

function dress(text: string, direction: 'ltr' | 'rtl'): string {
  const longer = `[${text}${'·'.repeat(Math.ceil(text.length / 3))}]`
  return direction === 'rtl' ? `${rightToLeftOverride}${longer}${popDirection}` : longer
}
