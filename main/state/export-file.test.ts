import fc from 'fast-check'
import { expect, it } from 'vitest'
import { defaultLimits, defaultSettings } from '../../preload/contract/index.ts'
import { type ExportedOrganisation, readExportFile, writeExportFile } from './export-file.ts'

const organisation: ExportedOrganisation = {
  serviceApiUrl: 'https://api.parallel.ai/account',
  organisationId: 'org_1',
  name: 'Halden Research',
  limits: defaultLimits,
  ledger: [{ name: 'prod-1' }],
  history: [[1, 2]],
}

it('reads version 1 of the file', () => {
  const text =
    '{"app":"parallel-tray","version":1,"madeAt":1768478400000,' +
    '"settings":{"openAtLogin":false,"startHidden":false,"closeToTray":true,"shortcut":null,' +
    '"shortcutCode":null,"pollInterval":"normal",' +
    '"notifications":true,"theme":"system","language":"system","trayTitle":"none"},' +
    '"organisations":[{"serviceApiUrl":"https://api.parallel.ai/account","organisationId":"org_1",' +
    '"name":"Halden Research","limits":{"spendableBelowCents":1000,"daysLeftBelow":3,' +
    '"spentWithinHourCents":2500,"topUpPerDayCents":15000,"rotateAfterDays":null},' +
    '"ledger":[{"name":"prod-1"}],"history":[[1,2]]}]}\n'
  const { settings } = JSON.parse(text)
  expect(readExportFile(text)).toMatchObject({ ok: true, value: { settings, organisations: [organisation] } })
  expect(writeExportFile(1768478400000, settings, [organisation])).toBe(text)
})

it('drops unknown members', () => {
  const settings = { ...defaultSettings, accessToken: 'planted' }
  const limits = { ...defaultLimits, clientId: 'planted' }
  const odd = { ...organisation, limits, refreshToken: 'planted' }
  expect(writeExportFile(0, settings, [odd])).not.toContain('planted')
})

it.each([
  ['no JSON', '{"app":"parallel-tray"', 'no JSON'],
  ['another app', '{"app":"another","version":1}', 'not made by Parallel Tray'],
  ['no object', '[1]', 'not made by Parallel Tray'],
  ['newer', '{"app":"parallel-tray","version":2}', 'newer version'],
  ['no organisations', '{"app":"parallel-tray","version":1,"madeAt":1}', 'organisations'],
  [
    'more rows than an organisation can have',
    JSON.stringify({
      app: 'parallel-tray',
      version: 1,
      madeAt: 1,
      organisations: [{ ...organisation, history: Array.from({ length: 50_001 }, () => 0) }],
    }),
    'organisations.0.history',
  ],
  [
    'a spoilt limit',
    writeExportFile(1, defaultSettings, [organisation]).replace(
      '"daysLeftBelow":3',
      '"daysLeftBelow":"soon"',
    ),
    'organisations.0.limits.daysLeftBelow',
  ],
  [
    'a spoilt setting',
    writeExportFile(1, defaultSettings, []).replace('"pollInterval":"normal"', '"pollInterval":"planted"'),
    'settings.pollInterval',
  ],
])('%s: the message names the problem', (_what, text, message) => {
  const read = readExportFile(text)
  expect(read).toMatchObject({ failure: { kind: 'bad-file', message: expect.stringContaining(message) } })
  expect(JSON.stringify(read)).not.toMatch(/planted|soon/)
})

it('never throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
      expect(readExportFile(text).ok).toBe(false)
    }),
  )
  const file = fc.record({
    app: fc.constant('parallel-tray'),
    version: fc.constant(1),
    madeAt: fc.oneof(fc.nat(), fc.jsonValue()),
    organisations: fc.oneof(fc.array(fc.record({ organisationId: fc.string(), limits: fc.jsonValue() }))),
  })
  fc.assert(
    fc.property(file, (found) => {
      expect(typeof readExportFile(JSON.stringify(found)).ok).toBe('boolean')
    }),
  )
})
