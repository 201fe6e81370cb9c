/** Malformed commands: typical invalid values, and random ones. */
import fc from 'fast-check'
import * as v from 'valibot'
import { type CommandName, commandArguments } from '../../preload/contract/index.ts'

const names = Object.keys(commandArguments) as CommandName[]

/** Placeholder for a text of 1 MiB, which the window creates itself. */
const huge = 'MiB'

const malformedNames = fc.oneof(
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

const malformedIds = fc.constantFrom('', '__proto__', 'constructor', '../../etc/passwd', 'x'.repeat(201))

const malformedArguments = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.anything({ maxDepth: 3, withBigInt: true, withDate: true, withMap: true, withSet: true }),
  },
  fc.constantFrom<unknown>(undefined, null, Number.NaN, Number.POSITIVE_INFINITY, -0, '', [], huge, [
    [[[[[[[]]]]]]],
  ]),
  fc.record({ organisationId: malformedIds }),
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
  fc.tuple(malformedNames, malformedArguments),
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom(...names), malformedArguments) },
  fc.constantFrom<unknown[]>([], ['hello'], ['hello', {}, {}].slice(0, 1), [undefined, undefined], [{}, {}]),
)

/** Whether main would accept it: some of the random commands are valid. */
function isValid([name, args]: readonly unknown[]): boolean {
  if (typeof name !== 'string' || !Object.hasOwn(commandArguments, name)) return false
  return v.is(commandArguments[name as CommandName], args)
}

/** The same commands in every run, in batches. */
export function malformedCommands(count: number, batchSize: number): unknown[][][] {
  const malformed = fc
    .sample(command, { numRuns: 2 * count, seed: 45 })
    .filter((one) => !isValid(one))
    .slice(0, count)
  return Array.from({ length: Math.ceil(malformed.length / batchSize) }, (_, index) =>
    malformed.slice(index * batchSize, (index + 1) * batchSize),
  )
}
