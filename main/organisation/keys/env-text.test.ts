/** A file of the user's own is changed: only what was asked for may differ. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readVariable, setVariable } from './env-text.ts'

const name = 'PARALLEL_API_KEY'
const value = 'px_live-0123456789abcdefXYZ'
const set = (text: string) => setVariable(text, name, value)

test.each([
  ['an empty file', '', `${name}=${value}\n`],
  ['nothing of that name', 'A=1\nB=2\n', `A=1\nB=2\n${name}=${value}\n`],
  ['no line break at the end', 'A=1\nB=2', `A=1\nB=2\n${name}=${value}`],
  ['Windows line breaks', 'A=1\r\nB=2\r\n', `A=1\r\nB=2\r\n${name}=${value}\r\n`],
  ['one that is there', `A=1\n${name}=old\nB=2\n`, `A=1\n${name}=${value}\nB=2\n`],
  ['an empty one', `${name}=\nB=2\n`, `${name}=${value}\nB=2\n`],
  ['Windows line breaks around it', `A=1\r\n${name}=old\r\nB=2`, `A=1\r\n${name}=${value}\r\nB=2`],
  [
    'exported, indented, with a comment',
    `  export ${name} = old # prod\n`,
    `  export ${name} = ${value} # prod\n`,
  ],
  ['double quotes', `${name}="old" # prod\n`, `${name}="${value}" # prod\n`],
  ['single quotes', `${name}='old'`, `${name}='${value}'`],
  ['a colon', `${name}: old\n`, `${name}: ${value}\n`],
  ['a value over several lines', `${name}="old\nolder"\nB=2\n`, `${name}="${value}"\nB=2\n`],
  [
    'several: the last one counts',
    `${name}=a\nB=2\n${name}=b\nC=3\n`,
    `${name}=a\nB=2\n${name}=${value}\nC=3\n`,
  ],
  ['a comment', `#${name}=old\n# ${name}=older\n`, `#${name}=old\n# ${name}=older\n${name}=${value}\n`],
  ['a longer name', `MY_${name}=a\n${name}_2=b\n`, `MY_${name}=a\n${name}_2=b\n${name}=${value}\n`],
  ['inside another value', `A="\n${name}=old\n"\n`, `A="\n${name}=old\n"\n${name}=${value}\n`],
  ['a byte order mark', `\uFEFF${name}=old\n`, `\uFEFF${name}=${value}\n`],
  ['a quote left open', `A='it\n${name}=old\n`, `A='it\n${name}=${value}\n`],
  ['an apostrophe in a comment', `# don't\n${name}=old # it's\n`, `# don't\n${name}=${value} # it's\n`],
])('%s', (_what, before, after) => {
  expect(set(before)).toBe(after)
})

test('a value that would mean something to a shell is put in single quotes', () => {
  expect(setVariable(`${name}="old"\n`, name, 'a$b c#d')).toBe(`${name}='a$b c#d'\n`)
})

test.each(["it's", 'a\\b', 'two\nlines', 'é', ''])(
  'a value that nobody would read back is refused: %j',
  (odd) => {
    expect(setVariable('A=1\n', name, odd)).toBeNull()
  },
)

/** Whole entries of such files, as people write them. */
const word = fc.stringMatching(/^[\w.+/-]{0,12}$/)
const other = fc.constantFrom('A', 'B_2', `MY_${name}`, `${name}_OLD`, 'PARALLEL_API')
const entry = fc.oneof(
  fc.constantFrom('', '   ', '# a comment', `# ${name}=x`, "# don't", 'no assignment'),
  fc.tuple(other, word).map(([key, text]) => `${key}=${text}`),
  fc.tuple(other, word).map(([key, text]) => `export ${key}="${text}" # why`),
  fc.tuple(other, word, word).map(([key, one, two]) => `${key}='${one}\n${name}=${two}\n'`),
)
const ours = fc
  .tuple(
    fc.constantFrom('', '  ', 'export '),
    fc.constantFrom('=', ' = ', ': '),
    fc.constantFrom('', '"', "'", '`'),
    word,
    fc.constantFrom('', ' # x'),
  )
  .map(([before, equals, quote, text, after]) => `${before}${name}${equals}${quote}${text}${quote}${after}`)
const lineBreak = fc.constantFrom('\n', '\r\n')
const secret = fc.stringMatching(/^[\x20-\x26\x28-\x5b\x5d-\x7e]{1,60}$/)

test('law: it is read back, and every other line is unchanged', () => {
  fc.assert(
    fc.property(
      fc.array(entry, { maxLength: 8 }),
      fc.option(ours, { nil: null }),
      fc.array(entry, { maxLength: 8 }),
      lineBreak,
      fc.boolean(),
      fc.boolean(),
      secret,
      (before, own, after, ending, endsWithBreak, mark, wanted) => {
        const lines = [...before, ...(own === null ? [] : [own]), ...after]
        const text = `${mark ? '\uFEFF' : ''}${lines.join('\n')}${endsWithBreak ? '\n' : ''}`.replaceAll(
          '\n',
          ending,
        )
        const changed = setVariable(text, name, wanted)
        expect(changed).not.toBeNull()
        expect(readVariable(changed ?? '', name)).toBe(wanted)
        if (own === null) {
          expect(changed?.startsWith(text)).toBe(true)
          return
        }
        const start = `${mark ? '\uFEFF' : ''}${before.map((line) => `${line}\n`).join('')}`.replaceAll(
          '\n',
          ending,
        )
        const end = `${after.map((line) => `\n${line}`).join('')}${endsWithBreak ? '\n' : ''}`.replaceAll(
          '\n',
          ending,
        )
        expect(changed?.startsWith(start)).toBe(true)
        expect(changed?.endsWith(end)).toBe(true)
        const line = changed?.slice(start.length, changed.length - end.length)
        expect(line).toContain(wanted)
        expect(line).not.toMatch(/[\r\n]/)
        // Once more changes nothing: it is there already.
        expect(setVariable(changed ?? '', name, wanted)).toBe(changed)
      },
    ),
    { numRuns: 2000 },
  )
})
