/** Whether quitting now would lose something that can't be had again. */
import type { AppState } from '../../preload/contract/index.ts'

/** A secret that nobody has put away, or the answer to a request that makes one or charges a card. */
export function losesByQuitting({ secret, organisations }: AppState): boolean {
  return (
    secret !== null ||
    organisations.some(
      ({ topUp, keys }) =>
        topUp.kind === 'charging' || keys.doing?.kind === 'new-key' || keys.doing?.kind === 'rotate-key',
    )
  )
}
