/** Whether quitting now would lose something irrecoverable. */
import type { AppState, Organisation } from '../../preload/contract/index.ts'

/** A secret that the user hasn't stored yet, or the response to a request that creates a key or charges a card. */
export function wouldLoseDataOnQuit({ secret, organisations }: AppState): boolean {
  return secret !== null || organisations.some((one) => one.topUp.kind === 'charging' || isCreatingKey(one))
}

/** The server sends the secret only in this response, so the app must wait for it. */
export function isCreatingKey({ keys }: Organisation): boolean {
  return keys.operation?.kind === 'new-key' || keys.operation?.kind === 'rotate-key'
}
