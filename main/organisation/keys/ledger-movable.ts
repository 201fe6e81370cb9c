/** The ledger as moving house wants it: rows out, rows checked, rows in. */
import * as v from 'valibot'
import { failed, ok } from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'
import type { Movable } from '../movable.ts'
import type { Keys } from './keys.ts'
import { ledgerRow } from './ledger.ts'

const rows = v.array(ledgerRow)

export function movableLedger(keys: Keys): Movable {
  const check = (given: readonly unknown[]) => {
    const parsed = v.safeParse(rows, given)
    return parsed.success
      ? ok(parsed.output)
      : failed(failure('bad-file', 'The ledger in the file is not whole.'))
  }
  return {
    export: async (organisationId) => ok(keys.exportRows(organisationId)),
    check: (given) => {
      const checked = check(given)
      return checked.ok ? ok(checked.value.length) : checked
    },
    import: async (organisationId, given) => {
      const checked = check(given)
      return checked.ok ? ok(keys.importRows(organisationId, checked.value)) : checked
    },
  }
}
