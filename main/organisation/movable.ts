/** What an area of the account does so that its rows can move to another computer. */
import type { Result } from '../../preload/contract/index.ts'

export interface Movable {
  /** The organisation's rows, as JSON has them. Never a token, a client id or a secret. */
  export(organisationId: string): Promise<Result<readonly unknown[]>>
  /** Whether these are rows as `export` makes them, and how many; `invalid` says what is wrong with them. */
  check(rows: readonly unknown[]): Result<number>
  /** Adds those that aren't here yet; rows that are here stay as they are. Returns how many were added. */
  import(organisationId: string, rows: readonly unknown[]): Promise<Result<number>>
}
