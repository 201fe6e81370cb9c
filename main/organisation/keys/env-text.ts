/**
 * Sets one variable in the text of a `.env` file. Such a file is read by many programs, and no two of them agree on
 * what it says: dotenv, python-dotenv, `node --env-file` and the shell differ in quotes, escapes, comments, line breaks
 * and blanks. So a line is changed only where they all agree on where it begins and ends; everything else is left as it
 * is, byte for byte. `e2e/env-files` holds the law, and tests it with these programs.
 */

type Assignment = {
  readonly name: string
  /** Where its line begins and ends, without the line break. */
  readonly start: number
  readonly end: number
  /** Only dotenv takes `NAME: value` for an assignment. */
  readonly isColon: boolean
}

const lineEnd = String.raw`(?=\r?\n|$)`
/** A variable in a value; `$(…)` and an unclosed `${` may go over several lines. */
const dollar = String.raw`\$(?![({'"\`])|\$\{[^{}'"\`\\$()\r\n]*\}|\$\([^()'"\`\\$<#\r\n]*\)`
/** Parts of a value that all programs see end on this line. Escaped quotes are such only between double quotes. */
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
/** Values over several lines, which all programs see end at the same quote. */
const manyLines = [
  String.raw`'(?:[^'\\]|\\(?!'))*'`,
  String.raw`"(?:[^"\\\`$]|\\[^"\\\`\r\n]|\$(?![({'"\`]))*"`,
].join('|')
const comment = String.raw`(?<=[ \t])#[^\r\n]*`

/** Node 20 takes an indented comment, and a line of blanks, into the name that follows, but not at the start. */
const blankOrComment = new RegExp(String.raw`(?:^ *)?(?:#[^\r\n]*)?${lineEnd}`, 'y')
const assignment = (equals: string) =>
  new RegExp(
    String.raw` *(?:export )?(\uFEFF?[\w.-]+)${equals}` +
      String.raw`(?:(?![ \t]+${lineEnd})[ \t]*(?:${pieces})*(?:${comment})?${lineEnd}` +
      String.raw`| *(?:${manyLines})[ \t]*(?:${comment})?${lineEnd})`,
    'y',
  )
const withEquals = assignment(' *=')
const withColon = assignment(':(?=[ \\t])')
/** Where Node 22 reads it, such a value takes in the next line. */
const blankValue = new RegExp(String.raw` *(?:export )?([\w.-]+) *=[ \t]+${lineEnd}`, 'y')

