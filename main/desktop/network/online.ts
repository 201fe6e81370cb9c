/** Detects that the network is back by polling: Electron's main process has no event for it. */
import { type AppState, type Failure, hasTrait } from '../../../preload/contract/index.ts'
import type { Clock } from '../../ports.ts'
import type { StateStore } from '../../state/store.ts'

const pollIntervalMs = 5_000

export type OnlineOptions = {
  readonly state: StateStore
  readonly clock: Clock
  /** Whether the system has any network link. Sends nothing. */
  readonly isOnline: () => boolean
  readonly onBack: () => void
}

/**
 * Polls only while a request has failed for lack of a connection and the system reports no link, so neither in normal
 * operation nor while the server doesn't answer.
 */
export function watchOnline({ state, clock, isOnline, onBack }: OnlineOptions): void {
  let isPolling = false

  const poll = async (): Promise<void> => {
    isPolling = true
    while (isOffline(state.current) && !isOnline())
      await clock.wait(pollIntervalMs, new AbortController().signal)
    isPolling = false
    if (isOffline(state.current)) onBack()
  }

  state.subscribe((current) => {
    if (!isPolling && isOffline(current) && !isOnline()) void poll()
  })
}

/** A request found no connection and waits for its retry. */
function isOffline({ organisations, signIn }: AppState): boolean {
  return (
    organisations.some(({ trouble }) => mayLackLink(trouble?.failure)) ||
    (signIn.kind === 'waiting' && mayLackLink(signIn.trouble))
  )
}

function mayLackLink(failure: Failure | null | undefined): boolean {
  return failure !== null && failure !== undefined && hasTrait(failure, 'no-link')
}
