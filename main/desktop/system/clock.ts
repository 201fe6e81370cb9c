/** The system's clock, with waits that end when the machine wakes from sleep. */
import type { Clock } from '../../ports.ts'

/** Beyond 2³¹−1 ms `setTimeout` fires at once; and a wait that long should look at the wall clock now and then. */
const longestStretchMs = 6 * 3600 * 1000

export type SystemClock = Clock & {
  /** Ends all waits with `'woken'`: what was due while the machine slept is looked at again. */
  woke(): void
}

export function systemClock(): SystemClock {
  const waits = new Set<(why: 'woken') => void>()
  return {
    now: () => Date.now(),
    elapsed: () => performance.now(),
    woke: () => {
      for (const end of [...waits]) end('woken')
    },
    wait(ms, signal) {
      if (signal.aborted) return Promise.resolve('aborted')
      return new Promise((resolve) => {
        const dueElapsed = performance.now() + ms
        const dueWall = Date.now() + ms
        let timer: NodeJS.Timeout
        const end = (why: 'elapsed' | 'woken' | 'aborted'): void => {
          clearTimeout(timer)
          waits.delete(end)
          signal.removeEventListener('abort', onAbort)
          resolve(why)
        }
        const onAbort = (): void => end('aborted')
        const stretch = (): void => {
          const left = dueElapsed - performance.now()
          if (left <= 0) end('elapsed')
          // Elapsed time stands still in sleep, and not every system says that it woke.
          else if (Date.now() >= dueWall + 1000) end('woken')
          else timer = setTimeout(stretch, Math.min(Math.ceil(left), longestStretchMs))
        }
        waits.add(end)
        signal.addEventListener('abort', onAbort)
        stretch()
      })
    },
  }
}
