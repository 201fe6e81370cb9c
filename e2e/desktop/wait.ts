/** Polls for a condition, as tests never sleep for a fixed time. */

/** Multiplies the timeouts: under Wine a start takes several times as long. */
export const timeoutFactor = process.env.PARALLEL_TRAY_WINE === undefined ? 1 : 3

/**
 * Resolves with the first result of `condition` that isn't undefined, null or false.
 * @param description names the condition in the timeout error
 * @param options `seen`: added to the timeout error; `subscribe`: re-evaluates the condition on events, so that it is
 *   polled less often
 */
export async function waitFor<T>(
  description: string,
  condition: () => T | undefined | null | false | Promise<T | undefined | null | false>,
  options: { timeoutMs?: number; seen?: () => unknown; subscribe?: (signal: () => void) => () => void } = {},
): Promise<T> {
  const timeoutMs = (options.timeoutMs ?? 10_000) * timeoutFactor
  const deadlineAt = Date.now() + timeoutMs
  let onSignal = (): void => {}
  const unsubscribe = options.subscribe?.(() => onSignal())
  try {
    for (;;) {
      const signalled = new Promise<void>((resolve) => {
        onSignal = resolve
      })
      const result = await condition()
      if (result !== undefined && result !== null && result !== false) return result
      if (Date.now() > deadlineAt) {
        const seen = options.seen ? `; last seen: ${JSON.stringify(options.seen())}` : ''
        throw new Error(`${description} did not happen in ${timeoutMs} ms${seen}`)
      }
      const pollInterval = new Promise<void>((resolve) => setTimeout(resolve, options.subscribe ? 400 : 40))
      await Promise.race([signalled, pollInterval])
    }
  } finally {
    unsubscribe?.()
  }
}
