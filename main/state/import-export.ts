/**
 * Exports the settings, limits, ledgers and histories of this computer to one file, and imports them on another. An import
 * replaces the settings and limits, and only adds rows otherwise. It is idempotent.
 */
import { basename } from 'node:path'
import {
  type Failure,
  failed,
  type ImportContents,
  type ImportPreview,
  type Limits,
  ok,
  type Result,
} from '../../preload/contract/index.ts'
import { localDate } from '../calendar.ts'
import { type LedgerRow, parseRows } from '../organisation/keys/ledger.ts'
import { checkRows, type ImportCount, type Organisation } from '../organisation/organisation.ts'
import { failure } from '../parallel/failures.ts'
import { displayName } from '../parallel/text.ts'
import type { Clock, Files, Log } from '../ports.ts'
import { isLooser } from './charge-guard.ts'
import { definedMembers } from './defined-members.ts'
import { type ExportedOrganisation, type ExportFile, readExportFile, writeExportFile } from './export-file.ts'
import type { Navigation } from './navigation.ts'
import type { SettingsInForce } from './settings-in-force.ts'
import type { StateStore } from './store.ts'
import type { Toasts } from './toasts.ts'

/** Far more than years of readings of many organisations. */
const maxBytes = 50 * 1024 * 1024

export type ImportExportDeps = {
  readonly files: Files
  readonly clock: Clock
  readonly log: Log
  readonly serviceApiUrl: string
  readonly navigation: Navigation
  readonly toasts: Toasts
  readonly settings: SettingsInForce
  readonly organisations: {
    readonly exportable: readonly Pick<Organisation, 'id' | 'name' | 'isSignedIn' | 'export'>[]
    obtain(id: string): Pick<Organisation, 'importRows' | 'limits' | 'setLimits'>
  }
}

/** The content of the file, until the user confirms the import. */
type PendingImport = {
  readonly shown: ImportPreview
  readonly settings: ExportFile['settings']
  readonly organisations: readonly ExportedOrganisation[]
}

export class ImportExport {
  readonly #deps: ImportExportDeps
  /** Set while the dialog is open. */
  #pending: PendingImport | null = null
  #busy = false

  /** @param state observed to discard the pending import when the dialog is closed */
  constructor(deps: ImportExportDeps, state: StateStore) {
    this.#deps = deps
    state.subscribe(({ view }) => {
      if (view.dialog?.kind !== 'import') this.#pending = null
    })
  }

