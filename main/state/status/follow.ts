import type { AppState } from '../../../preload/contract/index.ts'
import type { Clock } from '../../ports.ts'
import type { StateStore } from '../store.ts'
import { type Status, statusOf } from './document.ts'

/**
 * Calls `onChange` at once, whenever the status apart from its time changes, and when sharing is switched on or off.
 * @returns the function that unsubscribes
 */
export function followStatus(
  state: StateStore,
  clock: Pick<Clock, 'now'>,
  onChange: (status: Status, state: AppState) => void,
): () => void {
  let last = ''
  const follow = (current: AppState): void => {
    const status = statusOf(current, clock.now())
    const content = JSON.stringify({ ...status, at: current.settings.shareStatus })
    if (content === last) return
    last = content
    onChange(status, current)
  }
  follow(state.current)
  return state.subscribe(follow)
}
