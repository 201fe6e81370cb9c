/**
 * Sets one variable in the text of a `.env` file and leaves everything else as it is, byte for byte. What counts as
 * an assignment is what dotenv takes for one: `NAME=value`, also with `export`, with `:` for `=`, and with values in
 * quotes that go over several lines.
 */

type Assignment = {
  readonly name: string
  /** Where the value stands, quotes included. */
  readonly start: number
  readonly end: number
  readonly quote: Quote | ''
  readonly value: string
}

type Quote = "'" | '"' | '`'

const head = /[ \t]*(?:export[ \t]+)?([\w.-]+)(?:[ \t]*=|:[ \t])[ \t]*/y
const lineBreak = /\r\n|\n|\r/g
const restOfLine = /[^\r\n]*/y
/** Unquoted, a value ends where a comment begins. */
const unquoted = /[^#\r\n]*/y
const afterQuoted = /[ \t]*(?:#[^\r\n]*)?(?=[\r\n]|$)/y
const quoted: Readonly<Record<Quote, RegExp>> = {
  "'": /'((?:\\'|[^'])*)'/y,
  '"': /"((?:\\"|[^"])*)"/y,
  '`': /`((?:\\`|[^`])*)`/y,
}
/** Means itself to dotenv and to a shell, in quotes of any kind and without. */
const plain = /^[A-Za-z0-9_.+/=:@%,-]+$/
/** Means itself between single quotes; a backslash may not, before one. */
const quotable = /^[\x20-\x26\x28-\x5b\x5d-\x7e]+$/
const byteOrderMark = '\uFEFF'

/**
 * The text with `name` set to `value`: in its last assignment, which is the one that counts, or else on a new last
 * line. Of several assignments the earlier ones stay as they are. `export`, comments, the kind of quotes and of line
 * breaks, a byte order mark, and whether the text ends with a line break are kept.
 * @returns null when the value can't be written so that it is read back as it is
 */
export function setVariable(text: string, name: string, value: string): string | null {
  const last = assignments(text).findLast((one) => one.name === name)
  const written = quote(value, last?.quote ?? '')
  if (written === null) return null
  const after =
    last === undefined
      ? withLine(text, `${name}=${written}`)
      : text.slice(0, last.start) + written + text.slice(last.end)
  // A quote that somebody left open may swallow what follows it.
  return readVariable(after, name) === value ? after : null
}

/** What dotenv would read; null when there is no assignment. */
export function readVariable(text: string, name: string): string | null {
  return assignments(text).findLast((one) => one.name === name)?.value ?? null
}

function assignments(text: string): readonly Assignment[] {
  const found: Assignment[] = []
  let at = text.startsWith(byteOrderMark) ? 1 : 0
  while (at < text.length) {
    const [begun = '', name = ''] = matchAt(head, text, at) ?? []
    let end = at
    if (begun !== '') {
      const one = valueAt(text, at + begun.length, name)
      found.push(one)
      end = one.end
    }
    end += (matchAt(restOfLine, text, end) ?? [''])[0].length
    at = end + (text.startsWith('\r\n', end) ? 2 : 1)
  }
  return found
}

function valueAt(text: string, start: number, name: string): Assignment {
  const quote = text.charAt(start)
  if (isQuote(quote)) {
    const [whole, inside = ''] = matchAt(quoted[quote], text, start) ?? []
    if (whole !== undefined && matchAt(afterQuoted, text, start + whole.length) !== null) {
      return { name, start, end: start + whole.length, quote, value: inside }
    }
  }
  const value = (matchAt(unquoted, text, start) ?? [''])[0].trimEnd()
  return { name, start, end: start + value.length, quote: '', value }
}

function quote(value: string, before: Quote | ''): string | null {
  if (plain.test(value)) return `${before}${value}${before}`
  return quotable.test(value) ? `'${value}'` : null
}

function withLine(text: string, line: string): string {
  if (text === '' || text === byteOrderMark) return `${text}${line}\n`
  const ending = text.match(lineBreak)?.at(-1) ?? '\n'
  return /[\r\n]$/.test(text) ? `${text}${line}${ending}` : `${text}${ending}${line}`
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function isQuote(character: string): character is Quote {
  return character === "'" || character === '"' || character === '`'
}
