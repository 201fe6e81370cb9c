import pLimit from 'p-limit'
import { expect, it } from 'vitest'
import type { Balance, HistorySummary, Result } from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'
import { memoryFolder } from '../../testing/memory-folder.ts'
import { MemoryAppendLog, MemoryLog } from '../../testing/memory-ports.ts'
import { day, hour, minute } from '../../testing/sample-series.ts'
import { VirtualClock } from '../../testing/virtual-clock.ts'
import { countReadings, History } from './history.ts'

function made(appendLog = new MemoryAppendLog(), clock = new VirtualClock()) {
  const reported: HistorySummary[] = []

  const unreadable: string[] = []
  const results: Result<unknown>[] = []
  const history = new History({
    folder: memoryFolder({ written: results, unreadable }),
    appendLog,
    clock,
    log: new MemoryLog(),
    loadLimit: pLimit(1),
    maxIntervalMs: () => 5 * minute,
    report: ({ history }) => reported.push(history),
  })
  const read = (creditCents: number, change: Partial<Balance> = {}) =>
    history.record({
      creditCents,
      heldCents: 0,
      spendableCents: creditCents,
      invoiced: false,
      readAt: clock.now(),
      ...change,
    })
  /** Reads every five minutes, the last time now. */
  async function readFor(ms: number, creditAt: (passed: number) => number): Promise<void> {
    for (let passed = 0; passed <= ms; passed += 5 * minute) {
      await read(creditAt(passed))
      if (passed < ms) await clock.advance(5 * minute)
    }
  }
  const lines = (): readonly string[] => [...appendLog.files.values()][0] ?? []
  const written = (): boolean[] => results.map(({ ok }) => ok)
  return { history, appendLog, clock, reported, written, unreadable, read, readFor, lines }
}

it('writes a line for each reading and top-up, after a line with the version', async () => {
  const { read, history, clock, lines, appendLog } = made()
  const at = clock.now()
  await read(1000)
  clock.jump(minute)
  await history.recordTopUp(clock.now(), 5000)
  clock.jump(minute)
  await read(5990.5)
  await history.settle()
  expect(lines().map((line) => JSON.parse(line))).toEqual([
    { version: 1 },
    { at, credit: 1000, held: 0 },
    { at: at + minute, kind: 'top-up', addedCents: 5000 },
    { at: at + 2 * minute, credit: 5990.5, held: 0 },
  ])
  expect([...appendLog.files.keys()]).toEqual([
    expect.stringMatching(/^organisations\/[0-9a-f]{16}\/history$/),
  ])
})

it('restores the history after a restart', async () => {
  const first = made()
  await first.readFor(30 * hour, (passed) => 100_000 - passed / minute + (passed > 20 * hour ? 2500 : 0))
  await first.history.settle()
  const again = made(first.appendLog, first.clock)
  await again.history.open()
  const { revision: _before, ...before } = first.reported.at(-1) ?? { revision: 0 }
  expect(again.reported).toMatchObject([before])
  expect(before).toMatchObject({
    readings: 361,
    forecast: { kind: 'known' },
    sinceYesterdayCents: -1440 + 2500,
  })
  const [one, other] = await Promise.all([first, again].map(({ history }) => history.view('week')))
  expect(other).toEqual(one)
})

it('writes no line for each unchanged reading', async () => {
  const { readFor, history, lines } = made()
  await readFor(3 * hour, () => 500)
  await history.settle()
  expect(lines().length).toBeLessThan(3 * 6 + 4)
  expect((await history.view('day')).gaps).toEqual([])
})

it('reports readings of the same amounts every ten minutes, and another amount at once', async () => {
  const { history, read, readFor, clock, reported } = made()
  await history.open()
  const before = reported.length
  await readFor(30 * minute, () => 500)
  expect(reported).toHaveLength(before + 4)
  await clock.advance(minute)
  await read(400)
  expect(reported).toHaveLength(before + 5)
})

it('stores nothing for an organisation that pays by invoice', async () => {
  const { read, lines } = made()
  expect(await read(0, { invoiced: true })).toBeNull()
  expect(lines()).toEqual([])
})

it('reports the spending of the last hour', async () => {
  const { read, clock } = made()
  await read(5000)
  clock.jump(hour)
  expect(await read(4000)).toMatchObject({ spentWithinHourCents: 1000 })
  clock.jump(10 * hour)
  expect(await read(3000)).toMatchObject({ spentWithinHourCents: 100 })
})

it('downsamples the history and its file once a day', async () => {
  const { readFor, history, lines, reported } = made()
  await readFor(5 * day, (passed) => 100_000 - passed / minute)
  await history.settle()
  // All readings of two to three days, then one an hour.
  expect(lines().length).toBeLessThan(3.5 * 288 + 3 * 24)
  expect(reported.at(-1)?.forecast).toMatchObject({ perDayCents: expect.closeTo(1440, 6) })
})

