/** Observes the state and shows each due notification once. */
import type { AppState } from '../../preload/contract/index.ts'
import type { Clock } from '../ports.ts'
import type { ShownNotices } from '../storage/shown-notices.ts'
import { type Due, dueNotices, nextDueAt } from './due-notices.ts'
import type { StateStore } from './store.ts'

export type FollowNoticesOptions = {
  readonly state: StateStore
  readonly shown: ShownNotices
  readonly clock: Clock
  readonly isWindowVisible: () => boolean
  readonly show: (due: Due) => void
}

/** Some notifications become due as time passes, so a timer runs until the next of those. */
export function followNotices({ state, shown, clock, isWindowVisible, show }: FollowNoticesOptions): void {
  let waitingFor: number | null = null
  let waiting = new AbortController()

  const update = (current: AppState): void => {
    const now = clock.now()
    const isShown = (cause: string): boolean => shown.has(cause)
    const due = dueNotices(current, { now, windowVisible: isWindowVisible(), isShown })
    shown.add(due.seen, due.active)
    for (const one of due.show) show(one)
    void waitFor(nextDueAt(current, now), now)
  }

  const waitFor = async (at: number | null, now: number): Promise<void> => {
    if (at === waitingFor) return
    waitingFor = at
    waiting.abort()
    if (at === null) return
    waiting = new AbortController()
    if ((await clock.wait(at - now, waiting.signal)) === 'aborted') return
    waitingFor = null
    update(state.current)
  }

  state.subscribe(update)
}