  /** Asks where to save, then writes the file. A toast reports the outcome. */
  exportAll(): Promise<Result<null>> {
    const { clock, files, toasts } = this.#deps
    return this.#exclusive(async () => {
      const path = await files.askWhereToSave(`parallel-tray-${localDate(clock.now())}.json`, 'json')
      if (path === null) return
      const file = basename(path)
      const text = await this.#text()
      const written = text.ok ? await files.write(path, text.value) : text
      if (written.ok) toasts.show({ kind: 'exported', file })
      else this.#showFailed('export', file, written.failure)
    })
  }

  /** Asks for a file and opens the dialog that summarises it. Changes nothing yet. */
  readFile(): Promise<Result<null>> {
    const { files, navigation } = this.#deps
    return this.#exclusive(async () => {
      const path = await files.askWhatToOpen('json')
      if (path === null) return
      const name = basename(path)
      const text = await files.read(path, maxBytes)
      const read = text.ok ? readExportFile(text.value) : text
      const found = read.ok ? this.#check(name, read.value) : read
      if (!found.ok) return this.#showFailed('import', name, found.failure)
      this.#pending = found.value
      navigation.openDialog({ kind: 'import', preview: found.value.shown })
    })
  }

  /** Everything that the import would change. Fails with `cancelled` if none is pending. */
  contents(): Result<ImportContents> {
    if (this.#pending === null) return failed(failure('cancelled', 'No file is waiting.'))
    return ok(
      this.#pending.organisations.map(({ organisationId: id, name, limits, ledger }) => ({
        id,
        name: displayName(id, name),
        limits: changedLimits(this.#deps.organisations.obtain(id).limits, limits),
        keys: rowsOf(ledger).map(({ keyId, name, appName, apiKeyId, status }) => {
          return { keyId, name, appName, apiKeyId, isDeleted: status.kind === 'deleted' }
        }),
      })),
    )
  }

  /** Imports what the dialog shows. Stops at the first write that fails; the import can then be repeated. */
  importFound(): Promise<Result<null>> {
    const { navigation, settings, toasts } = this.#deps
    const pending = this.#pending
    if (pending === null) return Promise.resolve(failed(failure('cancelled', 'No file is waiting.')))
    return this.#exclusive(async () => {
      navigation.closeDialog()
      const imported = await this.#import(pending.organisations)
      if (!imported.ok) return this.#showFailed('import', pending.shown.file, imported.failure)
      if (pending.settings !== undefined) await settings.replace(definedMembers(pending.settings))
      toasts.show({ kind: 'imported', ...imported.value })
    })
  }

  async #text(): Promise<Result<string>> {
    const { clock, organisations, serviceApiUrl, settings } = this.#deps
    const exported: ExportedOrganisation[] = []
    for (const organisation of organisations.exportable) {
      const { limits, ledger, history } = await organisation.export()
      const name = organisation.isSignedIn ? organisation.name : null
      const rows = { ledger: [...ledger], history: [...history] }
      exported.push({ serviceApiUrl, organisationId: organisation.id, name, limits, ...rows })
    }
    const text = writeExportFile(clock.now(), settings.current, exported)
    // A file that would be too large to import isn't written.
    const isSmall = Buffer.byteLength(text) <= maxBytes
    return isSmall ? ok(text) : failed(failure('invalid', 'There is more than a file may hold.'))
  }

  /** The organisations in the file that belong to the configured server. */
  #check(file: string, { madeAt, settings, organisations }: ExportFile): Result<PendingImport> {
    const ours = organisations.filter((one) => one.serviceApiUrl === this.#deps.serviceApiUrl)
    const count = { keys: 0, readings: 0 }
    for (const organisation of ours) {
      const checked = checkRows(organisation)
      if (!checked.ok) return checked
      add(count, checked.value)
    }
    const shown = { file, madeAt, settings: settings !== undefined, organisations: ours.length, ...count }
    return ok({ shown, settings, organisations: ours })
  }

  /**
   * Replaces the limits after all rows are imported. A limit stays if the file, of an older version, lacks it, or if the
   * file would raise the daily limit of top-ups.
   */
  async #import(exported: readonly ExportedOrganisation[]): Promise<Result<ImportCount>> {
    const { organisations } = this.#deps
    const count = { keys: 0, readings: 0 }
    for (const one of exported) {
      const imported = await organisations.obtain(one.organisationId).importRows(one)
      if (!imported.ok) return imported
      add(count, imported.value)
      // Each write is synchronous, so other work gets a turn in between.
      await new Promise((resolve) => setImmediate(resolve))
    }
    for (const { organisationId, limits } of exported) {
      if (limits === undefined) continue
      const organisation = organisations.obtain(organisationId)
      const changed = changedLimits(organisation.limits, limits).filter(({ isKept }) => !isKept)
      const change = Object.fromEntries(changed.map(({ limit, inFile }) => [limit, inFile]))
      organisation.setLimits({ ...organisation.limits, ...change })
    }
    return ok(count)
  }

  /** One at a time. A dialog may stay open for long, so the outcome is reported in the state, not as the result. */
  async #exclusive(work: () => Promise<void>): Promise<Result<null>> {
    if (this.#busy) return failed(failure('busy', 'Another file is being written or read.'))
    this.#busy = true
    try {
      await work()
      return ok(null)
    } finally {
      this.#busy = false
    }
  }

  #showFailed(operation: 'export' | 'import', name: string, why: Failure): void {
    this.#deps.log.failure(operation, why)
    this.#deps.toasts.show({ kind: 'failed', operation, name, failure: why })
  }
}

/** The limits in the file that differ from the current ones. A file never raises the daily limit of top-ups. */
function changedLimits(
  here: Limits,
  inFile: ExportedOrganisation['limits'] = {},
): ImportContents[number]['limits'] {
  return typedEntries(definedMembers(inFile))
    .filter(([limit, value]) => value !== here[limit])
    .map(([limit, value]) => ({
      limit,
      here: here[limit],
      inFile: value,
      isKept: limit === 'topUpPerDayCents' && isLooser(here[limit], value),
    }))
}

function typedEntries(limits: Partial<Limits>): readonly (readonly [keyof Limits, number | null])[] {
  return Object.entries(limits) as [keyof Limits, number | null][]
}

function rowsOf(ledger: readonly unknown[]): readonly LedgerRow[] {
  const rows = parseRows(ledger)
  return rows.ok ? rows.value : []
}

function add(count: { keys: number; readings: number }, more: ImportCount): void {
  count.keys += more.keys
  count.readings += more.readings
}
