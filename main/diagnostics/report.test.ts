import { expect, test } from 'vitest'
import { sampleNow, sampleOrganisation, sampleState } from '../../preload/testing/samples.ts'
import { failure } from '../parallel/failures.ts'
import { formatLogLine } from './log-text.ts'
import { type Findings, writeReport } from './report.ts'

const minute = 60_000
const line = (event: string, more: object = {}) =>
  JSON.stringify({ at: '2026-01-15T11:00:00.000Z', level: 'info', event, ...more })

const state = sampleState({
  organisations: [
    sampleOrganisation({
      name: 'Halden Research',
      balance: {
        creditCents: 123_456,
        heldCents: 0,
        spendableCents: 123_456,
        invoiced: false,
        readAt: sampleNow - 3 * minute,
      },
      trouble: { failure: failure('offline', ''), since: sampleNow - minute },
    }),
    sampleOrganisation({ id: 'org_2', name: 'X', session: { kind: 'sign-in-again', since: sampleNow } }),
  ],
  pendingSignOuts: [
    { organisationId: 'org_3', organisationName: 'Lund', since: sampleNow, until: null, nextTryAt: null },
  ],
})

const findings: Findings = {
  at: sampleNow,
  startedAt: sampleNow - 90 * minute,
  state,
  systemSections: [{ title: 'System', facts: [['name', 'linux 6.1 x64']] }],
  failures: [],
  crash: null,
  checks: [],
  log: [line('started'), line('started')],
}
const plain = (text: string): string => text
const report = (change: Partial<Findings> = {}) => writeReport({ ...findings, ...change }, plain)

test('is readable text', () => {
  const text = report()
  expect(text).toMatch(
    /^Parallel Tray diagnostics\n\nApp\n {2}made +2026-01-15T12:00:00\.000Z\n {2}version +0\.0\.0\n/,
  )
  expect(text).toContain('running since  2026-01-15T10:30:00.000Z (90 min)')
  expect(text).toMatch(/updates +not by itself\n/)
  expect(text).toMatch(/proxy +asks for nothing; 0 kept\n/)
  expect(text).toContain('1. active, kept encrypted; renewed 0 s ago')
  expect(text).toContain('read 3 min ago; trouble since 2026-01-15T11:59:00.000Z: offline')
  expect(text).toContain('2. sign-in-again; may see; never read')
  expect(text).toContain('Network checks\n  not run\n')
  expect(text.endsWith('  2026-01-15T11:00:00.000Z  info     started\n')).toBe(true)
  const heads = text.split('\n').filter((one) => /^[A-Z]/.test(one))
  expect(heads.slice(1)).toEqual([
    'App',
    'Network checks',
    'System',
    'Settings',
    'Organisations',
    'Requests that failed since the start',
    'Last crash',
    'Log, the newest last',
  ])
})

test('contains no organisation and no amount anywhere', () => {
  const said = 'Halden Research (org_1) and Lund (org_3) owe nothing'
  const text = report({
    failures: [{ what: 'GET /x', failure: failure('server', said), firstAt: 0, lastAt: 0, count: 1 }],
    log: [line('event', { why: said })],
    crash: { version: 1, at: 0, appVersion: '1', error: said, stack: [], wasShown: true },
  })
  for (const name of ['Halden', 'Lund', 'org_1', 'org_3', '1234', '1,234']) expect(text).not.toContain(name)
  expect(text.split('organisation 1 (organisation 1) and a signed-out organisation')).toHaveLength(4)
})

test('removes organisations from the log, also one that was signed out and one whose name contains another’s', () => {
  const named = sampleState({
    organisations: [
      sampleOrganisation({ name: 'Lund' }),
      sampleOrganisation({ id: 'org_12', name: 'Lund "Nord" Ltd' }),
    ],
  })
  const top = (organisationId: string) => line('top-up', { organisationId, amountCents: 98_765 })
  const log = [top('org_12'), top('org_gone'), line('event', { why: 'Lund "Nord" Ltd, Lund' })]
  const text = report({ state: named, log })
  for (const secret of ['Nord', 'Ltd', 'org_', '98765']) expect(text).not.toContain(secret)
  expect(text).toContain('top-up  organisationId="organisation 2"\n')
  expect(text).toContain('top-up  organisationId="one before"\n')
  expect(text).toContain('event  why="organisation 2, organisation 1"\n')
})

test('shows equal failures as one line, with the reference for support', () => {
  const refused = failure('server', '502', { reference: 'ref_1' })
  const seen = { what: 'GET /balance', failure: refused, firstAt: 0, lastAt: minute, count: 3 }
  expect(report({ failures: [seen] })).toContain(
    'GET /balance  server  502  reference ref_1  (3 times, 1970-01-01T00:00:00.000Z to 1970-01-01T00:01:00.000Z)',
  )
})

test('is redacted as a whole, and short', () => {
  const log = Array.from({ length: 5000 }, (_, at) => line('long', { at, why: 'x'.repeat(600) }))
  const text = writeReport({ ...findings, log }, (whole) =>
    whole.replaceAll('Halden', '').replaceAll('x', 'y'),
  )
  expect(text).not.toContain('x')
  expect(text.length).toBeLessThan(64 * 1024)
  expect(text).toContain('long')
})

test.each([
  [['started'], 'unknown'],
  [['started', 'ended', 'started', 'tried'], 'in order'],
  [['started', 'tried', 'started'], 'without a word'],
  [['started', 'crashed', 'started'], 'crashed'],
  [['ended', 'started', 'ended', 'started', 'crashed', 'started', 'ended'], 'crashed'],
  [[], 'unknown'],
])('%j: the run before ended %s', (events, how) => {
  expect(report({ log: events.map((event) => line(event)) })).toContain(`run before     ended ${how}\n`)
})

test('leaves a line in another format unchanged', () => {
  expect(formatLogLine('torn {"at"')).toBe('torn {"at"')
  expect(formatLogLine('[1]')).toBe('[1]')
  expect(formatLogLine(line('tried', { count: 2, why: 'a "b"' }))).toBe(
    '2026-01-15T11:00:00.000Z  info     tried  count=2 why="a \\"b\\""',
  )
})
