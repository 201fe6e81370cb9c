/** A clock that tests move. Waits end in the order of their time; nothing here takes real time. */
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

  /** How many waits are open: nothing may wait for ever after everything ended. */
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

  /** Lets `ms` pass; everything that becomes due happens at its time. */
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

  /** The machine sleeps: wall time passes, elapsed time doesn't, and at the end everybody is woken. */
  async sleep(ms: number): Promise<void> {
    this.#wall += ms
    await this.wake()
  }

  async wake(): Promise<void> {
    for (const wait of [...this.#waits]) wait.end('woken')
    await settle()
  }

  /** Somebody sets the wall clock. */
  jump(ms: number): void {
    this.#wall += ms
  }

  #pass(ms: number): void {
    this.#elapsed += ms
    this.#wall += ms
  }
}

/** Lets everything run that waits for nothing but promises. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
