import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  defaultLimits,
  defaultSettings,
  ok,
  type Result,
  type Settings,
} from '../../preload/contract/index.ts'
import { sampleOrganisation, sampleState } from '../../preload/testing/samples.ts'
import { failure } from '../parallel/failures.ts'
import { ChosenLimits } from '../storage/limits.ts'
import { ChosenSettings } from '../storage/settings.ts'
import { memoryApp, signedIn } from '../testing/memory-app.ts'
import {
  jsonReply,
  MemoryDesktopSettings,
  MemoryFiles,
  MemoryLog,
  MemoryStore,
} from '../testing/memory-ports.ts'
import { MemoryRows } from '../testing/memory-rows.ts'
import { MemoryService } from '../testing/memory-service.ts'
import { settle, VirtualClock } from '../testing/virtual-clock.ts'
import { Moving } from './moving.ts'
import { SettingsInForce } from './settings-in-force.ts'
import { StateStore } from './store.ts'
import { Toasts } from './toasts.ts'

const here = 'https://api.parallel.ai/account'
const events = { onWritten: () => {}, onStrange: () => {} }
const path = '/home/user/parallel-tray-2026-01-15.json'

/** A computer with its own settings, limits and rows; the files are what is carried between two. */
function computer(files = new MemoryFiles(), serviceApiUrl = here) {
  const store = new MemoryStore()
  const state = new StateStore(sampleState({ organisations: [sampleOrganisation()] }), (error) => {
    throw error
  })
  const desktop = new MemoryDesktopSettings()
  const log = new MemoryLog()
  const settings = new SettingsInForce({
    document: new ChosenSettings(store, events),
    desktop,
    log,
    report: (settings) => state.update({ settings }),
  })
  const limits = new ChosenLimits(store, serviceApiUrl, events)
  const areas = { ledger: new MemoryRows(), history: new MemoryRows() }
  const toasts = new Toasts(state)
  let limitsChanged = 0
  const moving = new Moving({
    files,
    clock: new VirtualClock(),
    log,
    serviceApiUrl,
    state,
    toasts,
    settings,
    limits,
    limitsChanged: () => {
      limitsChanged += 1
    },
    areas,
  })
  return {
    files,
    state,
    desktop,
    log,
    settings,
    limits,
    areas,
    moving,
    store,
    get limitsChanged() {
      return limitsChanged
    },
    /** What is kept, to compare. */
    kept: () => ({
      settings: settings.current,
      limits: [...limits.all].sort((a, b) => (a.organisationId < b.organisationId ? -1 : 1)),
      ledger: [...areas.ledger.of].sort(),
      history: [...areas.history.of].sort(),
    }),
    said: () => state.current.toasts.map((one) => one.content),
    async take(from: string): Promise<Result<null>> {
      files.opens = from
      await moving.readFile()
      return moving.importFound()
    },
  }
}

const chosen: Settings = { ...defaultSettings, theme: 'dark', pollInterval: 'slower', shortcut: 'Control+P' }

/** The file of a computer where everything was changed. */
async function carried(): Promise<MemoryFiles> {
  const old = computer()
  await old.settings.change(chosen)
  old.limits.keep('org_1', { ...defaultLimits, daysLeftBelow: 9 })
  old.limits.keep('org_2', { ...defaultLimits, rotateAfterDays: 30 })
  old.areas.ledger.of.set('org_1', [1, 2])
  old.areas.history.of.set('org_1', [10, 20, 30])
  old.areas.history.of.set('org_2', [40])
  await old.moving.exportAll()
  expect(old.said()).toEqual([{ kind: 'exported', file: 'parallel-tray-2026-01-15.json' }])
  return old.files
}