/** An assignment in parts. With `export`, blanks around `=` are an error, which ends a shell's reading. */
const inParts =
  /^(?<indent> *)(?<name>export [\w.-]+=|[\w.-]+(?: *=|: ))[ \t]*(?:(?<quoted>'[^']*'|"(?:\\"|[^"])*"|`[^`]*`)|(?<bare>[^#]*?))(?<gap>[ \t]*)(?<comment>#.*)?$/s
/** In a value without quotes: what makes a shell do more, or something else, than set one variable. */
const doesMore = /[;&|<>]|(?<!\$)\(|\$\{(?!\w+\})|[ \t]\S*=/

/** Means itself to every program, in quotes of any kind and without. */
const plain = /^[A-Za-z0-9_.+/=:@%,-]+$/
/** Means itself between single quotes. python-dotenv expands `${…}` even there. */
const quotable = /^(?:(?!\$\{)[\x20-\x26\x28-\x5b\x5d-\x7e])+$/
const byteOrderMark = '\uFEFF'

/**
 * The text with `name` set to `value`, so that every program that read the variable reads exactly the new value, every
 * other variable reads as before, and a shell executes nothing that it didn't execute before. The last assignment is
 * changed in place, with its `export`, quotes and comment, if all programs agree on it; otherwise a new line is added
 * behind it. Earlier assignments stay as they are.
 * @returns null when that can't be done
 */
export function setVariable(text: string, name: string, value: string): string | null {
  const isPlain = plain.test(value)
  if (!isPlain && !quotable.test(value)) return null
  const written = isPlain ? value : `'${value}'`
  const whole = text.includes('=') ? text : withoutMark(text)
  const { found, agreedUntil } = agreedAssignments(whole)
  const isAgreed = agreedUntil === whole.length
  // In a quote that was left open, a quote of ours would be the end of it.
  if (!isPlain && !isAgreed) return null
  const assigned = found.filter((one) => one.name === name)
  const rest = whole.slice(Math.max(agreedUntil, assigned.at(-1)?.end ?? 0))
  const isInRest = new RegExp(String.raw`(?<![\w.-])${name}(?![\w.-])`).test(rest)
  const inPlace = isInRest ? null : replacedIn(whole, assigned, written, isPlain)
  if (inPlace !== null) return inPlace
  const line = `${name}=${written}`
  // The last line may be one that was added here before.
  const addedBefore = new RegExp(
    String.raw`(?<=(?<!\\)\n)${name}=[\w.+/:@%,-]*(?=\r?\n?$|\r?\n#[^\r\n]*$)`,
  ).exec(whole)
  if (addedBefore !== null && endsOutside(whole.slice(0, addedBefore.index), name))
    return whole.slice(0, addedBefore.index) + line + whole.slice(addedBefore.index + addedBefore[0].length)
  const firstColon = found.find(({ isColon }) => isColon)
  // Without any "=" it is YAML, or read by nothing but dotenv.
  if (isAgreed && firstColon !== undefined && firstColon === found[0] && !written.includes('='))
    return withLine(whole, `${name}: ${written}`)
  if (isAgreed ? firstColon === undefined : endsOutside(whole, name)) return withLine(whole, line)
  if (isInRest || assigned.length > 0) return null
  return insertedAt(whole, firstColon?.start ?? agreedUntil, line)
}

/** Before the first variable no program but dotenv and python-dotenv gets over a byte order mark. */
function withoutMark(text: string): string {
  return text.startsWith(byteOrderMark) ? text.slice(1) : text
}

/** The assignments from the start on, up to the first line on which the programs may differ. */
function agreedAssignments(text: string): { found: readonly Assignment[]; agreedUntil: number } {
  const found: Assignment[] = []
  const lastEquals = text.lastIndexOf('=')
  let at = 0
  while (at < text.length) {
    // Node takes a line with a colon into the next name.
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

/** With the last assignment replaced, and with the last that others than dotenv read; null when that can't be done. */
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

/** The line of an assignment with another value; null when a shell would then do something else besides. */
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
  const quote = isPlain && /^['"]/.test(quoted) ? quoted.charAt(0) : ''
  // Node takes a tab before a comment into the value, python-dotenv a comment without a blank before it.
  const before = /^ +$/.test(gap) && quoted + bare !== '' ? gap : ' '
  return `${indent}${name.replace(/ +=$/, '=')}${quote}${written}${quote}${comment === '' ? '' : before + comment}`
}

/**
 * Whether a line without quotes that is added at the end is a line of its own to every program. A quote that was left
 * open is no obstacle if its line has ended: a shell gives up there, and the others take it for a letter. Node takes
 * lines without "=" into the name that follows, and reads nothing after a line that begins with "=".
 */
function endsOutside(text: string, name: string): boolean {
  const lines = text.split(/\r?\n|\r/)
  const last = lines.findLast((line) => line !== '' && !line.startsWith('#')) ?? ''
  const unended = text.slice(text.lastIndexOf('\n') + 1)
  const [, lastName] = / *(?:export )? *([^=]*?) *=[ \t]*(?:(['"`])(?!.*\2)|.*\\$)/s.exec(unended) ?? []
  return (
    (lastName === undefined || lastName === name) &&
    /=.*\S/.test(last) &&
    !text.includes('<<') &&
    !lines.some((line) => /^\s*=/.test(line))
  )
}

/** With a last line more; null when the programs would read it differently. */
function withLine(text: string, line: string): string | null {
  if (text === '') return `${line}\n`
  // Node 20 reads an assignment that is commented out if it is the last line and has no line break.
  const [, , commentedOut] = /(^[ \r]*|\n)(#[^\n]*=[^\n]*)$/.exec(text) ?? []
  if (commentedOut !== undefined) {
    const at = text.length - commentedOut.length
    return commentedOut.includes('\r') || text.startsWith('\r') ? null : insertedAt(text, at, line)
  }
  // To a shell, a backslash takes in the next line; and \r\n at the end of a line makes its value end with \r.
  const parting = /\\\n?$/.test(text) ? '\n' : ''
  return text.endsWith('\n') ? `${text}${parting}${line}${lineBreakOf(text)}` : `${text}\n${parting}${line}`
}

function insertedAt(text: string, at: number, line: string): string | null {
  // Only at the start are blanks before a comment no matter.
  if (at === 0 && text.startsWith(' ')) return null
  return `${text.slice(0, at)}${line}${lineBreakOf(text)}${text.slice(at)}`
}

/** A lone \r ends a line for some programs only. */
function lineBreakOf(text: string): string {
  return text.match(/\r?\n/g)?.at(-1) ?? '\n'
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
