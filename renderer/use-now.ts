import { useEffect, useState } from 'preact/hooks'

/** Epoch milliseconds, fresh every `everyMs`, in step with the clock. A window nobody sees doesn't tick. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const tick = () => {
      setNow(Date.now())
      timer = setTimeout(tick, everyMs - (Date.now() % everyMs))
    }
    const follow = () => {
      clearTimeout(timer)
      if (document.visibilityState === 'visible') tick()
    }
    follow()
    document.addEventListener('visibilitychange', follow)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', follow)
    }
  }, [everyMs])
  return now
}

/** For ages, which are said to the minute. */
export const agesEveryMs = 10_000
/** For countdowns. */
export const secondsEveryMs = 1000
