/**
 * Moving house: one file out of what is kept here, and back into what is kept elsewhere. Importing adds and never
 * takes away, but for the settings and the limits, which are replaced; doing it again changes nothing.
 */
import { basename } from 'node:path'
import { type Failure, failed, type ImportFound, ok, type Result } from '../../preload/contract/index.ts'
import type { ChosenLimits } from '../organisation/limits.ts'
import type { Movable } from '../organisation/movable.ts'
import { failure } from '../parallel/failures.ts'
import type { Clock, Files, Log } from '../ports.ts'
import { definedMembers } from './defined-members.ts'
import { type MovedFile, type MovedOrganisation, readMovedFile, writeMovedFile } from './moved-file.ts'
import type { SettingsInForce } from './settings-in-force.ts'
import type { StateStore } from './store.ts'
import type { Toasts } from './toasts.ts'

/** Years of readings of many organisations stay far below. */
const mostBytes = 50 * 1024 * 1024

const areaNames = ['ledger', 'history'] as const
type AreaName = (typeof areaNames)[number]

type Dependencies = {
  readonly files: Files
  readonly clock: Clock
  readonly log: Log
  readonly serviceApiUrl: string
  readonly state: StateStore
  readonly toasts: Toasts
  readonly settings: SettingsInForce
  readonly limits: ChosenLimits
  readonly limitsChanged: () => void
  /** Who keeps the rows of the organisations. */
  readonly areas: { readonly [N in AreaName]: Movable }
}

type Count = Record<AreaName, number>

/** What was read and waits for the user's word. */
type Found = {
  readonly shown: ImportFound
  readonly settings: MovedFile['settings']
  readonly organisations: readonly MovedOrganisation[]
}

export class Moving {
  readonly #its: Dependencies
  /** As long as the dialog is open. */
  #found: Found | null = null
  #busy = false

  constructor(dependencies: Dependencies) {
    this.#its = dependencies
    dependencies.state.subscribe(({ view }) => {
      if (view.dialog?.kind !== 'import') this.#found = null
    })
  }

