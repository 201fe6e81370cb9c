/** Follows the state and hands on what is due to somebody who isn't looking, once for each cause. */
import type { AppState } from '../../preload/contract/index.ts'
import type { Clock } from '../ports.ts'
import type { Told } from '../storage/told.ts'
import { type Due, nextLookAt, noticesDue } from './notices-due.ts'
import type { StateStore } from './store.ts'

export type NewsOptions = {
  readonly state: StateStore
  readonly told: Told
  readonly clock: Clock
  readonly isWindowVisible: () => boolean
  readonly show: (due: Due) => void
}

/** Some things become due by time passing, so it also waits for the next of those; one wait at a time. */
export function followNews({ state, told, clock, isWindowVisible, show }: NewsOptions): void {
  let waitingFor: number | null = null
  let waiting = new AbortController()

  const look = (current: AppState): void => {
    const now = clock.now()
    const isTold = (cause: string): boolean => told.isTold(cause)
    const dues = noticesDue(current, { now, windowVisible: isWindowVisible(), isTold })
    told.tell(dues.told, dues.holding)
    for (const due of dues.show) show(due)
    void waitFor(nextLookAt(current, now), now)
  }

  const waitFor = async (at: number | null, now: number): Promise<void> => {
    if (at === waitingFor) return
    waitingFor = at
    waiting.abort()
    if (at === null) return
    waiting = new AbortController()
    if ((await clock.wait(at - now, waiting.signal)) === 'aborted') return
    waitingFor = null
    look(state.current)
  }

  state.subscribe(look)
}