test('what the file holds is shown first, and nothing is changed before the user says so', async () => {
  const next = computer(await carried())
  const before = next.kept()
  next.files.opens = path
  await next.moving.readFile()
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

test('then everything is here: settings, limits, ledger and history', async () => {
  const next = computer(await carried())
  next.areas.ledger.of.set('org_1', [2, 3])
  next.limits.keep('org_3', { ...defaultLimits, daysLeftBelow: 1 })
  await next.take(path)
  expect(next.state.current.view.dialog).toBeNull()
  expect(next.state.current.settings).toEqual(chosen)
  expect(next.desktop.inForce).toEqual(chosen)
  expect(next.limits.get('org_1').daysLeftBelow).toBe(9)
  expect(next.limits.get('org_2').rotateAfterDays).toBe(30)
  expect(next.limits.get('org_3').daysLeftBelow).toBe(1)
  expect(next.limitsChanged).toBe(1)
  expect([...(next.areas.ledger.of.get('org_1') ?? [])]).toEqual([1, 2, 3])
  expect(next.areas.history.of.get('org_2')).toEqual([40])
  // Those that are new here, not those in the file.
  expect(next.said()).toEqual([{ kind: 'imported', keys: 1, readings: 4 }])
})

test('a setting that this desktop refuses stays as it was, and the others are taken over', async () => {
  const next = computer(await carried())
  next.desktop.refused = ['shortcut']
  await next.take(path)
  expect(next.settings.current).toEqual({ ...chosen, shortcut: null })
  expect(next.log.lines.join()).toContain('shortcut')
})

test('what an older version’s file does not know stays as it was chosen here', async () => {
  const files = await carried()
  const older = JSON.parse(files.files.get(path) ?? '')
  delete older.settings.theme
  delete older.organisations[0].limits.daysLeftBelow
  files.files.set(path, JSON.stringify(older))
  const next = computer(files)
  await next.settings.change({ theme: 'light' })
  next.limits.keep('org_1', { ...defaultLimits, daysLeftBelow: 5, spendableBelowCents: 1 })
  await next.take(path)
  expect(next.settings.current).toEqual({ ...chosen, theme: 'light' })
  expect(next.limits.get('org_1')).toEqual({ ...defaultLimits, daysLeftBelow: 5 })
})

test('a closed dialog has forgotten the file', async () => {
  const next = computer(await carried())
  next.files.opens = path
  await next.moving.readFile()
  next.state.update(({ view }) => ({ view: { ...view, dialog: null } }))
  await settle()
  expect(await next.moving.importFound()).toMatchObject({ failure: { kind: 'cancelled' } })
  expect(next.settings.current).toEqual(defaultSettings)
})

test('who changes their mind in the system’s dialog is told nothing', async () => {
  const { files, moving, said, state } = computer()
  files.folder = null
  expect(await moving.exportAll()).toEqual(ok(null))
  expect(await moving.readFile()).toEqual(ok(null))
  expect([said(), files.files.size, state.current.view.dialog]).toEqual([[], 0, null])
})

test('one at a time', async () => {
  const { files, moving } = computer()
  let choose = (_path: string | null): void => {}
  files.askWhereToSave = () =>
    new Promise((resolve) => {
      choose = resolve
    })
  const first = moving.exportAll()
  expect(await moving.exportAll()).toMatchObject({ failure: { kind: 'busy' } })
  expect(await moving.readFile()).toMatchObject({ failure: { kind: 'busy' } })
  choose(null)
  await first
  files.opens = null
  expect(await moving.readFile()).toMatchObject({ ok: true })
})

test.each([
  ['no JSON', '{', 'no JSON'],
  ['rows that are none', '"history":["x"]', 'no number'],
  ['too large', '', 'too large'],
])('a bad file, %s: said with its name, once, and no dialog', async (what, text, message) => {
  const next = computer(await carried())
  const whole = next.files.files.get(path) ?? ''
  if (what === 'no JSON') next.files.files.set(path, text)
  else if (what === 'too large') next.files.files.set(path, whole + ' '.repeat(50 * 1024 * 1024))
  else next.files.files.set(path, whole.replace('"history":[10,20,30]', text))
  next.files.opens = path
  expect(await next.moving.readFile()).toEqual(ok(null))
  const why = { kind: 'bad-file', message: expect.stringContaining(message) }
  const name = 'parallel-tray-2026-01-15.json'
  expect(next.said()).toMatchObject([{ kind: 'failed', operation: 'import', name, failure: why }])
  expect(next.state.current.view.dialog).toBeNull()
})

test('a disk that refuses: said, and everything can be done again', async () => {
  const old = computer()
  old.files.broken = failure('storage', 'ENOSPC')
  await old.moving.exportAll()
  expect(old.said()).toMatchObject([{ kind: 'failed', operation: 'export', failure: { kind: 'storage' } }])

  const next = computer(await carried())
  next.areas.history.broken = failure('storage', 'ENOSPC')
  await next.take(path)
  expect(next.said()).toMatchObject([{ kind: 'failed', operation: 'import', failure: { kind: 'storage' } }])
  expect(next.settings.current).toEqual(defaultSettings)
  next.areas.history.broken = null
  await next.take(path)
  expect(next.settings.current).toEqual(chosen)
  expect(next.areas.history.of.get('org_1')).toEqual([10, 20, 30])
})

test('rows that can’t be read are not left out without a word', async () => {
  const old = computer()
  old.areas.ledger.broken = failure('storage', 'EIO')
  await old.moving.exportAll()
  expect(old.files.files.size).toBe(0)
  expect(old.said()).toMatchObject([{ kind: 'failed', operation: 'export', failure: { kind: 'storage' } }])
})

test('what belongs to another server has nowhere to go', async () => {
  const other = computer(await carried(), 'https://api.other.example/account')
  await other.take(path)
  expect(other.kept()).toMatchObject({ settings: chosen, limits: [], ledger: [], history: [] })
})

test('never a token, a client id or anything else of a sign-in', async () => {
  const { app, commands, files, service, store, secrets } = await signedIn()
  await commands['settings.change']({ change: { theme: 'dark' } })
  await commands['data.export']({})
  const [text = ''] = files.files.values()
  expect(text).toContain('Halden Research')
  expect(text).toContain('"theme":"dark"')
  const planted = [
    service.liveRefreshToken,
    app.sessions.get('org_1')?.record.grant?.accessToken,
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

test('the commands move a house: limits, the ledger and the history, and no secret of a key', async () => {
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
  const back = await signedIn({ store: next.store, journal: next.journal })
  expect(back.app.state.current.organisations[0]).toMatchObject({
    limits: { daysLeftBelow: 8 },
    keys: { keys: 1 },
  })
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
  for (const [id, rows] of Object.entries(its.ledger)) made.areas.ledger.of.set(id, sorted(rows))
  for (const [id, rows] of Object.entries(its.history)) made.areas.history.of.set(id, sorted(rows))
  // The organisation with limits is the one that was signed in.
  for (const id of ['org_1', 'org_2']) {
    made.limits.keep(id, { ...defaultLimits, daysLeftBelow: its.days[id] ?? null })
  }
  await made.settings.change({ theme: its.theme as 'dark' | 'light' })
  await made.moving.exportAll()
  return made
}
const sorted = (rows: readonly number[]) => [...rows].sort((a, b) => a - b)
const fileOf = (made: { files: MemoryFiles }) => made.files.files.get(path) ?? ''

test('law: doing it twice is doing it once', async () => {
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

test('law: rows come to the same in whatever order the files come; settings and limits are those of the last one', async () => {
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
      const { ledger, history } = oneWay.kept()
      expect(other.kept()).toMatchObject({ ledger, history })
      expect(oneWay.settings.current.theme).toBe(b.theme)
      expect(other.limits.get('org_1').daysLeftBelow).toBe(a.days.org_1 ?? null)
    }),
    { numRuns: 40 },
  )
})
