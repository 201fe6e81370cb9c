import { useEffect, useRef, useState } from 'preact/hooks'

/** Runs one act at a time and says whether it is running, so that its button can show it. */
export function useBusy(): [boolean, (act: () => Promise<unknown>) => Promise<void>] {
  const [busy, setBusy] = useState(false)
  const there = useRef(true)
  // Two clicks in the same frame both see the state of before.
  const running = useRef(false)
  useEffect(() => {
    there.current = true
    return () => {
      there.current = false
    }
  }, [])
  const run = async (act: () => Promise<unknown>) => {
    if (running.current) return
    running.current = true
    setBusy(true)
    await act()
    running.current = false
    if (there.current) setBusy(false)
  }
  return [busy, run]
}
