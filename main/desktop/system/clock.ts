/** The system clock, with waits that end when the machine wakes from sleep. */
import type { Clock } from '../../ports.ts'

/** Upper bound for one timer: `setTimeout` overflows at 2³¹ ms, and long waits should recheck the wall clock. */
const maxTimerMs = 6 * 3600 * 1000

export type SystemClock = Clock & {
  /** Ends all waits with `'woken'`, so that callers recheck what became due during sleep. */
  wakeAll(): void
}

export function systemClock(): SystemClock {
  const waits = new Set<(why: 'woken') => void>()
  return {
    now: () => Date.now(),
    elapsed: () => performance.now(),
    wakeAll: () => {
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
        const check = (): void => {
          const left = dueElapsed - performance.now()
          if (left <= 0) end('elapsed')
          // Elapsed time may stop during sleep, and not every system reports a resume.
          else if (Date.now() >= dueWall + 1000) end('woken')
          else timer = setTimeout(check, Math.min(Math.ceil(left), maxTimerMs))
        }
        waits.add(end)
        signal.addEventListener('abort', onAbort)
        check()
      })
    },
  }
}
