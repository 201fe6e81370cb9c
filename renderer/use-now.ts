import { useLayoutEffect, useReducer } from 'preact/hooks'

/** For ages and dates, which are shown to the minute. */
export const ageTickMs = 60_000
/** For countdowns. */
export const secondTickMs = 1000
/** Usually a balance on screen is read again within 66 seconds (`poll-interval.ts`), and the response takes some more. */
const readingDelayMs = 10_000

type Tick = { readonly listeners: Set<() => void>; readonly stop: () => void }

/** One timer for all that tick together, so that they are drawn in one frame. */
const ticks = new Map<string, Tick>()

/**
 * Calls back at every full multiple of `tickMs` after `since` while the window is visible, and when it becomes visible.
 * Returns a function that unsubscribes.
 */
export function onTick(tickMs: number, since: number, listener: () => void): () => void {
  const phaseMs = since % tickMs
  const key = `${tickMs} ${phaseMs}`
  const tick = ticks.get(key) ?? startTick(tickMs, phaseMs)
  ticks.set(key, tick)
  tick.listeners.add(listener)
  return () => {
    tick.listeners.delete(listener)
    if (tick.listeners.size > 0) return
    tick.stop()
    ticks.delete(key)
  }
}

function startTick(tickMs: number, phaseMs: number): Tick {
  const listeners = new Set<() => void>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const schedule = () => {
    clearTimeout(timer)
    if (document.visibilityState === 'visible')
      timer = setTimeout(tick, tickMs - ((Date.now() - phaseMs) % tickMs))
  }
  const tick = () => {
    if (document.visibilityState === 'visible') for (const listener of [...listeners]) listener()
    schedule()
  }
  schedule()
  document.addEventListener('visibilitychange', tick)
  const stop = () => {
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', tick)
  }
  return { listeners, stop }
}

/**
 * Epoch milliseconds at this render, and a new render while the window is visible.
 * @param tickMs how often
 * @param since rendered at the full multiples of `tickMs` after this moment, when its age changes
 */
export function useNow(tickMs: number, since = 0): number {
  const [, rerender] = useReducer<number, void>((count) => count + 1, 0)
  // `useEffect` would request a frame for itself, at each reading of the balance.
  useLayoutEffect(() => onTick(tickMs, since, () => rerender()), [tickMs, since])
  return Date.now()
}

/**
 * `useNow` for the age of a reading, updated ten seconds after its minute has changed. Usually the next reading comes before
 * that: the age would change twice a minute, to a minute and back.
 */
export function useNowForReading(readAt: number): number {
  return useNow(ageTickMs, readAt + readingDelayMs)
}
