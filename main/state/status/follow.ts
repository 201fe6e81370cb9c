import type { AppState } from '../../../preload/contract/index.ts'
import type { Clock } from '../../ports.ts'
import type { StateStore } from '../store.ts'
import { type Status, statusOf } from './document.ts'

/** Calls `onChange` with the status now, and whenever anything in it but its time has changed. Returns how to stop. */
export function followStatus(
  state: StateStore,
  clock: Pick<Clock, 'now'>,
  onChange: (status: Status) => void,
): () => void {
  let last = ''
  const follow = (current: AppState): void => {
    const status = statusOf(current, clock.now())
    const content = JSON.stringify({ ...status, at: null })
    if (content === last) return
    last = content
    onChange(status)
  }
  follow(state.current)
  return state.subscribe(follow)
}
