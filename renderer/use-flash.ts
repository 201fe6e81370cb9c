import { useEffect, useState } from 'preact/hooks'

const flashMs = 2000

/** A flag that is true for two seconds after each trigger, such as "Copied". */
export function useFlash(): [boolean, () => void] {
  const [count, setCount] = useState(0)
  useEffect(() => {
    if (count === 0) return
    const timer = setTimeout(() => setCount(0), flashMs)
    return () => clearTimeout(timer)
  }, [count])
  return [count > 0, () => setCount((previous) => previous + 1)]
}
