/**
 * A virtual clock for the client that takes the stand-in's clock along, and lets every request find its end
 * before time goes on. Hours pass in milliseconds, and both sides agree about them.
 */
import type { Clock } from '../../main/ports.ts'
import { VirtualClock } from '../../main/testing/virtual-clock.ts'

type Surroundings = {
  /** Moves the server's clock. */
  readonly moveServer: (ms: number) => void
  /** Resolves when nothing happens any more unless time passes. */
  readonly quiet: () => Promise<void>
}

export class LockstepClock implements Clock {
  readonly #client = new VirtualClock(Date.now())
  readonly #open = new Set<{ readonly due: number }>()
  readonly #around: Surroundings

  constructor(around: Surroundings) {
    this.#around = around
  }

  now(): number {
    return this.#client.now()
  }

  elapsed(): number {
    return this.#client.elapsed()
  }

  /** How many waits are open. */
  get waiting(): number {
    return this.#open.size
  }

  async wait(ms: number, signal: AbortSignal): Promise<'elapsed' | 'woken' | 'aborted'> {
    if (signal.aborted) return 'aborted'
    const open = { due: this.elapsed() + Math.max(ms, 0) }
    this.#open.add(open)
    try {
      return await this.#client.wait(ms, signal)
    } finally {
      this.#open.delete(open)
    }
  }

  /** Lets `ms` pass on both sides; everything that becomes due happens at its time, requests included. */
  async advance(ms: number): Promise<void> {
    const end = this.elapsed() + ms
    await this.#around.quiet()
    for (;;) {
      const next = Math.min(...[...this.#open].map((one) => one.due))
      if (next > end) break
      await this.#move(next - this.elapsed())
    }
    await this.#move(end - this.elapsed())
  }

  /** The client's machine sleeps: the server lives on, elapsed time stands still, at the end all are woken. */
  async sleep(ms: number): Promise<void> {
    this.#around.moveServer(ms)
    await this.#client.sleep(ms)
    await this.#around.quiet()
  }

  /** Somebody sets the client's wall clock. */
  jump(ms: number): void {
    this.#client.jump(ms)
  }

  async #move(ms: number): Promise<void> {
    // The server first: what the client does at its new time must not come too early there.
    this.#around.moveServer(ms)
    await this.#client.advance(ms)
    await this.#around.quiet()
  }
}
