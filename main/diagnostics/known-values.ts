/** Takes values that are known out of a text, in whatever way they are written there. */

/** This many characters of a value in a row are taken for a part of it: texts get cut off on their way. */
const telling = 8
/** Of a shorter value nothing is taken out: what is left of the text would say more about it than the value does. */
const shortest = 4
/** Odd, and large enough to spread letters over 32 bits. */
const base = 0x01000193

/** A text as it reads once something in it was decoded, and where each of its characters lies in the original. */
type View = {
  readonly text: string
  readonly from: readonly number[]
  readonly to: readonly number[]
}

/**
 * `text` with `[removed]` for every run of eight or more characters that is part of one of the values: as it is,
 * escaped as in JSON or in addresses (twice at most), as UTF-16, broken into lines, and in hex and base64 at any offset.
 */
export function withoutValues(text: string, values: readonly string[]): string {
  const forms = new Set(values.filter((value) => value.length >= shortest).flatMap(formsOf))
  if (forms.size === 0) return text
  const views = viewsOf(text)
  const found = new Uint8Array(text.length)
  for (const [length, known] of piecesIn(views, forms)) {
    for (const view of views) mark(view, length, known, found)
  }
  return cut(text, found)
}

function mark({ text, from, to }: View, length: number, known: ReadonlySet<string>, found: Uint8Array): void {
  for (let at = 0; at + length <= text.length; at++) {
    if (known.has(text.slice(at, at + length))) found.fill(1, from[at], to[at + length - 1])
  }
}

function cut(text: string, found: Uint8Array): string {
  const left: string[] = []
  for (let at = 0; at < text.length; ) {
    const isFound = found[at] === 1
    const next = found.indexOf(isFound ? 0 : 1, at)
    const end = next < 0 ? text.length : next
    left.push(isFound ? '[removed]' : text.slice(at, end))
    at = end
  }
  return left.join('')
}

/**
 * By their length, the pieces of `forms` that are likely to stand in one of `views`. Tokens are long and many, and most
 * texts hold none of them: a text's own pieces, as numbers, tell quickly which of theirs are worth a closer look.
 */
function piecesIn(
  views: readonly View[],
  forms: ReadonlySet<string>,
): ReadonlyMap<number, ReadonlySet<string>> {
  const pieces = new Map<number, Set<string>>()
  const seen = new Map<number, Uint8Array>()
  for (const form of forms) {
    const length = Math.min(telling, form.length)
    const inViews = seen.get(length) ?? numbersIn(views, length)
    seen.set(length, inViews)
    const last = inViews.length - 1
    eachPiece(form, length, (number, at) => {
      if (inViews[number & last] !== 1) return
      const known = pieces.get(length) ?? new Set()
      pieces.set(length, known.add(form.slice(at, at + length)))
    })
  }
  return pieces
}

/** Holds 1 at the number of each piece: so long that few others have the same place. */
function numbersIn(views: readonly View[], length: number): Uint8Array {
  const characters = views.reduce((sum, { text }) => sum + text.length, 0)
  const numbers = new Uint8Array(2 ** Math.min(24, Math.ceil(Math.log2(64 * (characters + 1)))))
  for (const { text } of views) {
    eachPiece(text, length, (number) => {
      numbers[number & (numbers.length - 1)] = 1
    })
  }
  return numbers
}

/** Each run of `length` characters as a number, made from that of the run before (Rabin and Karp). */
function eachPiece(text: string, length: number, take: (number: number, at: number) => void): void {
  let leaving = 1
  for (let nth = 1; nth < length; nth++) leaving = Math.imul(leaving, base)
  let number = 0
  for (let at = 0; at < text.length; at++) {
    if (at >= length) number -= Math.imul(text.charCodeAt(at - length), leaving)
    number = (Math.imul(number, base) + text.charCodeAt(at)) | 0
    // Its low bits know little of the characters that came first.
    if (at + 1 >= length) take(number ^ (number >>> 15), at + 1 - length)
  }
}

function formsOf(value: string): readonly string[] {
  const [utf8, utf16] = [Buffer.from(value, 'utf8'), Buffer.from(value, 'utf16le')]
  // The bytes as characters: what decoding an address byte by byte makes of them.
  return [value, utf8.toString('latin1'), ...[utf8, utf16].flatMap(formsOfBytes)]
}

function formsOfBytes(bytes: Buffer): readonly string[] {
  const hex = bytes.toString('hex')
  const base64 = [0, 1, 2].flatMap((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
    // Only the letters that hang on nothing else than these bytes: six bits each.
    const own = whole.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6))
    return [own, own.replaceAll('+', '-').replaceAll('/', '_')]
  })
  return [hex, hex.toUpperCase(), ...base64]
}

function viewsOf(text: string): readonly View[] {
  const places = Array.from({ length: text.length }, (_, at) => at)
  const whole: View = { text, from: places, to: places.map((at) => at + 1) }
  const once = distinct([whole, unescaped(whole), percentDecoded(whole)])
  const twice = distinct(once.flatMap((view) => [view, unescaped(view), percentDecoded(view)]))
  return distinct(twice.flatMap((view) => [view, squeezed(view)]))
}

function distinct(views: readonly View[]): readonly View[] {
  const texts = new Set<string>()
  return views.filter(({ text }) => !texts.has(text) && texts.add(text))
}

const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }

/** JSON's escapes. */
function unescaped(view: View): View {
  return decoded(view, /\\(?:u([0-9a-f]{4})|(.))/gi, ([, code, letter = '']) =>
    code === undefined ? (escapes[letter] ?? letter) : String.fromCharCode(Number.parseInt(code, 16)),
  )
}

function percentDecoded(view: View): View {
  return decoded(view, /%([0-9a-f]{2})/gi, ([, code = '']) => String.fromCharCode(Number.parseInt(code, 16)))
}

/** Without spaces, line breaks and control characters: base64 in lines, and UTF-16, whose zeros may have become spaces. */
function squeezed(view: View): View {
  return decoded(view, /[\s\p{Cc}]/gu, () => '')
}

function decoded(view: View, pattern: RegExp, replace: (match: RegExpExecArray) => string): View {
  if (view.text.search(pattern) < 0) return view
  const text: string[] = []
  const from: number[] = []
  const to: number[] = []
  const keep = (start: number, end: number): void => {
    text.push(view.text.slice(start, end))
    for (let at = start; at < end; at++) {
      from.push(view.from[at] ?? 0)
      to.push(view.to[at] ?? 0)
    }
  }
  let at = 0
  for (const match of view.text.matchAll(pattern)) {
    keep(at, match.index)
    at = match.index + match[0].length
    const replaced = replace(match)
    if (replaced === '') continue
    text.push(replaced)
    from.push(view.from[match.index] ?? 0)
    to.push(view.to[at - 1] ?? 0)
  }
  keep(at, view.text.length)
  return { text: text.join(''), from, to }
}
