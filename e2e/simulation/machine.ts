/**
 * A computer in virtual time, which sleeps, has a wrong clock and kills processes. Simulated hours take milliseconds.
 */
import type { Clock } from '../../main/ports.ts'

type Timer = { readonly dueAt: number; readonly fire: (how: 'elapsed' | 'woken') => void }

/** A running program; none of its timers fires after a kill. */
export class Process {
  alive = true
  readonly timers = new Set<Timer>()
}

export class Machine {
  /** Monotonic time, which stands still during sleep. */
  elapsedMs = 0
  /** The real time, also the server's. */
  trueTime = Date.UTC(2026, 0, 15, 12)
  /** The error of the machine's clock. */
  clockErrorMs = 0
  readonly #processes = new Set<Process>()
  /** Runs the delays of the network, which a kill doesn't stop. */
  readonly #network = this.start()

  /** The time by the machine's clock. */
  get wallTime(): number {
    return this.trueTime + this.clockErrorMs
  }

  start(): Process {
    const process = new Process()
    this.#processes.add(process)
    return process
  }

  kill(process: Process): void {
    process.alive = false
    process.timers.clear()
    this.#processes.delete(process)
  }

  clockOf(process: Process): Clock {
    return {
      now: () => this.wallTime,
      elapsed: () => this.elapsedMs,
      wait: (ms, signal) => {
        if (signal.aborted) return Promise.resolve('aborted')
        return new Promise((resolve) => {
          const finish = (how: 'elapsed' | 'woken' | 'aborted'): void => {
            process.timers.delete(timer)
            signal.removeEventListener('abort', onAbort)
            if (process.alive) resolve(how)
          }
          const onAbort = (): void => finish('aborted')
          const timer: Timer = { dueAt: this.elapsedMs + Math.max(ms, 0), fire: finish }
          process.timers.add(timer)
          signal.addEventListener('abort', onAbort)
        })
      },
    }
  }

  /** A delay of the network. */
  delay(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer: Timer = {
        dueAt: this.elapsedMs + ms,
        fire: (how) => {
          if (how === 'woken') return
          this.#network.timers.delete(timer)
          resolve()
        },
      }
      this.#network.timers.add(timer)
    })
  }

  /** Advances time while awake; stops early when `until` returns true. */
  async advance(ms: number, until: () => boolean = () => false): Promise<void> {
    const end = this.elapsedMs + ms
    await flushPromises()
    while (!until()) {
      const next = this.#nextTimer()
      if (next === null || next.dueAt > end) {
        this.#move(end - this.elapsedMs)
        return
      }
      this.#move(next.dueAt - this.elapsedMs)
      next.fire('elapsed')
      await flushPromises()
    }
  }

  /** Advances only the real time. */
  sleep(ms: number): void {
    this.trueTime += ms
  }

  /** Ends all waits with 'woken', as the system's resume event does. */
  async wake(): Promise<void> {
    for (const process of this.#processes) for (const timer of [...process.timers]) timer.fire('woken')
    await flushPromises()
  }

  #nextTimer(): Timer | null {
    let next: Timer | null = null
    for (const { timers } of this.#processes) {
      for (const timer of timers) if (next === null || timer.dueAt < next.dueAt) next = timer
    }
    return next
  }

  #move(ms: number): void {
    this.elapsedMs += ms
    this.trueTime += ms
  }
}

/** Runs all pending promise callbacks. */
function flushPromises(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** A reproducible pseudo-random generator of numbers in [0, 1): mulberry32. */
export function seededRandom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
