/**
 * The server's clock, from the `Date` header of its replies (RFC 9110 6.6.1). Unlike this computer's clock, it isn't
 * changed by the user, a flat battery or dual boot.
 */
import type { Clock, Http } from '../ports.ts'
import { parseHttpDate } from './http-date.ts'

/** Normal drift between wall clock and monotonic clock is smaller; more means a changed clock or sleep. */
const toleranceMs = 60_000

export class ServerTime {
  readonly #clock: Clock
  #last: { readonly at: number; readonly elapsed: number; readonly lead: number } | null = null

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /**
   * Epoch milliseconds; null before the first reply of this run, and after a sleep or a change of this computer's clock
   * until the next reply.
   */
  now(): number | null {
    if (this.#last === null || Math.abs(this.#lead() - this.#last.lead) > toleranceMs) return null
    return this.#last.at + this.#clock.elapsed() - this.#last.elapsed
  }

  /** Wraps an `Http`, and updates the time from its replies. */
  observe(http: Http): Http {
    return {
      send: async (request, signal) => {
        const reply = await http.send(request, signal)
        // Any other response may come from a proxy.
        if (reply.ok && reply.value.status >= 200 && reply.value.status <= 299) {
          this.#update(reply.value.headers.date)
        }
        return reply
      },
    }
  }

  #update(date: string | undefined): void {
    const at = parseHttpDate(date ?? '', this.#clock.now())
    if (at !== undefined) this.#last = { at, elapsed: this.#clock.elapsed(), lead: this.#lead() }
  }

  /** Wall clock minus elapsed time: only sleep and a change of the clock alter it. */
  #lead(): number {
    return this.#clock.now() - this.#clock.elapsed()
  }
}
