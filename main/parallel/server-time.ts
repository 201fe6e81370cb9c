/**
 * The server's clock, as the `Date` of its replies tells it (RFC 9110 6.6.1). Unlike this computer's clock, it is not
 * changed by the user, a flat battery or a second system on the same disk.
 */
import type { Clock, Http } from '../ports.ts'
import { parseHttpDate } from './http-date.ts'

/** The clocks here drift apart by less; more means that one of them was set, or that the machine slept. */
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

  /** Passes requests on, and learns the time from the replies. */
  learnFrom(http: Http): Http {
    return {
      send: async (request, signal) => {
        const reply = await http.send(request, signal)
        // What isn't a success may come from a proxy on the way.
        if (reply.ok && reply.value.status >= 200 && reply.value.status <= 299) {
          this.#learn(reply.value.headers.date)
        }
        return reply
      },
    }
  }

  #learn(date: string | undefined): void {
    const at = parseHttpDate(date ?? '', this.#clock.now())
    if (at !== undefined) this.#last = { at, elapsed: this.#clock.elapsed(), lead: this.#lead() }
  }

  /** How far this computer's clock is ahead of its elapsed time: only sleep and a change of the clock alter it. */
  #lead(): number {
    return this.#clock.now() - this.#clock.elapsed()
  }
}
