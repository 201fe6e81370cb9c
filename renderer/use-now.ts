import { useEffect, useState } from 'preact/hooks'

/** For ages, which are shown to the minute. */
export const ageTickMs = 10_000
/** For countdowns. */
export const secondTickMs = 1000

/** Epoch milliseconds, updated on every full multiple of `tickMs` while the window is visible. */
export function useNow(tickMs: number): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const tick = () => {
      setNow(Date.now())
      timer = setTimeout(tick, tickMs - (Date.now() % tickMs))
    }
    const restart = () => {
      clearTimeout(timer)
      if (document.visibilityState === 'visible') tick()
    }
    restart()
    document.addEventListener('visibilitychange', restart)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', restart)
    }
  }, [tickMs])
  return now
}
