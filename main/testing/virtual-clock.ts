/** A clock that tests advance. Waits end in order of their due time, without real time passing. */
import type { Clock } from '../ports.ts'

type Wait = { readonly due: number; readonly end: (how: 'elapsed' | 'woken') => void }

export class VirtualClock implements Clock {
  #elapsed = 0
  #wall: number
  #waits = new Set<Wait>()

  constructor(start = Date.UTC(2026, 0, 15, 12)) {
    this.#wall = start
  }

  now(): number {
    return this.#wall
  }

  elapsed(): number {
    return this.#elapsed
  }

  /** The number of pending waits: none may remain after the app has ended. */
  get waiting(): number {
    return this.#waits.size
  }

  wait(ms: number, signal: AbortSignal): Promise<'elapsed' | 'woken' | 'aborted'> {
    if (signal.aborted) return Promise.resolve('aborted')
    return new Promise((resolve) => {
      const finish = (how: 'elapsed' | 'woken' | 'aborted'): void => {
        this.#waits.delete(wait)
        signal.removeEventListener('abort', onAbort)
        resolve(how)
      }
      const onAbort = (): void => finish('aborted')
      const wait: Wait = { due: this.#elapsed + Math.max(ms, 0), end: finish }
      this.#waits.add(wait)
      signal.addEventListener('abort', onAbort)
    })
  }

  /** Advances by `ms`, running each due wait at its time. */
  async advance(ms: number): Promise<void> {
    const end = this.#elapsed + ms
    await settle()
    for (;;) {
      const next = [...this.#waits].sort((a, b) => a.due - b.due)[0]
      if (next === undefined || next.due > end) break
      this.#pass(next.due - this.#elapsed)
      next.end('elapsed')
      await settle()
    }
    this.#pass(end - this.#elapsed)
  }

  /** Sleep: wall time passes, elapsed time doesn't, and all waits end as `woken`. */
  async sleep(ms: number): Promise<void> {
    this.#wall += ms
    await this.wake()
  }

  async wake(): Promise<void> {
    for (const wait of [...this.#waits]) wait.end('woken')
    await settle()
  }

  /** Changes the wall clock. */
  jump(ms: number): void {
    this.#wall += ms
  }

  #pass(ms: number): void {
    this.#elapsed += ms
    this.#wall += ms
  }
}

/** Runs all pending promise callbacks. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
