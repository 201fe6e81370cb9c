/**
 * A virtual clock for the client that moves the stand-in's clock in step and waits for every request before time goes
 * on. Hours pass in milliseconds, and both sides agree on the time.
 */
import type { Clock } from '../../main/ports.ts'
import { VirtualClock } from '../../main/testing/virtual-clock.ts'

type LockstepClockDeps = {
  /** Moves the server's clock. */
  readonly moveServer: (ms: number) => void
  /** Resolves when nothing more happens until time passes. */
  readonly quiet: () => Promise<void>
}

export class LockstepClock implements Clock {
  readonly #client = new VirtualClock(Date.now())
  readonly #pending = new Set<{ readonly due: number }>()
  readonly #deps: LockstepClockDeps

  constructor(deps: LockstepClockDeps) {
    this.#deps = deps
  }

  now(): number {
    return this.#client.now()
  }

  elapsed(): number {
    return this.#client.elapsed()
  }

  /** The number of pending waits. */
  get waiting(): number {
    return this.#pending.size
  }

  async wait(ms: number, signal: AbortSignal): Promise<'elapsed' | 'woken' | 'aborted'> {
    if (signal.aborted) return 'aborted'
    const pending = { due: this.elapsed() + Math.max(ms, 0) }
    this.#pending.add(pending)
    try {
      return await this.#client.wait(ms, signal)
    } finally {
      this.#pending.delete(pending)
    }
  }

  /** Advances both sides by `ms`, running each due timer and its requests at its time. */
  async advance(ms: number): Promise<void> {
    const end = this.elapsed() + ms
    await this.#deps.quiet()
    for (;;) {
      const next = Math.min(...[...this.#pending].map((one) => one.due))
      if (next > end) break
      await this.#move(next - this.elapsed())
    }
    await this.#move(end - this.elapsed())
  }

  /** Suspends the client: the server's time goes on, the client's elapsed time stops, and its waits end as `woken`. */
  async sleep(ms: number): Promise<void> {
    this.#deps.moveServer(ms)
    await this.#client.sleep(ms)
    await this.#deps.quiet()
  }

  /** Sets the client's wall clock forward or back. */
  jump(ms: number): void {
    this.#client.jump(ms)
  }

  async #move(ms: number): Promise<void> {
    // The server moves first, so that no request of the client arrives early there.
    this.#deps.moveServer(ms)
    await this.#client.advance(ms)
    await this.#deps.quiet()
  }
}
