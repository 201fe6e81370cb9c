/** Removes known secrets from a text, in any common encoding. */

/** A run of this many characters of a value counts as a part of it, as text may be truncated. */
const minMatchLength = 8
/** Removing shorter values would damage the text, and the gaps would reveal the value. */
const minValueLength = 4
/** Odd, and large enough to spread characters over 32 bits. */
const hashBase = 0x01000193

/** A decoded text, with the position in the original text of each character. */
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
  const encodings = new Set(values.filter((value) => value.length >= minValueLength).flatMap(encodingsOf))
  if (encodings.size === 0) return text
  const views = decodedViews(text)
  const marked = new Uint8Array(text.length)
  for (const [length, candidates] of likelyPieces(views, encodings)) {
    for (const view of views) mark(view, length, candidates, marked)
  }
  return removeMarked(text, marked)
}

function mark(
  { text, from, to }: View,
  length: number,
  candidates: ReadonlySet<string>,
  marked: Uint8Array,
): void {
  for (let at = 0; at + length <= text.length; at++) {
    if (candidates.has(text.slice(at, at + length))) marked.fill(1, from[at], to[at + length - 1])
  }
}

function removeMarked(text: string, marked: Uint8Array): string {
  const left: string[] = []
  for (let at = 0; at < text.length; ) {
    const isFound = marked[at] === 1
    const next = marked.indexOf(isFound ? 0 : 1, at)
    const end = next < 0 ? text.length : next
    left.push(isFound ? '[removed]' : text.slice(at, end))
    at = end
  }
  return left.join('')
}

/**
 * The substrings of `encodings` that one of `views` probably contains, by length. Tokens are long and many, and most
 * texts contain none, so the hashes of the text's own substrings rule out nearly all of them.
 */
function likelyPieces(
  views: readonly View[],
  encodings: ReadonlySet<string>,
): ReadonlyMap<number, ReadonlySet<string>> {
  const pieces = new Map<number, Set<string>>()
  const seen = new Map<number, Uint8Array>()
  for (const encoding of encodings) {
    const length = Math.min(minMatchLength, encoding.length)
    const inViews = seen.get(length) ?? hashesIn(views, length)
    seen.set(length, inViews)
    const last = inViews.length - 1
    eachHash(encoding, length, (hash, at) => {
      if (inViews[hash & last] !== 1) return
      const candidates = pieces.get(length) ?? new Set()
      pieces.set(length, candidates.add(encoding.slice(at, at + length)))
    })
  }
  return pieces
}

/** A table with 1 at the hash of each substring, large enough for few collisions. */
function hashesIn(views: readonly View[], length: number): Uint8Array {
  const characters = views.reduce((sum, { text }) => sum + text.length, 0)
  const hashes = new Uint8Array(2 ** Math.min(24, Math.ceil(Math.log2(64 * (characters + 1)))))
  for (const { text } of views) {
    eachHash(text, length, (hash) => {
      hashes[hash & (hashes.length - 1)] = 1
    })
  }
  return hashes
}

/** The rolling hash of each substring of `length` characters (Rabin–Karp). */
function eachHash(text: string, length: number, take: (hash: number, at: number) => void): void {
  let leadingFactor = 1
  for (let count = 1; count < length; count++) leadingFactor = Math.imul(leadingFactor, hashBase)
  let hash = 0
  for (let at = 0; at < text.length; at++) {
    if (at >= length) hash -= Math.imul(text.charCodeAt(at - length), leadingFactor)
    hash = (Math.imul(hash, hashBase) + text.charCodeAt(at)) | 0
    // Mixes in the high bits, as the low ones depend little on the first characters.
    if (at + 1 >= length) take(hash ^ (hash >>> 15), at + 1 - length)
  }
}

function encodingsOf(value: string): readonly string[] {
  const [utf8, utf16] = [Buffer.from(value, 'utf8'), Buffer.from(value, 'utf16le')]
  // latin1: the result of percent-decoding an address byte by byte.
  return [value, utf8.toString('latin1'), ...[utf8, utf16].flatMap(encodingsOfBytes)]
}

function encodingsOfBytes(bytes: Buffer): readonly string[] {
  const hex = bytes.toString('hex')
  const base64 = [0, 1, 2].flatMap((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
    // Only the characters that depend on these bytes alone; each has six bits.
    const unpadded = whole.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6))
    return [unpadded, unpadded.replaceAll('+', '-').replaceAll('/', '_')]
  })
  return [hex, hex.toUpperCase(), ...base64]
}

function decodedViews(text: string): readonly View[] {
  const places = Array.from({ length: text.length }, (_, at) => at)
  const whole: View = { text, from: places, to: places.map((at) => at + 1) }
  const once = distinct([whole, unescaped(whole), percentDecoded(whole)])
  const twice = distinct(once.flatMap((view) => [view, unescaped(view), percentDecoded(view)]))
  return distinct(twice.flatMap((view) => [view, withoutWhitespace(view)]))
}

function distinct(views: readonly View[]): readonly View[] {
  const texts = new Set<string>()
  return views.filter(({ text }) => !texts.has(text) && texts.add(text))
}

const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }

/** Decodes JSON escapes. */
function unescaped(view: View): View {
  return decodeAll(view, /\\(?:u([0-9a-f]{4})|(.))/gi, ([, code, letter = '']) =>
    code === undefined ? (escapes[letter] ?? letter) : String.fromCharCode(Number.parseInt(code, 16)),
  )
}

function percentDecoded(view: View): View {
  return decodeAll(view, /%([0-9a-f]{2})/gi, ([, code = '']) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

/** For base64 broken into lines, and UTF-16, whose zeros may have become spaces. */
function withoutWhitespace(view: View): View {
  return decodeAll(view, /[\s\p{Cc}]/gu, () => '')
}

function decodeAll(view: View, pattern: RegExp, replace: (match: RegExpExecArray) => string): View {
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
