/**
 * A file of the user's own is changed: only what was asked for may differ. `e2e/env-readers.spec.ts` asks the programs
 * that read such files; here is what becomes of each form.
 */
import { parseEnv } from 'node:util'
import dotenv from 'dotenv'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { setVariable } from './env-text.ts'

const name = 'PARALLEL_API_KEY'
const value = 'px_live-0123456789abcdefXYZ'
const set = (text: string) => setVariable(text, name, value)

test.each([
  ['an empty file', '', `${name}=${value}\n`],
  ['nothing but a byte order mark', '\uFEFF', `${name}=${value}\n`],
  ['nothing of that name', 'A=1\nB=2\n', `A=1\nB=2\n${name}=${value}\n`],
  ['no line break at the end', 'A=1\nB=2', `A=1\nB=2\n${name}=${value}`],
  ['Windows line breaks', 'A=1\r\nB=2\r\n', `A=1\r\nB=2\r\n${name}=${value}\r\n`],
  ['Windows line breaks, none at the end', 'A=1\r\nB=2', `A=1\r\nB=2\n${name}=${value}`],
  ['one that is there', `A=1\n${name}=old\nB=2\n`, `A=1\n${name}=${value}\nB=2\n`],
  ['an empty one', `${name}=\nB=2\n`, `${name}=${value}\nB=2\n`],
  ['an empty one with a comment', `${name}=       # Market\n`, `${name}=${value} # Market\n`],
  ['an empty one with blanks', `${name}=   \nB=2\n`, `${name}=${value}\nB=2\n`],
  ['Windows line breaks around it', `A=1\r\n${name}=old\r\nB=2`, `A=1\r\n${name}=${value}\r\nB=2`],
  ['exported, indented', `  export ${name}=old # prod\n`, `  export ${name}=${value} # prod\n`],
  ['blanks around the sign', `${name} = old # prod\n`, `${name}=${value} # prod\n`],
  ['a tab before the comment', `${name}=old\t# prod\n`, `${name}=${value} # prod\n`],
  ['no blank before the comment', `${name}="old"# prod\n`, `${name}="${value}" # prod\n`],
  ['double quotes', `${name}="old"   # prod\n`, `${name}="${value}"   # prod\n`],
  ['single quotes', `${name}='old'`, `${name}='${value}'`],
  ['backticks, which a shell executes', `${name}=\`old\`\n`, `${name}=${value}\n`],
  ['a command', `${name}=$(pass show key)\n`, `${name}=${value}\n`],
  ['a colon', `${name}: old\n`, `${name}: ${value}\n`],
  ['colons only', 'a: 1\nb: 2\n', `a: 1\nb: 2\n${name}: ${value}\n`],
  ['a sign and a colon', `${name}=a\n${name}: b\n`, `${name}=${value}\n${name}: ${value}\n`],
  ['a value over several lines', `${name}="old\nolder"\nB=2\n`, `${name}="${value}"\nB=2\n`],
  [
    'several: the last one counts',
    `${name}=a\nB=2\n${name}=b\nC=3\n`,
    `${name}=a\nB=2\n${name}=${value}\nC=3\n`,
  ],
  ['a comment', `#${name}=old\n# ${name}=older\n`, `#${name}=old\n# ${name}=older\n${name}=${value}\n`],
  ['a comment at the end', `A=1\n#${name}=old`, `A=1\n${name}=${value}\n#${name}=old`],
  ['a longer name', `MY_${name}=a\n${name}_2=b\n`, `MY_${name}=a\n${name}_2=b\n${name}=${value}\n`],
  ['inside another value', `A="\n${name}=old\n"\n`, `A="\n${name}=old\n"\n${name}=${value}\n`],
  ['a quote left open', `A='it\n${name}=old\n`, `A='it\n${name}=${value}\n`],
  ['an apostrophe in a comment', `# don't\n${name}=old # it's\n`, `# don't\n${name}=${value} # it's\n`],
])('%s', (_what, before, after) => {
  expect(set(before)).toBe(after)
})

test.each([
  ['a byte order mark, which a shell takes for the name of a command', `\uFEFF${name}=old\n`],
  ['a blank after export, an error that ends a shell', `export ${name} = old # prod\n`],
  ['another variable on the line, for a shell', `${name}=old B=2\n`],
  ['a tab before the name, which Node takes into it', `\t${name}=old\n`],
])('keeps the line and appends another: %s', (_what, before) => {
  expect(set(before)).toBe(`${before}${name}=${value}\n`)
})

test('appends with a line break that all programs accept', () => {
  expect(set(`A=1\r${name}=old\rB=2`)).toBe(`A=1\r${name}=old\rB=2\n${name}=${value}`)
  expect(set(`A=1\\\n`)).toBe(`A=1\\\n\n${name}=${value}\n`)
})

test('leaves a file unchanged to which nothing can be added', () => {
  expect(set(`export ${name}\n`)).toBeNull()
})

test('puts a value with shell syntax in single quotes', () => {
  expect(setVariable(`${name}="old"\n`, name, 'a$b c#d')).toBe(`${name}='a$b c#d'\n`)
})

// biome-ignore lint/suspicious/noTemplateCurlyInString: python-dotenv expands it.
test.each(["it's", 'a\\b', 'two\nlines', 'é', '', '${HOME}'])(
  'refuses a value that no program reads back: %j',
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

test('property: the value is read back, and every other variable reads as before', () => {
  fc.assert(
    fc.property(
      fc.array(entry, { maxLength: 8 }),
      fc.option(ours, { nil: null }),
      fc.array(entry, { maxLength: 8 }),
      lineBreak,
      fc.boolean(),
      secret,
      (before, own, after, ending, endsWithBreak, wanted) => {
        const lines = [...before, ...(own === null ? [] : [own]), ...after]
        const text = `${lines.join('\n')}${endsWithBreak ? '\n' : ''}`.replaceAll('\n', ending)
        const changed = setVariable(text, name, wanted)
        fc.pre(changed !== null)
        for (const read of [dotenv.parse, parseEnv]) {
          const { [name]: old, ...others } = read(text)
          const { [name]: now, ...othersNow } = read(changed ?? '')
          expect(othersNow).toEqual(others)
          if (old !== undefined || read === dotenv.parse) expect(now).toBe(wanted)
        }
        // A second save leaves no second line behind.
        if (/^[\w-]+$/.test(wanted)) expect(setVariable(changed ?? '', name, wanted)).toBe(changed)
      },
    ),
    { numRuns: 500 },
  )
})

test.each([
  ['blanks', `A=${' '.repeat(1e6)}(`],
  ['letters', `A=${'a'.repeat(1e6)}`],
  ['backslashes', `A=${'\\'.repeat(1e6)}`],
  ['quotes', `A='${'"'.repeat(1e6)}`],
  ['lines', 'A=1\n'.repeat(2.5e5)],
  ['comments', '#\n'.repeat(5e5)],
])('takes linear time for a file full of %s', (_what, text) => {
  const start = performance.now()
  set(text)
  expect(performance.now() - start).toBeLessThan(4000)
})
