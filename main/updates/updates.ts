/** Looks for newer versions once a day, fetches them in the background, and says how far that is. */
import {
  type Failure,
  failed,
  ok,
  type Result,
  type UpdatedBy,
  type Updates,
} from '../../preload/contract/index.ts'
import { dayMs } from '../calendar.ts'
import { failure } from '../parallel/failures.ts'
import type { Clock, Log, Updater } from '../ports.ts'
import type { UpdateCheck } from '../storage/update-check.ts'
import { hasElapsed } from '../timeout.ts'

const minuteMs = 60_000
/** A start has better things to do. */
const notBeforeMs = 3 * minuteMs
/** After the first failure in a row, the second, the third; then daily. */
const retryMs = [10 * minuteMs, 60 * minuteMs, 360 * minuteMs]
/** Without a byte for that long, it is given up. */
const patienceMs = minuteMs
/** The state changes no more often. */
const reportEveryMs = 250

type Dependencies = {
  /** Null: this installation has no updates. */
  readonly updater: Updater | null
  readonly clock: Clock
  readonly log: Log
  readonly check: UpdateCheck
  readonly report: (updates: Updates) => void
  /** Something is to be said in the window; `by` null: it is ready to be put in place by this app. */
  readonly announce: (version: string, by: UpdatedBy | null) => void
}

export class AppUpdates {
  /** The end that was asked for is a restart. */
  restartWanted = false
  readonly #its: Dependencies
  #current: Updates | null
  #failures = 0
  #looking = false
  #timer = new AbortController()
  readonly #ending = new AbortController()

  constructor(dependencies: Dependencies) {
    this.#its = dependencies
    this.#current =
      dependencies.updater === null ? null : { kind: 'idle', checkedAt: dependencies.check.upToDateAt }
  }

  get current(): Updates | null {
    return this.#current
  }

  /** @returns true when the installation ends the app itself */
  install(restart: boolean): boolean {
    return this.#its.updater?.install(restart) ?? false
  }

  /** From now on it looks by itself, some minutes from now at the earliest. */
  start(): void {
    if (this.#its.updater === null) return
    const { clock, check } = this.#its
    const agoMs = check.upToDateAt === null ? dayMs : clock.now() - check.upToDateAt
    // A time that lies ahead says that the clock was wrong then, or is now.
    const leftMs = agoMs < 0 ? 0 : dayMs - agoMs
    this.#lookIn(Math.max(leftMs, notBeforeMs))
  }

  stop(): void {
    this.#timer.abort()
    this.#ending.abort()
  }

  /** "Check now": `busy` while one is under way. Progress and result are in the state. */
  look(): Result<null> {
    if (this.#its.updater === null) return failed(failure('not-found', 'There are no updates here.'))
    if (this.#looking) return failed(failure('busy', 'It is being looked for already.'))
    void this.#look(this.#its.updater)
    return ok(null)
  }

  /** The network is back: what it has failed for is tried again. A wrong file or a full disk has other reasons. */
  backOnline(): void {
    if (this.#current?.kind !== 'failed') return
    const { kind } = this.#current.failure
    if (kind !== 'bad-file' && kind !== 'storage') this.look()
  }

  async #look(updater: Updater): Promise<void> {
    if (this.#looking || this.#ending.signal.aborted) return
    this.#looking = true
    try {
      this.#lookIn(await this.#findAndFetch(updater))
    } finally {
      this.#looking = false
    }
  }

  /** @returns in how many milliseconds to look again */
  async #findAndFetch(updater: Updater): Promise<number> {
    const { clock, check, log, announce } = this.#its
    const known =
      this.#current?.kind === 'ready' || this.#current?.kind === 'elsewhere' ? this.#current : null
    if (known?.kind !== 'ready') this.#report({ kind: 'checking' })
    const found = await this.#whileItMoves((signal) => updater.find(signal))
    if (!found.ok) return this.#fail('check', found, known)
    const version = found.value
    if (version === null) {
      this.#failures = 0
      check.note(clock.now())
      this.#report({ kind: 'idle', checkedAt: clock.now() })
      return dayMs
    }
    check.note(null)
    if (updater.by !== null) {
      this.#failures = 0
      this.#report({ kind: 'elsewhere', version, by: updater.by })
      if (check.firstTime(version)) announce(version, updater.by)
      return dayMs
    }
    if (known?.version !== version) {
      log.info('update found', { version })
      this.#report({ kind: 'downloading', version, fraction: 0 })
      const fetched = await this.#whileItMoves((signal, moved) =>
        updater.download(this.#progressOf(version, moved), signal),
      )
      if (!fetched.ok) return this.#fail('download', fetched, null)
      log.info('update ready', { version })
      this.#report({ kind: 'ready', version })
      announce(version, null)
    }
    this.#failures = 0
    return dayMs
  }

  /** What is known stays so, whatever becomes of looking for something newer still. */
  #fail(step: 'check' | 'download', { failure }: { failure: Failure }, known: Updates | null): number {
    const waitMs = failure.kind === 'bad-file' ? dayMs : (retryMs[this.#failures] ?? dayMs)
    this.#failures += 1
    if (this.#ending.signal.aborted) return waitMs
    this.#its.log.failure(`update ${step}`, failure)
    this.#report(known ?? { kind: 'failed', step, failure, nextTryAt: this.#its.clock.now() + waitMs })
    return waitMs
  }

  /** Ends the work's signal when this ends, and when nothing has moved for too long. */
  async #whileItMoves<T>(
    work: (signal: AbortSignal, moved: () => void) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const { clock } = this.#its
    const stuck = new AbortController()
    const over = new AbortController()
    let moves = 0
    const watch = async (): Promise<void> => {
      for (let seen = -1; seen !== moves; ) {
        seen = moves
        if (!(await hasElapsed(clock, patienceMs, over.signal))) return
      }
      stuck.abort()
    }
    void watch()
    const result = await work(AbortSignal.any([stuck.signal, this.#ending.signal]), () => {
      moves += 1
    })
    over.abort()
    return result
  }

  #progressOf(version: string, moved: () => void): (fraction: number) => void {
    const { clock } = this.#its
    let reportedAt = clock.elapsed()
    return (fraction) => {
      moved()
      if (clock.elapsed() - reportedAt < reportEveryMs) return
      reportedAt = clock.elapsed()
      this.#report({ kind: 'downloading', version, fraction: Math.min(1, Math.max(0, fraction)) })
    }
  }

  #report(updates: Updates): void {
    if (this.#ending.signal.aborted) return
    this.#current = updates
    this.#its.report(updates)
  }

  #lookIn(ms: number): void {
    const { updater, clock } = this.#its
    this.#timer.abort()
    if (updater === null || this.#ending.signal.aborted) return
    this.#timer = new AbortController()
    void hasElapsed(clock, ms, this.#timer.signal).then((isDue) => (isDue ? this.#look(updater) : undefined))
  }
}
