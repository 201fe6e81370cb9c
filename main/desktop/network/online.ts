/** Whether the network came back. Electron's main process has no event for that, so somebody has to look. */
import { type AppState, type Failure, hasTrait } from '../../../preload/contract/index.ts'
import type { Clock } from '../../ports.ts'
import type { StateStore } from '../../state/store.ts'

const lookEveryMs = 5_000

export type OnlineOptions = {
  readonly state: StateStore
  readonly clock: Clock
  /** Asks nobody: whether the system has any link at all. */
  readonly isOnline: () => boolean
  readonly onBack: () => void
}

/**
 * Looks only while a request has failed for want of a connection and the system says that there is none: nothing is
 * looked at while all is well, nor while the system has a link but the server doesn't answer.
 */
export function watchOnline({ state, clock, isOnline, onBack }: OnlineOptions): void {
  let looking = false

  const look = async (): Promise<void> => {
    looking = true
    while (isOffline(state.current) && !isOnline())
      await clock.wait(lookEveryMs, new AbortController().signal)
    looking = false
    if (isOffline(state.current)) onBack()
  }

  state.subscribe((current) => {
    if (!looking && isOffline(current) && !isOnline()) void look()
  })
}

/** Somewhere a request found no connection, and its next try is waited for. */
function isOffline({ organisations, signIn }: AppState): boolean {
  return (
    organisations.some(({ trouble }) => mayLackLink(trouble?.failure)) ||
    (signIn.kind === 'waiting' && mayLackLink(signIn.trouble))
  )
}

function mayLackLink(failure: Failure | null | undefined): boolean {
  return failure !== null && failure !== undefined && hasTrait(failure, 'no-link')
}
