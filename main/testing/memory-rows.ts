/** An area of the account whose rows are numbers in memory: all that moving house needs of one. */

import type { Failure } from '../../preload/contract/index.ts'
import { failed, ok, type Result } from '../../preload/contract/index.ts'
import type { Movable } from '../organisation/movable.ts'
import { failure } from '../parallel/failures.ts'

export class MemoryRows implements Movable {
  readonly of = new Map<string, readonly number[]>()
  /** Set: the disk gives and takes nothing. */
  broken: Failure | null = null

  export(organisationId: string): Promise<Result<readonly unknown[]>> {
    return Promise.resolve(this.broken === null ? ok(this.of.get(organisationId) ?? []) : failed(this.broken))
  }

  check(rows: readonly unknown[]): Result<number> {
    return rows.every((row) => typeof row === 'number')
      ? ok(rows.length)
      : failed(failure('bad-file', 'A row is no number.'))
  }

  import(organisationId: string, rows: readonly unknown[]): Promise<Result<number>> {
    if (this.broken !== null) return Promise.resolve(failed(this.broken))
    const before = this.of.get(organisationId) ?? []
    const come = rows.filter((row) => typeof row === 'number')
    const after = [...new Set([...before, ...come])].sort((a, b) => a - b)
    this.of.set(organisationId, after)
    return Promise.resolve(ok(after.length - before.length))
  }
}