it('writes lines of a failed write with the next reading', async () => {
  const { read, appendLog, clock, history, lines, written } = made()
  await read(1000)
  appendLog.broken = failure('storage', 'ENOSPC')
  for (const cents of [900, 800]) {
    clock.jump(5 * minute)
    await read(cents)
    await history.settle()
  }
  appendLog.broken = null
  clock.jump(5 * minute)
  await read(700)
  await history.settle()
  expect(lines().map((line) => JSON.parse(line).credit)).toEqual([undefined, 1000, 900, 800, 700])
  expect(written()).toEqual([true, false, false, true])
})

it('retries a failed rewrite of the downsampled file', async () => {
  const { readFor, read, appendLog, clock, history, lines } = made()
  await readFor(3 * day - 5 * minute, (passed) => 100_000 - passed / minute)
  await history.settle()
  const before = lines().length
  clock.jump(day)
  appendLog.broken = failure('storage', 'ENOSPC')
  await read(500)
  await history.settle()
  appendLog.broken = null
  clock.jump(5 * minute)
  await read(400)
  await history.settle()
  expect(lines().length).toBeLessThan(before)
  expect(JSON.parse(lines().at(-1) ?? '{}')).toMatchObject({ credit: 400 })
  const again = made(appendLog, clock)
  await again.history.open()
  expect(await again.history.view('week')).toEqual(await history.view('week'))
})

it('skips a bad line and leaves the file of a newer version unchanged', async () => {
  const first = made()
  await first.readFor(hour, (passed) => 5000 - passed / minute)
  await first.history.settle()
  const [name = ''] = first.appendLog.files.keys()
  first.appendLog.files.set(
    name,
    first.lines().map((line, index) => (index === 3 ? '{"at":"x"}' : line)),
  )
  const again = made(first.appendLog, first.clock)
  await again.history.open()
  expect(again.reported.at(-1)?.readings).toBe(12)
  const newer = ['{"version":2}', '{"what":"ever"}']
  first.appendLog.files.set(name, newer)
  const later = made(first.appendLog, first.clock)
  await later.read(1)
  await later.history.settle()
  expect(later.lines()).toEqual(newer)
  expect(later.unreadable).toEqual([`${name}.jsonl`])
  expect(later.reported.at(-1)?.readings).toBe(1)
})

it('appends to an unreadable file and never replaces it', async () => {
  const { appendLog, read, history, lines, clock } = made()
  appendLog.files.set('organisations/0000000000000000/history', [])
  appendLog.broken = failure('storage', 'EACCES')
  await history.open()
  appendLog.broken = null
  await read(1000)
  await history.settle()
  expect([...appendLog.files.values()].at(-1)).toEqual([
    JSON.stringify({ at: clock.now(), credit: 1000, held: 0 }),
  ])
  expect(lines()).toEqual([])
  expect(await history.importRows([])).toMatchObject({ failure: { kind: 'storage' } })
})

it('deletes everything, including writes in flight, and starts over when it is opened again', async () => {
  const { read, history, appendLog, reported } = made()
  await read(1000)
  await read(900, { readAt: Date.UTC(2026, 0, 15, 13) })
  expect(await history.forget()).toMatchObject({ ok: true })
  expect(appendLog.files.size).toBe(0)
  await history.open()
  expect(reported.at(-1)).toMatchObject({ readings: 0, since: null })
})

it('restores everything when closed and opened again', async () => {
  const { read, history, reported, clock } = made()
  await read(1000)
  clock.jump(5 * minute)
  await read(1000)
  history.close()
  await history.open()
  expect(reported.at(-1)).toMatchObject({ readings: 2 })
})

it('imports the history of another computer once and keeps local readings', async () => {
  const from = made()
  await from.readFor(2 * day, (passed) => 10_000 - passed / hour)
  await from.history.recordTopUp(from.clock.now() - hour, 500)
  const rows = await from.history.exportRows()
  const text = JSON.parse(JSON.stringify(rows))
  const to = made(new MemoryAppendLog(), new VirtualClock(from.clock.now() + hour))
  await to.readFor(hour, () => 12_000)
  expect(countReadings(text)).toEqual({ ok: true, value: 577 })
  expect(countReadings([...text, { at: 'x' }])).toMatchObject({ failure: { kind: 'bad-file' } })
  expect(await to.history.importRows(text)).toEqual({ ok: true, value: 577 })
  expect(await to.history.importRows(text)).toEqual({ ok: true, value: 0 })
  const again = made(to.appendLog, to.clock)
  await again.history.open()
  expect(await again.history.view('week')).toEqual(await to.history.view('week'))
  const view = await again.history.view('week')
  expect(view.rises.map(({ here }) => here)).toEqual([true, false])
})
