/**
 * A computer that sleeps, whose clock is set wrong, and on which programs are killed. Everything on it happens in
 * virtual time: hours of it take milliseconds.
 */
import type { Clock } from '../../main/ports.ts'

type Wait = { readonly due: number; readonly end: (how: 'elapsed' | 'woken') => void }

/** A program that runs: nothing of it goes on once it was killed. */
export class Process {
  alive = true
  readonly waits = new Set<Wait>()
}

export class Machine {
  /** Time that passes while the machine is awake. */
  elapsed = 0
  /** Time as it really is, also for the server. */
  true = Date.UTC(2026, 0, 15, 12)
  /** What the machine's clock is wrong by. */
  wrong = 0
  readonly #processes = new Set<Process>()
  /** What happens outside of any program: answers on their way. */
  readonly #outside = this.start()

  /** What the machine takes for the time. */
  get wall(): number {
    return this.true + this.wrong
  }

  start(): Process {
    const process = new Process()
    this.#processes.add(process)
    return process
  }

  kill(process: Process): void {
    process.alive = false
    process.waits.clear()
    this.#processes.delete(process)
  }

  clockOf(process: Process): Clock {
    return {
      now: () => this.wall,
      elapsed: () => this.elapsed,
      wait: (ms, signal) => {
        if (signal.aborted) return Promise.resolve('aborted')
        return new Promise((resolve) => {
          const finish = (how: 'elapsed' | 'woken' | 'aborted'): void => {
            process.waits.delete(wait)
            signal.removeEventListener('abort', onAbort)
            if (process.alive) resolve(how)
          }
          const onAbort = (): void => finish('aborted')
          const wait: Wait = { due: this.elapsed + Math.max(ms, 0), end: finish }
          process.waits.add(wait)
          signal.addEventListener('abort', onAbort)
        })
      },
    }
  }

  /** Something that takes its time outside of the programs. */
  later(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const wait: Wait = {
        due: this.elapsed + ms,
        end: (how) => {
          if (how === 'woken') return
          this.#outside.waits.delete(wait)
          resolve()
        },
      }
      this.#outside.waits.add(wait)
    })
  }

  /** Lets time pass, awake; stops early when `until` says so. */
  async pass(ms: number, until: () => boolean = () => false): Promise<void> {
    const end = this.elapsed + ms
    await settle()
    while (!until()) {
      const next = this.#next()
      if (next === null || next.due > end) {
        this.#move(end - this.elapsed)
        return
      }
      this.#move(next.due - this.elapsed)
      next.end('elapsed')
      await settle()
    }
  }

  /** Time passes without the machine. */
  sleep(ms: number): void {
    this.true += ms
  }

  /** Ends the waits of all programs, as after a sleep. */
  async wake(): Promise<void> {
    for (const process of this.#processes) for (const wait of [...process.waits]) wait.end('woken')
    await settle()
  }

  #next(): Wait | null {
    let next: Wait | null = null
    for (const { waits } of this.#processes) {
      for (const wait of waits) if (next === null || wait.due < next.due) next = wait
    }
    return next
  }

  #move(ms: number): void {
    this.elapsed += ms
    this.true += ms
  }
}

/** Lets everything run that waits for nothing but promises. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** Chance that can be repeated: 0 (inclusive) to 1 (exclusive), by a seed (mulberry32). */
export function chanceBy(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
