/**
 * Sets one variable in the text of a `.env` file. The programs that read such files (dotenv, python-dotenv,
 * `node --env-file`, shells) differ in quotes, escapes, comments, line breaks and blanks, so a line is replaced only if
 * all of them agree on where it begins and ends. Everything else stays, byte for byte.
 * `e2e/env-readers.spec.ts` checks the results with these programs.
 */

type Assignment = {
  readonly name: string
  /** Where its line begins and ends, without the line break. */
  readonly start: number
  readonly end: number
  /** `NAME: value`, an assignment to dotenv alone. */
  readonly isColon: boolean
}

const lineEnd = String.raw`(?=\r?\n|$)`
/** A variable or command in a value, on one line and without quotes of its own. */
const dollar = String.raw`\$(?![({'"\`])|\$\{[^{}'"\`\\$()\r\n]*\}|\$\([^()'"\`\\$<#\r\n]*\)`
/** Parts of a value that ends on the same line for all programs. */
const pieces = [
  String.raw`[^'"\`\\()<$#\r\n]`,
  '<(?![<(])',
  String.raw`\([^()'"\`\\$<#\r\n]*\)`,
  String.raw`(?<![ \t])#`,
  dollar,
  String.raw`\\[^'"\`\r\n]`,
  String.raw`'(?:[^'\\\r\n]|\\(?!'))*'`,
  String.raw`"(?:[^"\\\`$\r\n]|\\[^\r\n]|${dollar})*(?<!\\)"`,
  String.raw`\`[^\`'"\\()<\r\n]*\``,
].join('|')
/** Multi-line values that end at the same quote for all programs. */
const manyLines = [
  String.raw`'(?:[^'\\]|\\(?!'))*'`,
  String.raw`"(?:[^"\\\`$]|\\[^"\\\`\r\n]|\$(?![({'"\`]))*"`,
].join('|')
const comment = String.raw`(?<=[ \t])#[^\r\n]*`

/** Node 20 joins an indented comment, or a line of blanks, with the next name, except at the start of the file. */
const blankOrComment = new RegExp(String.raw`(?:^ *)?(?:#[^\r\n]*)?${lineEnd}`, 'y')
const assignment = (equals: string) =>
  new RegExp(
    String.raw` *(?:export )?(\uFEFF?[\w.-]+)${equals}` +
      String.raw`(?:(?![ \t]+${lineEnd})(?:${pieces})*(?:${comment})?${lineEnd}` +
      String.raw`| *(?:${manyLines})[ \t]*(?:${comment})?${lineEnd})`,
    'y',
  )
const withEquals = assignment(' *=')
const withColon = assignment(':(?=[ \\t])')
/** Node 22 reads the next line as the value, so later lines aren't agreed on. */
const blankValue = new RegExp(String.raw` *(?:export )?([\w.-]+) *=[ \t]+${lineEnd}`, 'y')

