/** History, forecast and alerts in the whole app: what each fresh reading brings about. */
import { expect, test } from 'vitest'
import { failed } from '../../preload/contract/index.ts'
import { failure } from '../parallel/failures.ts'
import { memoryApp, signedIn } from '../testing/memory-app.ts'
import { settle } from '../testing/virtual-clock.ts'

const minute = 60_000
const hour = 60 * minute
const shown = ({ app }: Awaited<ReturnType<typeof signedIn>>) => app.state.current.organisations[0]

test('builds history, forecast and view from readings, also after a restart', async () => {
  const first = await signedIn()
  const began = first.service.creditCents
  first.service.creditCents = began - 400
  await first.clock.advance(26 * hour)
  expect(shown(first)?.history).toMatchObject({
    forecast: { kind: 'known', perDayCents: expect.closeTo((400 * 24) / 26, -1) },
    sinceYesterdayCents: 0,
  })
  await first.app.shutDown()
  const again = memoryApp(first)
  again.service.before = () => failed(failure('offline', 'no network'))
  await again.app.start()
  await again.app.organisations.get('org_1')?.history.open()
  expect(shown(again)?.history.readings).toBe(shown(first)?.history.readings)
  const view = await again.commands['history.read']({ organisationId: 'org_1', range: 'week' })
  expect(view).toMatchObject({ ok: true, value: { range: 'week', spentCents: expect.closeTo(400, 3) } })
  expect(await again.commands['history.read']({ organisationId: 'org_2', range: 'day' })).toMatchObject({
    failure: { kind: 'signed-out' },
  })
})

test('raises an alert by a reading, and not again after a restart', async () => {
  const first = await signedIn()
  expect(shown(first)?.alerts).toEqual([])
  first.service.creditCents = 1250 + 999
  await first.clock.advance(6 * minute)
  const alerts = shown(first)?.alerts
  expect(alerts?.map(({ kind }) => kind)).toEqual(['spending', 'spendable'])
  await first.app.shutDown()
  const again = memoryApp(first)
  await again.app.start()
  expect(shown(again)?.alerts).toEqual(alerts)
  await settle()
  await again.clock.advance(6 * minute)
  expect(shown(again)?.alerts).toEqual(alerts)
})

test('raises no alert without a reading', async () => {
  const made = await signedIn()
  made.service.creditCents = 1250
  made.service.before = () => failed(failure('offline', 'no network'))
  await made.clock.advance(48 * hour)
  expect(shown(made)?.alerts).toEqual([])
})

test('raises an alert at once for a new limit that is already crossed', async () => {
  const made = await signedIn()
  await made.commands['limits.change']({ organisationId: 'org_1', change: { spendableBelowCents: 90_000 } })
  expect(shown(made)?.alerts.map(({ kind }) => kind)).toEqual(['spendable'])
  await made.commands['limits.change']({ organisationId: 'org_1', change: { spendableBelowCents: null } })
  expect(shown(made)?.alerts).toEqual([])
})

test('removes the alerts after a sign-out, and keeps the history for the next sign-in', async () => {
  const made = await signedIn()
  await made.commands['limits.change']({ organisationId: 'org_1', change: { spendableBelowCents: 90_000 } })
  await made.commands['organisation.sign-out']({ organisationId: 'org_1', forget: false })
  await settle()
  expect([...made.store.files.keys()].filter((name) => name.endsWith('/alerts'))).toEqual([])
  expect(made.appendLog.files.size).toBe(1)
})

test('exports to the chosen file, reports success briefly, and keeps a failure visible', async () => {
  const made = await signedIn()
  const { app, commands, files } = made
  await commands['history.export']({ organisationId: 'org_1', format: 'csv' })
  await settle()
  expect([...files.files.values()].join('')).toContain('"Halden Research",2026-01-15T12:')
  expect(app.state.current.toasts).toMatchObject([
    { content: { kind: 'exported', file: 'Halden-Research-history-2026-01-15.csv' } },
  ])
  files.broken = failure('storage', 'ENOSPC')
  await commands['history.export']({ organisationId: 'org_1', format: 'json' })
  await settle()
  expect(app.state.current.toasts.at(-1)).toMatchObject({
    content: { kind: 'failed', operation: 'export', failure: { kind: 'storage' } },
  })
  files.folder = null
  await commands['history.export']({ organisationId: 'org_1', format: 'json' })
  await settle()
  expect(app.state.current.toasts).toHaveLength(2)
})
