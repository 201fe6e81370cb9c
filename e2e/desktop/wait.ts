/** Waiting for a condition: tests never sleep for a fixed time. */

/**
 * Asks again and again until `look` gives something other than undefined, null or false.
 * @param what is named in the error, with what was seen last
 */
export async function waitFor<T>(
  what: string,
  look: () => T | undefined | null | false | Promise<T | undefined | null | false>,
  options: { timeoutMs?: number; seen?: () => unknown; wake?: (signal: () => void) => () => void } = {},
): Promise<T> {
  const timeoutMs = options.timeoutMs ?? 10_000
  const until = Date.now() + timeoutMs
  let wakeUp = (): void => {}
  const unsubscribe = options.wake?.(() => wakeUp())
  try {
    for (;;) {
      const woken = new Promise<void>((settle) => {
        wakeUp = settle
      })
      const found = await look()
      if (found !== undefined && found !== null && found !== false) return found
      if (Date.now() > until) {
        const seen = options.seen ? `; seen last: ${JSON.stringify(options.seen())}` : ''
        throw new Error(`${what} did not happen in ${timeoutMs} ms${seen}`)
      }
      const pause = new Promise<void>((settle) => setTimeout(settle, options.wake ? 400 : 40))
      await Promise.race([woken, pause])
    }
  } finally {
    unsubscribe?.()
  }
}
