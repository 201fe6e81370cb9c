import { useRef, useState } from 'preact/hooks'

/** Runs one task at a time; the first value tells whether one is running. */
export function useBusy(): [boolean, (task: () => Promise<unknown>) => Promise<void>] {
  const [busy, setBusy] = useState(false)
  // Two clicks within one frame both see the state of the render before them.
  const running = useRef(false)
  const run = async (task: () => Promise<unknown>) => {
    if (running.current) return
    running.current = true
    setBusy(true)
    await task()
    running.current = false
    setBusy(false)
  }
  return [busy, run]
}