/** An assignment in parts. Blanks around `=` are an error after `export`. */
const inParts =
  /^(?<indent> *)(?<name>export [\w.-]+=|[\w.-]+(?: *=|: ))[ \t]*(?:(?<quoted>'[^']*'|"(?:\\"|[^"])*"|`[^`]*`)|(?<bare>[^#]*?))(?<gap>[ \t]*)(?<comment>#.*)?$/s
/** Makes a shell do something else than set this one variable, in a value without quotes. */
const doesMore = /[;&|<>]|(?<!\$)\(|\$\{(?!\w+\})|[ \t]\S*=/

/** Read literally by every program, with any quotes or none. */
const plain = /^[A-Za-z0-9_.+/=:@%,-]+$/
/** Read literally between single quotes. python-dotenv expands `${…}` even there. */
const quotable = /^(?:(?!\$\{)[\x20-\x26\x28-\x5b\x5d-\x7e])+$/

/**
 * The text with `name` set to `value`, so that every program that read the variable reads exactly the new value, every
 * other variable reads as before, and a shell executes nothing that it didn't execute before. The last assignment is
 * replaced, keeping its `export`, quotes and comment, if all programs agree on it; otherwise a new line is appended.
 * Earlier assignments stay.
 * @returns null when no such edit is found, or the value can't be written literally
 */
export function setVariable(text: string, name: string, value: string): string | null {
  const isPlain = plain.test(value)
  if (!isPlain && !quotable.test(value)) return null
  const written = isPlain ? value : `'${value}'`
  const whole = withoutMark(text)
  const { found, agreedUntil } = agreedAssignments(whole)
  const isAgreed = agreedUntil === whole.length
  // Quotes around the value would close a quote that was left open.
  if (!isPlain && !isAgreed) return null
  const assigned = found.filter((one) => one.name === name)
  const rest = whole.slice(Math.max(agreedUntil, assigned.at(-1)?.end ?? 0))
  const isInRest = new RegExp(String.raw`(?<![\w.-])${name}(?![\w.-])`).test(rest)
  const inPlace = isInRest ? null : replacedIn(whole, assigned, written, isPlain)
  if (inPlace !== null) return inPlace
  const line = `${name}=${written}`
  // The last line may have been appended by an earlier call.
  const addedBefore = new RegExp(
    String.raw`(?<=(?<!\\)\n)${name}=[\w.+/:@%,-]*(?=\r?\n?$|\r?\n#[^'"\`\r\n]*$)`,
  ).exec(whole)
  if (addedBefore !== null && endsOutside(whole.slice(0, addedBefore.index)))
    return whole.slice(0, addedBefore.index) + line + whole.slice(addedBefore.index + addedBefore[0].length)
  const endsWithName = new RegExp(String.raw`^ *(?:export )?${name} *=[^\n]*$`).test(whole.slice(agreedUntil))
  const firstColon = found.find(({ isColon }) => isColon)
  // Without any "=" it is YAML, or a file for dotenv alone.
  if (isAgreed && firstColon !== undefined && firstColon === found[0] && !written.includes('='))
    return withLine(whole, `${name}: ${written}`)
  if (isAgreed ? firstColon === undefined : endsOutside(whole, endsWithName)) return withLine(whole, line)
  if (isInRest || assigned.length > 0) return null
  return insertedAt(whole, firstColon?.start ?? agreedUntil, line)
}

/** Only dotenv and newer versions of python-dotenv skip a byte order mark before a name. */
function withoutMark(text: string): string {
  return /^\uFEFF(?:(?:#[^=\r\n]*)?(?:\r?\n|$))*$/.test(text) ? text.slice(1) : text
}

/** The assignments from the start on, up to the first line on which the programs may differ. */
function agreedAssignments(text: string): { found: readonly Assignment[]; agreedUntil: number } {
  const found: Assignment[] = []
  const lastEquals = text.lastIndexOf('=')
  let at = 0
  while (at < text.length) {
    // Node joins a line with a colon with the next line that has a "=".
    const isColon = at > lastEquals
    const skipped = matchAt(blankOrComment, text, at)
    const assigned = skipped === null ? matchAt(isColon ? withColon : withEquals, text, at) : null
    const end = at + ((skipped ?? assigned)?.[0].length ?? 0)
    if (skipped === null && assigned === null) break
    if (assigned !== null) found.push({ name: assigned[1] ?? '', start: at, end, isColon })
    at = end + (text.startsWith('\r\n', end) ? 2 : text.startsWith('\n', end) ? 1 : 0)
  }
  const blank = matchAt(blankValue, text, at)
  if (blank !== null)
    found.push({ name: blank[1] ?? '', start: at, end: at + blank[0].length, isColon: false })
  return { found, agreedUntil: at }
}

/** Replaces the last assignment, and the last one with `=`, which the other programs read. */
function replacedIn(
  text: string,
  found: readonly Assignment[],
  written: string,
  isPlain: boolean,
): string | null {
  const [last, lastOfAll] = [found.at(-1), found.findLast(({ isColon }) => !isColon)]
  if (last === undefined || (last.isColon && written.includes('='))) return null
  const line = replaced(text.slice(last.start, last.end), written, isPlain)
  if (line === null) return null
  const after = text.slice(0, last.start) + line + text.slice(last.end)
  if (lastOfAll === undefined || lastOfAll === last) return after
  return replacedIn(after, [lastOfAll], written, isPlain)
}

/**
 * The line with another value; null when a shell does something else in it. After `export`, every further word is a
 * name, and a shell stops at one that isn't: replaced, later lines would be executed.
 */
function replaced(line: string, written: string, isPlain: boolean): string | null {
  const {
    indent = '',
    name = '',
    quoted = '',
    bare = '',
    gap = '',
    comment = '',
  } = inParts.exec(line)?.groups ?? {}
  if (name === '' || (quoted === '' && doesMore.test(bare))) return null
  const value = line.slice(indent.length + name.length).replace(quoted, '')
  if (name.startsWith('export ') && /^[^#]*[ \t](?![ \t]*#)/.test(value)) return null
  const quote = isPlain && /^['"]/.test(quoted) ? quoted.charAt(0) : ''
  // Node 20 adds a tab before a comment to the value, python-dotenv a comment without a blank before it.
  const before = /^ +$/.test(gap) && quoted + bare !== '' ? gap : ' '
  return `${indent}${name.replace(/ +=$/, '=')}${quote}${written}${quote}${comment === '' ? '' : before + comment}`
}

/**
 * Whether every program reads an appended line without quotes as a line of its own. A quote that was left open doesn't
 * prevent that if its line has ended, or is of the same variable: a shell gives up there, and the others read it literally. Node 20 joins lines
 * without "=" with the next name, and stops at a line that begins with "=".
 */
function endsOutside(text: string, endsWithName = false): boolean {
  const lines = text.split(/\r?\n|\r/)
  const last = lines.findLast((line) => line !== '' && !line.startsWith('#')) ?? ''
  const unended = text.slice(text.lastIndexOf('\n') + 1)
  return (
    (endsWithName || !/=(?:[ \t\r]*(['"`])(?!.*\1)|.*\\$)/s.test(unended)) &&
    /=.*\S/.test(last) &&
    !text.includes('<<') &&
    !lines.some((line) => /^\s*=/.test(line))
  )
}

/** Appends a line; null when the programs would read the result differently. */
function withLine(text: string, line: string): string | null {
  if (text === '') return `${line}\n`
  // Node 20 reads a commented-out assignment on a last line without line break, which therefore stays the last.
  const [, , commentedOut] = /(^[ \r]*|\n)(#[^\n]*=[^\n]*)$/.exec(text) ?? []
  if (commentedOut !== undefined) {
    const at = text.length - commentedOut.length
    return commentedOut.includes('\r') || text.startsWith('\r') ? null : insertedAt(text, at, line)
  }
  // A shell joins a line that ends with a backslash with the next; \r\n after the last line would add \r to its value.
  const parting = /\\\n?$/.test(text) ? '\n' : ''
  return text.endsWith('\n') ? `${text}${parting}${line}${lineBreakOf(text)}` : `${text}\n${parting}${line}`
}

function insertedAt(text: string, at: number, line: string): string | null {
  // Node 20 ignores blanks before a comment, and others a byte order mark, only at the start of the file.
  if (at === 0 && /^[ \uFEFF]/.test(text)) return null
  return `${text.slice(0, at)}${line}${lineBreakOf(text)}${text.slice(at)}`
}

/** Never a lone \r, which only some programs take for a line break. */
function lineBreakOf(text: string): string {
  return text.match(/\r?\n/g)?.at(-1) ?? '\n'
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