  /** Asks where to, and writes the file. The outcome is said by a toast. */
  exportAll(): Promise<Result<null>> {
    const { clock, files, toasts } = this.#its
    return this.#alone(async () => {
      const path = await files.askWhereToSave(`parallel-tray-${localDay(clock.now())}.json`, 'json')
      if (path === null) return
      const file = basename(path)
      const text = await this.#text()
      const written = text.ok ? await files.write(path, text.value) : text
      if (written.ok) toasts.say({ kind: 'exported', file })
      else this.#sayFailed('export', file, written.failure)
    })
  }

  /** Asks for a file and opens the dialog that says what it holds. Nothing is changed yet. */
  readFile(): Promise<Result<null>> {
    const { files, state } = this.#its
    return this.#alone(async () => {
      const path = await files.askWhatToOpen('json')
      if (path === null) return
      const name = basename(path)
      const text = await files.read(path, mostBytes)
      const read = text.ok ? readMovedFile(text.value) : text
      const found = read.ok ? this.#look(name, read.value) : read
      if (!found.ok) return this.#sayFailed('import', name, found.failure)
      this.#found = found.value
      const dialog = { kind: 'import', found: found.value.shown } as const
      state.update(({ view }) => ({ view: { ...view, dialog } }))
    })
  }

  /** Takes over what the dialog shows. Stops at what the disk refuses; then it can be done again as a whole. */
  importFound(): Promise<Result<null>> {
    const { state, toasts } = this.#its
    const found = this.#found
    if (found === null) return Promise.resolve(failed(failure('cancelled', 'No file is waiting.')))
    return this.#alone(async () => {
      state.update(({ view }) => ({ view: { ...view, dialog: null } }))
      const added = await this.#addRows(found.organisations)
      if (!added.ok) return this.#sayFailed('import', found.shown.file, added.failure)
      this.#replaceLimits(found.organisations)
      if (found.settings !== undefined) await this.#its.settings.replace(definedMembers(found.settings))
      toasts.say({ kind: 'imported', keys: added.value.ledger, readings: added.value.history })
    })
  }

  async #text(): Promise<Result<string>> {
    const { clock, settings } = this.#its
    const organisations = await this.#organisations()
    if (!organisations.ok) return organisations
    const text = writeMovedFile(clock.now(), settings.current, organisations.value)
    // What could not be read again is better not written.
    const isSmall = Buffer.byteLength(text) <= mostBytes
    return isSmall ? ok(text) : failed(failure('invalid', 'There is more than a file may hold.'))
  }

  /** Those that are signed in, and those that were and have limits of their own. */
  async #organisations(): Promise<Result<readonly MovedOrganisation[]>> {
    const { areas, limits, serviceApiUrl, state } = this.#its
    const names = new Map<string, string | null>()
    for (const one of limits.all) if (one.serviceApiUrl === serviceApiUrl) names.set(one.organisationId, null)
    for (const { id, name } of state.current.organisations) names.set(id, name)
    const organisations: MovedOrganisation[] = []
    for (const [organisationId, name] of names) {
      const ledger = await areas.ledger.export(organisationId)
      if (!ledger.ok) return ledger
      const history = await areas.history.export(organisationId)
      if (!history.ok) return history
      organisations.push({
        serviceApiUrl,
        organisationId,
        name,
        limits: limits.get(organisationId),
        ledger: [...ledger.value],
        history: [...history.value],
      })
    }
    return ok(organisations)
  }

  /** What the file holds for this server; what belongs to another one has nowhere to go. */
  #look(name: string, { madeAt, settings, organisations }: MovedFile): Result<Found> {
    const ours = organisations.filter((one) => one.serviceApiUrl === this.#its.serviceApiUrl)
    const count = { ledger: 0, history: 0 }
    for (const organisation of ours) {
      for (const area of areaNames) {
        const checked = this.#its.areas[area].check(organisation[area])
        if (!checked.ok) return checked
        count[area] += checked.value
      }
    }
    const shown = {
      file: name,
      madeAt,
      settings: settings !== undefined,
      keys: count.ledger,
      readings: count.history,
      organisations: ours.length,
    }
    return ok({ shown, settings, organisations: ours })
  }

  async #addRows(organisations: readonly MovedOrganisation[]): Promise<Result<Count>> {
    const count = { ledger: 0, history: 0 }
    for (const organisation of organisations) {
      for (const name of areaNames) {
        const area = this.#its.areas[name]
        const added = await area.import(organisation.organisationId, organisation[name])
        if (!added.ok) return added
        count[name] += added.value
      }
      // Each is written at once: everything else gets its turn in between.
      await new Promise((resolve) => setImmediate(resolve))
    }
    return ok(count)
  }

  /** A limit that the file, of an older version, doesn't know stays as it is. */
  #replaceLimits(organisations: readonly MovedOrganisation[]): void {
    const { limits: kept } = this.#its
    const given = organisations.flatMap(({ serviceApiUrl, organisationId, limits }) =>
      limits === undefined
        ? []
        : [
            {
              serviceApiUrl,
              organisationId,
              limits: { ...kept.get(organisationId), ...definedMembers(limits) },
            },
          ],
    )
    kept.keepAll(given)
    this.#its.limitsChanged()
  }

  /** One at a time. How it went is in the state, whatever time it takes; so a failure isn't the answer, too. */
  async #alone(deed: () => Promise<void>): Promise<Result<null>> {
    if (this.#busy) return failed(failure('busy', 'Another file is being written or read.'))
    this.#busy = true
    try {
      await deed()
      return ok(null)
    } finally {
      this.#busy = false
    }
  }

  #sayFailed(deed: 'export' | 'import', name: string, why: Failure): void {
    this.#its.log.failure(deed, why)
    this.#its.toasts.say({ kind: 'failed', deed, name, failure: why })
  }
}

/** YYYY-MM-DD in the local calendar. */
function localDay(at: number): string {
  const day = new Date(at)
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}
