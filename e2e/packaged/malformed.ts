/** Commands as no honest window sends them: every kind of wrong that can be written down, and noise. */
import fc from 'fast-check'
import * as v from 'valibot'
import { type CommandName, commandArguments } from '../../preload/contract/index.ts'

const names = Object.keys(commandArguments) as CommandName[]

/** Stands for a text of 1 MiB, which the window makes itself. */
const huge = 'MiB'

const strangeNames = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'Hello',
    'hello ',
    'hello\0',
    '',
    huge,
  ),
  fc.string(),
  fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true, withSparseArray: true }),
)

const strangeIds = fc.constantFrom('', '__proto__', 'constructor', '../../etc/passwd', 'x'.repeat(201))

const strangeArguments = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.anything({ maxDepth: 3, withBigInt: true, withDate: true, withMap: true, withSet: true }),
  },
  fc.constantFrom<unknown>(undefined, null, Number.NaN, Number.POSITIVE_INFINITY, -0, '', [], huge, [
    [[[[[[[]]]]]]],
  ]),
  fc.record({ organisationId: strangeIds }),
  fc.record({ organisationId: fc.constant('org_halden'), more: fc.anything({ maxDepth: 1 }) }),
  fc.record({
    organisationId: fc.constant('org_halden'),
    amountCents: fc.constantFrom<unknown>(
      0,
      -1,
      0.5,
      10_001,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      2 ** 53,
      '100',
      null,
      [100],
    ),
  }),
  fc.record({
    change: fc.constantFrom<unknown>(
      { theme: 'pink' },
      { pollInterval: 1 },
      { __proto__: { theme: 'dark' }, x: 1 },
      [],
    ),
  }),
  fc.constant(JSON.parse('{"__proto__":{"destination":"docs"},"constructor":{"prototype":{"ok":true}}}')),
)

const command = fc.oneof(
  fc.tuple(strangeNames, strangeArguments),
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom(...names), strangeArguments) },
  fc.constantFrom<unknown[]>([], ['hello'], ['hello', {}, {}].slice(0, 1), [undefined, undefined], [{}, {}]),
)

/** Whether main would take it: by chance some of the noise is as agreed. */
function isAgreed([name, given]: readonly unknown[]): boolean {
  if (typeof name !== 'string' || !Object.hasOwn(commandArguments, name)) return false
  return v.is(commandArguments[name as CommandName], given)
}

/** The same ones each time, in batches. */
export function malformedCommands(count: number, batch: number): unknown[][][] {
  const wrong = fc
    .sample(command, { numRuns: 2 * count, seed: 45 })
    .filter((one) => !isAgreed(one))
    .slice(0, count)
  return Array.from({ length: Math.ceil(wrong.length / batch) }, (_, at) =>
    wrong.slice(at * batch, (at + 1) * batch),
  )
}
