/** Whether quitting now would lose something that can't be had again. */
import type { AppState, Organisation } from '../../preload/contract/index.ts'

/** A secret that nobody has put away, or the answer to a request that makes one or charges a card. */
export function losesByQuitting({ secret, organisations }: AppState): boolean {
  return secret !== null || organisations.some((one) => one.topUp.kind === 'charging' || makesKey(one))
}

/** The secret comes with the answer, and only once: whoever stops waiting for it loses it. */
export function makesKey({ keys }: Organisation): boolean {
  return keys.operation?.kind === 'new-key' || keys.operation?.kind === 'rotate-key'
}
