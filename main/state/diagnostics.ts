/** The diagnostics: a text generated on request, shown to the user, and copied or saved exactly as shown. */
import { basename } from 'node:path'
import { type AppState, type Failure, failed, ok, type Result } from '../../preload/contract/index.ts'
import { type Check, checkNetwork } from '../diagnostics/network-checks.ts'
import { type RecentFailures, requestName } from '../diagnostics/recent-failures.ts'
import type { Redact } from '../diagnostics/redaction.ts'
import { writeReport } from '../diagnostics/report.ts'
import type { Endpoints } from '../parallel/endpoints.ts'
import type { OnFailure } from '../parallel/exchange.ts'
import { failure } from '../parallel/failures.ts'
import type { Clock, Desktop, Files, Http, Records, SystemProbe } from '../ports.ts'
import type { StateStore } from './store.ts'

const logBytes = 256 * 1024

type DiagnosticsDeps = {
  readonly state: StateStore
  readonly clock: Clock
  readonly http: Http
  readonly server: Endpoints
  readonly desktop: Desktop
  readonly files: Files
  readonly records: Records
  readonly systemProbe: SystemProbe
  readonly redact: Redact
}

export class Diagnostics {
  readonly #deps: DiagnosticsDeps
  readonly #failures: RecentFailures
  readonly #startedAt: number
  #checks: readonly Check[] = []
  #checking: AbortController | null = null
  /** The text in the dialog, which is what copy and save use. */
  #shown: string | null = null
  #reads = 0

  constructor(dependencies: DiagnosticsDeps, failures: RecentFailures) {
    this.#deps = dependencies
    this.#failures = failures
    const { state, clock, records } = dependencies
    this.#startedAt = clock.now()
    const crash = records.crash()
    let shouldShow = crash !== null && !crash.wasShown
    if (crash !== null && shouldShow) {
      const crashed = { kind: 'crashed', at: crash.at } as const
      state.update(({ notices }) => ({ notices: [...notices, crashed] }))
    }
    state.subscribe((now, before) => {
      if (shouldShow && !isCrashed(now)) {
        shouldShow = false
        records.markCrashShown()
      }
      if (before.view.dialog?.kind === 'diagnostics' && now.view.dialog?.kind !== 'diagnostics')
        this.#closed()
    })
  }

  /** Opens the dialog over the current screen. */
  open(): void {
    this.#deps.state.update(({ view, notices }) => ({
      view: { ...view, dialog: { kind: 'diagnostics' } },
      notices: notices.filter(({ kind }) => kind !== 'crashed'),
    }))
  }

  async read(): Promise<string> {
    const { state, clock, records, systemProbe, redact } = this.#deps
    const read = ++this.#reads
    const described = await systemProbe.describe()
    const found = {
      at: clock.now(),
      startedAt: this.#startedAt,
      state: state.current,
      systemSections: described,
      failures: this.#failures.all,
      crash: records.crash(),
      checks: this.#checks,
      log: records.log(logBytes),
    }
    const text = writeReport(found, redact)
    // Responses may arrive out of order, and the window shows that to its latest request.
    if (read === this.#reads) this.#shown = text
    return text
  }

  /** Starts the network checks, which end when they are done or the dialog is closed. Fails with `busy` during them. */
  check(): Result<null> {
    const { state, http, clock, server, systemProbe } = this.#deps
    if (this.#checking !== null) return failed(failure('busy', 'The network is being checked.'))
    if (state.current.view.dialog?.kind !== 'diagnostics')
      return failed(failure('cancelled', 'Nobody looks at the diagnostics.'))
    const checking = new AbortController()
    this.#checking = checking
    this.#checks = []
    this.#changed()
    const report = (check: Check): void => {
      this.#checks = [...this.#checks, check]
      this.#changed()
    }
    void checkNetwork({ systemProbe, http, clock, server, report }, checking.signal).then(() => {
      if (this.#checking !== checking) return
      this.#checking = null
      this.#changed()
    })
    return ok(null)
  }

  async copy(): Promise<Result<null>> {
    const copied = await this.#deps.desktop.copyText(this.#shown ?? (await this.read()))
    return copied ? ok(null) : failed(failure('clipboard', 'The clipboard took nothing.'))
  }

  /** Saves to a file that the user chooses. Returns its name, or null if the user cancelled. */
  async save(): Promise<Result<string | null>> {
    const { clock, files } = this.#deps
    const text = this.#shown ?? (await this.read())
    const day = new Date(clock.now()).toISOString().slice(0, 10)
    const path = await files.askWhereToSave(`parallel-tray-diagnostics-${day}.txt`, 'txt')
    if (path === null) return ok(null)
    const written = await files.write(path, text)
    return written.ok ? ok(basename(path)) : written
  }

  #closed(): void {
    this.#checking?.abort()
    this.#checking = null
    this.#checks = []
    this.#shown = null
    this.#reads += 1
    this.#changed()
  }

  #changed(): void {
    const checking = this.#checking !== null
    this.#deps.state.update(({ diagnostics }) => ({
      diagnostics: { revision: diagnostics.revision + 1, checking },
    }))
  }
}

function isCrashed({ notices }: AppState): boolean {
  return notices.some(({ kind }) => kind === 'crashed')
}

/**
 * Records each failure without identifiers. It is redacted at once, since its secrets may no longer be in memory later.
 * @param withoutAlive removes the secrets in memory, also from the failure that goes to the log and the window
 */
export function recordFailures(deps: {
  readonly failures: RecentFailures
  readonly clock: Clock
  readonly redact: Redact
  readonly withoutAlive: Redact
}): OnFailure {
  return ({ method, url }, why) => {
    deps.failures.record(requestName(method, url), cleaned(why, deps.redact), deps.clock.now())
    return cleaned(why, deps.withoutAlive)
  }
}

function cleaned(why: Failure, clean: Redact): Failure {
  const { message, reference } = why
  return {
    ...why,
    message: clean(message),
    ...(reference === undefined ? {} : { reference: clean(reference) }),
  }
}
