/** Checks for updates once a day, downloads them in the background, and reports the progress. */
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
/** Keeps the check out of the start-up. */
const initialDelayMs = 3 * minuteMs
/** After the first, second and third consecutive failure; then daily. */
const retryDelaysMs = [10 * minuteMs, 60 * minuteMs, 360 * minuteMs]
/** Gives up after this time without a received byte. */
const stallTimeoutMs = minuteMs
/** Limits how often the download's progress changes the state. */
const progressIntervalMs = 250

type UpdatesDeps = {
  /** Null if this installation can't be updated. */
  readonly updater: Updater | null
  readonly clock: Clock
  readonly log: Log
  readonly check: UpdateCheck
  readonly report: (updates: Updates) => void
  /** Tells the user of a new version. `by` is null if it is downloaded and this app installs it. */
  readonly announce: (version: string, by: UpdatedBy | null) => void
}

export class AppUpdates {
  /** The user asked for a restart, not only for quitting. */
  restartWanted = false
  readonly #deps: UpdatesDeps
  #current: Updates | null
  #failures = 0
  #isChecking = false
  #timer = new AbortController()
  readonly #ending = new AbortController()

  constructor(deps: UpdatesDeps) {
    this.#deps = deps
    this.#current = deps.updater === null ? null : { kind: 'idle', checkedAt: deps.check.upToDateAt }
  }

  get current(): Updates | null {
    return this.#current
  }

  /** @returns true if the installation quits the app itself */
  install(restart: boolean): boolean {
    return this.#deps.updater?.install(restart) ?? false
  }

  /** Schedules the daily checks, the first one in some minutes at the earliest. */
  start(): void {
    if (this.#deps.updater === null) return
    const { clock, check } = this.#deps
    const agoMs = check.upToDateAt === null ? dayMs : clock.now() - check.upToDateAt
    // A check in the future means that the clock was wrong then or is wrong now.
    const leftMs = agoMs < 0 ? 0 : dayMs - agoMs
    this.#scheduleCheck(Math.max(leftMs, initialDelayMs))
  }

  stop(): void {
    this.#timer.abort()
    this.#ending.abort()
  }

  /** "Check now". Fails with `busy` during another check; the state reports progress and result. */
  checkNow(): Result<null> {
    if (this.#deps.updater === null) return failed(failure('not-found', 'There are no updates here.'))
    if (this.#isChecking) return failed(failure('busy', 'It is being looked for already.'))
    void this.#check(this.#deps.updater)
    return ok(null)
  }

  /** Retries when the network is back, unless the failure had another cause: an invalid file or a full disk. */
  backOnline(): void {
    if (this.#current?.kind !== 'failed') return
    const { kind } = this.#current.failure
    if (kind !== 'bad-file' && kind !== 'storage') this.checkNow()
  }

  async #check(updater: Updater): Promise<void> {
    if (this.#isChecking || this.#ending.signal.aborted) return
    this.#isChecking = true
    try {
      this.#scheduleCheck(await this.#findAndDownload(updater))
    } finally {
      this.#isChecking = false
    }
  }

  /** @returns milliseconds until the next check */
  async #findAndDownload(updater: Updater): Promise<number> {
    const { clock, check, log, announce } = this.#deps
    const known =
      this.#current?.kind === 'ready' || this.#current?.kind === 'elsewhere' ? this.#current : null
    if (known?.kind !== 'ready') this.#report({ kind: 'checking' })
    const found = await this.#withStallTimeout((signal) => updater.find(signal))
    if (!found.ok) return this.#fail('check', found, known)
    const version = found.value
    if (version === null) {
      this.#failures = 0
      check.setUpToDateAt(clock.now())
      this.#report({ kind: 'idle', checkedAt: clock.now() })
      return dayMs
    }
    check.setUpToDateAt(null)
    if (updater.by !== null) {
      this.#failures = 0
      this.#report({ kind: 'elsewhere', version, by: updater.by })
      if (check.markAnnounced(version)) announce(version, updater.by)
      return dayMs
    }
    if (known?.version !== version) {
      log.info('update found', { version })
      this.#report({ kind: 'downloading', version, fraction: 0 })
      const downloaded = await this.#withStallTimeout((signal, onProgress) =>
        updater.download(this.#progressReporter(version, onProgress), signal),
      )
      if (!downloaded.ok) return this.#fail('download', downloaded, null)
      log.info('update ready', { version })
      this.#report({ kind: 'ready', version })
      announce(version, null)
    }
    this.#failures = 0
    return dayMs
  }

  /** A version that is known already stays in the state when the check for a newer one fails. */
  #fail(step: 'check' | 'download', { failure }: { failure: Failure }, known: Updates | null): number {
    const waitMs = failure.kind === 'bad-file' ? dayMs : (retryDelaysMs[this.#failures] ?? dayMs)
    this.#failures += 1
    if (this.#ending.signal.aborted) return waitMs
    this.#deps.log.failure(`update ${step}`, failure)
    this.#report(known ?? { kind: 'failed', step, failure, nextTryAt: this.#deps.clock.now() + waitMs })
    return waitMs
  }

  /** Aborts the operation's signal when it makes no progress for too long, and when the app stops. */
  async #withStallTimeout<T>(
    operation: (signal: AbortSignal, onProgress: () => void) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const { clock } = this.#deps
    const stalled = new AbortController()
    const finished = new AbortController()
    let progress = 0
    const watch = async (): Promise<void> => {
      for (let seen = -1; seen !== progress; ) {
        seen = progress
        if (!(await hasElapsed(clock, stallTimeoutMs, finished.signal))) return
      }
      stalled.abort()
    }
    void watch()
    const result = await operation(AbortSignal.any([stalled.signal, this.#ending.signal]), () => {
      progress += 1
    })
    finished.abort()
    return result
  }

  #progressReporter(version: string, onProgress: () => void): (fraction: number) => void {
    const { clock } = this.#deps
    let reportedAt = clock.elapsed()
    return (fraction) => {
      onProgress()
      if (clock.elapsed() - reportedAt < progressIntervalMs) return
      reportedAt = clock.elapsed()
      this.#report({ kind: 'downloading', version, fraction: Math.min(1, Math.max(0, fraction)) })
    }
  }

  #report(updates: Updates): void {
    if (this.#ending.signal.aborted) return
    this.#current = updates
    this.#deps.report(updates)
  }

  #scheduleCheck(ms: number): void {
    const { updater, clock } = this.#deps
    this.#timer.abort()
    if (updater === null || this.#ending.signal.aborted) return
    this.#timer = new AbortController()
    void hasElapsed(clock, ms, this.#timer.signal).then((isDue) => (isDue ? this.#check(updater) : undefined))
  }
}
