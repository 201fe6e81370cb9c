/** Generates realistic `.env` files for the property test. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: a shell expands these.
import fc from 'fast-check'
import { countedCommand } from './readers.ts'

/** Lines that every program reads the same way. */
function line(name: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const space = fc.constantFrom('', '', '', ' ', '  ', '\t')
  const content = fc.constantFrom(
    '',
    'old',
    'a.b/c',
    'two words',
    'x#y',
    'a=b==',
    "it's",
    '\\',
    'C:\\dir\\',
    '$OTHER',
    '${OTHER}',
    '${OTHER:-x}',
    'a;B=2',
    'a B=2',
    `$(${countedCommand})`,
    `a;${countedCommand}`,
    'a&b',
    '"',
    "'",
    '`',
    'ü',
    '{"a":1}',
    '(',
    '<<E',
    '\\"',
    "\\'",
    '\\n',
    '\\\\',
    '\n',
    'a\nb',
    'a\rb',
    '\nPARALLEL_API_KEY=inner\n',
    '\n# c\n',
    '#',
    ' #x',
  )
  const text = fc.array(content, { maxLength: 3 }).map((parts) => parts.join(''))
  const quoted = fc
    .tuple(fc.constantFrom('', '', "'", '"', '`'), text)
    .map(([quote, inner]) => `${quote}${inner}${quote}`)
  const comment = fc.constantFrom(
    '',
    '',
    '',
    ' # c',
    '# c',
    '\t# c',
    "  # it's",
    ' #',
    '             # Market "research"',
    ' x',
    ' "x"',
  )
  const before = fc.constantFrom('', '', '', '', 'export ', 'export  ', 'export\t', ' ', '\t', '  export ')
  return fc
    .tuple(before, name, space, fc.constantFrom('=', '=', '=', '=', ':'), space, quoted, comment)
    .map((parts) => parts.join(''))
}

const other = fc.constantFrom(
  'A',
  'B_2',
  'OTHER',
  'MY_PARALLEL_API_KEY',
  'PARALLEL_API_KEY_OLD',
  'X.Y',
  'A-B',
)
const noise = fc.constantFrom(
  '',
  '',
  '  ',
  '\t',
  '# a comment',
  "# don't",
  '  # indented',
  '#PARALLEL_API_KEY=x',
  '# PARALLEL_API_KEY="x',
  'no assignment',
  'A',
  'A:',
  'export A',
  'export PARALLEL_API_KEY',
  "'PARALLEL_API_KEY'=q",
  'A="x\\',
  'A=x\\',
  '=x',
  'unset A',
  'if true; then',
  "echo it's",
  '- item',
  '[section]',
)
const lines = fc.array(fc.oneof({ weight: 4, arbitrary: line(other) }, { weight: 3, arbitrary: noise }), {
  maxLength: 3,
})
const ours = fc.array(line(fc.constant('PARALLEL_API_KEY')), { minLength: 0, maxLength: 2 })

export const envFile = fc
  .tuple(
    fc.boolean(),
    lines,
    ours,
    lines,
    ours,
    lines,
    fc.constantFrom('\n', '\n', '\r\n', '\r'),
    fc.boolean(),
    fc.constantFrom(0, 0, 1),
  )
  .map(([mark, a, b, c, d, e, ending, ends, twice]) => {
    const all = [...a, ...b, ...c, ...(twice === 1 ? d : []), ...e]
    return `${mark && all.length % 3 === 0 ? '\uFEFF' : ''}${all.join('\n')}${ends ? '\n' : ''}`.replaceAll(
      '\n',
      ending,
    )
  })
