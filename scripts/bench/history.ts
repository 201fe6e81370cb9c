/** Five years of history of 50 organisations: how long it takes to load, and what it costs. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import pLimit from 'p-limit'
import { fileAppendLog } from '../../main/desktop/files/append-log.ts'
import { systemClock } from '../../main/desktop/system/clock.ts'
import { History } from '../../main/organisation/history/history.ts'
import { linesOf } from '../../main/organisation/history/lines.ts'
import { Series } from '../../main/organisation/history/series.ts'
import { thin } from '../../main/organisation/history/thin.ts'
import { memoryFolder } from '../../main/testing/memory-folder.ts'
import { MemoryLog } from '../../main/testing/memory-ports.ts'

const organisations = 50
const minute = 60_000
const day = 24 * 60 * minute

/** As it lies on the disk after five years: a reading a minute for two days, one an hour, one a day. */
function fiveYears(now: number): Series {
  const series = new Series()
  let credit = 50_000
  const read = (at: number): void => {
    credit -= Math.random() * 20
    if (credit < 5000) credit += 10_000
    series.read({ at, creditCents: Math.round(credit), heldCents: Math.round(Math.random() * 900) })
  }
  for (let at = now - 1825 * day; at < now - 90 * day; at += day / 4) read(at)
  for (let at = now - 90 * day; at < now - 2 * day; at += 20 * minute) read(at)
  for (let at = now - 2 * day; at < now; at += minute) read(at)
  thin(series, now)
  return series
}

const memory = (): number => {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1024 / 1024
}

/**
 * @returns the longest time in which nothing else got its turn, in milliseconds. The lesser of wall and processor
 * time: while another process has the processor, this one blocks nobody.
 */
async function longestBlock(deed: () => Promise<unknown>): Promise<number> {
  let longest = 0
  let over = false
  let before = { wall: performance.now(), cpu: process.cpuUsage() }
  const turn = (): void => {
    const { user, system } = process.cpuUsage(before.cpu)
    longest = Math.max(longest, Math.min(performance.now() - before.wall, (user + system) / 1000))
    before = { wall: performance.now(), cpu: process.cpuUsage() }
    if (!over) setImmediate(turn)
  }
  setImmediate(turn)
  await deed()
  over = true
  return longest
}

export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-history-'))
  try {
    const appendLog = fileAppendLog(folder)
    const clock = systemClock()
    const loadLimit = pLimit(1)
    const make = (id: string): History =>
      new History({
        folder: memoryFolder({ id }),
        appendLog,
        clock,
        log: new MemoryLog(),
        loadLimit,
        maxIntervalMs: () => 5 * minute,
        report: () => {},
      })
    let readings = 0
    for (let count = 0; count < organisations; count += 1) {
      const rows = linesOf(fiveYears(Date.now()))
      readings += rows.length
      await make(`org_${count}`).importRows(rows)
    }
    const histories = Array.from({ length: organisations }, (_, count) => make(`org_${count}`))
    // So that the compiler has seen the code, as in an app that runs for days.
    await make('org_0').open()
    const before = memory()
    const started = performance.now()
    const loadBlock = await longestBlock(() => Promise.all(histories.map((history) => history.open())))
    const loaded = performance.now() - started
    const grown = memory() - before
    const balance = { creditCents: 1, heldCents: 0, spendableCents: 1, invoiced: false, readAt: Date.now() }
    const recordBlock = await longestBlock(async () => {
      for (const history of histories) {
        await history.record({ ...balance, readAt: Date.now() })
        await new Promise((resolve) => setImmediate(resolve))
      }
    })
    const viewStarted = performance.now()
    const rounds = 50
    for (let count = 0; count < rounds; count += 1) await histories[count]?.view('year')
    const view = (performance.now() - viewStarted) / rounds
    for (const history of histories) await history.settle()
    console.log(`${organisations} organisations, ${readings} lines`)
    console.log(`load all                ${loaded.toFixed(0)} ms`)
    console.log(`longest block, loading  ${loadBlock.toFixed(1)} ms (16 at most)`)
    console.log(`longest block, reading  ${recordBlock.toFixed(1)} ms (16 at most)`)
    console.log(`memory                  ${grown.toFixed(1)} MB (10 at most)`)
    console.log(`history.read year       ${view.toFixed(1)} ms`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
