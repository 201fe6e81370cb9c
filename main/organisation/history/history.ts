/**
 * The history of the organisation's balance on this computer, one line for each reading. Memory holds the current state;
 * a line that can't be written now is written with the next one.
 */
import type { LimitFunction } from 'p-limit'
import {
  type Balance,
  failed,
  type HistoryRange,
  type HistorySummary,
  type HistoryView,
  ok,
  type Result,
} from '../../../preload/contract/index.ts'
import { dayMs, hourMs } from '../../calendar.ts'
import { failure } from '../../parallel/failures.ts'
import type { AppendLog, Clock, Log } from '../../ports.ts'
import type { DocumentEvents } from '../../storage/document.ts'
import type { OrganisationFolder } from '../folder.ts'
import { fileNameFor, toCsv, toJson } from './export.ts'
import { forecast } from './forecast.ts'
import { header, isNewer, linesOf, parseLine, readingLine, replay, toLine, topUpLine } from './lines.ts'
import { isEqual, type Reading, Series } from './series.ts'
import { confirmedNow, thin } from './thin.ts'
import { historyView, sinceYesterdayCents, trend } from './view.ts'

export const historyName = 'history'

/** Lines parsed or formatted before yielding to the event loop, a few milliseconds of work. */
const linesPerTurn = 200
/** Rewriting the file isn't worth it when thinning removes fewer readings. */
const minThinned = 20

/** What a reading says together with those before it. */
export type Insight = { readonly summary: HistorySummary; readonly spentWithinHourCents: number }

export type HistoryDeps = {
  readonly folder: OrganisationFolder
  readonly appendLog: AppendLog
  readonly clock: Clock
  readonly log: Log
  /** Files are read one at a time, so that many of them don't block the event loop at once. */
  readonly loadLimit: LimitFunction
  /** The longest regular interval between two readings. */
  readonly maxIntervalMs: () => number
  readonly report: (change: { readonly history: HistorySummary }) => void
}

export class History {
  readonly #deps: HistoryDeps
  readonly #name: string
  readonly #events: DocumentEvents
  /** Null while the user is signed out and nothing was requested. */
  #opened: Opened | null = null
  /** Reading the file again waits for writes from before it was closed. */
  #closing: Promise<unknown> = Promise.resolve()

  constructor(deps: HistoryDeps) {
    this.#deps = deps
    this.#name = deps.folder.nameOf(historyName)
    this.#events = deps.folder.events
  }

  /** Reads the file and reports its content. */
  async open(): Promise<void> {
    await this.#open().loaded
  }

  /** Adds a new reading; null for an organisation that pays by invoice, whose amounts mean nothing. */
  async record(balance: Balance): Promise<Insight | null> {
    if (balance.invoiced) return null
    const opened = await this.#stillOpen()
    if (opened === null) return null
    const { readAt: at, creditCents, heldCents } = balance
    const reading = { at, creditCents, heldCents }
    const before = opened.series.last
    const learned = opened.series.read(reading)
    const isSame = before !== null && isEqual(before, reading)
    if (learned === 'added') writeTail(opened)
    if (learned !== 'nothing' && isSame) opened.tail = reading
    if (learned === 'added' && !isSame) opened.unwritten.push(readingLine(reading))
    this.#thinDaily(opened)
    this.#flush(opened)
    const summary = this.#changed(opened)
    return { summary, spentWithinHourCents: opened.series.spent(at - hourMs, at) }
  }

  /** Records a charged top-up of this app. Must be called before the reading that comes with its response. */
  async topUp(at: number, addedCents: number): Promise<void> {
    const opened = await this.#stillOpen()
    if (opened === null) return
    writeTail(opened)
    opened.series.topUp(at, addedCents)
    opened.unwritten.push(topUpLine(at, addedCents))
    this.#flush(opened)
    this.#changed(opened)
  }

  async view(range: HistoryRange): Promise<HistoryView> {
    const { series } = await this.#loaded()
    return historyView(series, range, this.#deps.clock.now(), this.#deps.maxIntervalMs())
  }

  /** The suggested name of an exported file. */
  fileName(organisationName: string, format: 'csv' | 'json'): string {
    return fileNameFor(organisationName, this.#deps.clock.now(), format)
  }

  /** The whole history as the text of an exported file. */
  async text(
    organisation: { readonly id: string; readonly name: string },
    format: 'csv' | 'json',
  ): Promise<string> {
    const { series } = await this.#loaded()
    return format === 'csv' ? toCsv(series, organisation.name) : toJson(series, organisation)
  }

  /** The lines of the file, for an export. */
  async exportRows(): Promise<readonly unknown[]> {
    const { series } = await this.#loaded()
    return linesOf(series)
  }

  /**
   * Adds imported readings from before the first local one and after the last one; in between, the local readings stay
   * unchanged, so that importing the same rows again adds nothing.
   * @returns the number of new readings
   */
  async importRows(rows: readonly unknown[]): Promise<Result<number>> {
    const opened = await this.#loaded()
    if (opened.access !== 'replace')
      return failed(failure('storage', 'The history on the disk is not understood.'))
    const from = opened.series.first?.at ?? Number.POSITIVE_INFINITY
    const to = opened.series.last?.at ?? Number.NEGATIVE_INFINITY
    const foreign = rows.flatMap((row) => toLine(row) ?? []).sort((a, b) => a.at - b.at)
    const merged = new Series()
    const earlier = foreign.filter(({ at }) => at < from)
    const later = foreign.filter(({ at }) => at > to && at >= from)
    for (const line of [...earlier, ...linesOf(opened.series), ...later]) replay(merged, line)
    const added = merged.length - opened.series.length
    if (added <= 0) return ok(0)
    opened.series = merged
    const written = await this.#replace(opened)
    this.#changed(opened)
    return written.ok ? ok(added) : written
  }

  /** Frees the memory after a sign-out; the file stays unchanged. */
  close(): void {
    const opened = this.#opened
    if (opened === null) return
    this.#opened = null
    writeTail(opened)
    this.#flush(opened)
    this.#closing = Promise.all([this.#closing, opened.loaded, opened.writing])
  }

  /** Deletes the file. */
  async forget(): Promise<Result<null>> {
    const opened = this.#opened
    this.#opened = null
    if (opened !== null) opened.access = 'none'
    // Runs after all reads and writes in flight, and before the file is read again.
    const removed = Promise.all([this.#closing, opened?.loaded, opened?.writing]).then(() =>
      this.#deps.appendLog.remove(this.#name),
    )
    this.#closing = removed
    return removed
  }

  /** Resolves when every pending write has succeeded or failed. */
  async settle(): Promise<void> {
    if (this.#opened === null) return
    writeTail(this.#opened)
    this.#flush(this.#opened)
    await this.#opened.writing
  }

  #open(): Opened {
    if (this.#opened !== null) return this.#opened
    const closing = this.#closing
    const opened: Opened = {
      loaded: this.#deps.loadLimit(async () => {
        await closing
        await this.#load(opened)
      }),
      series: new Series(),
      revision: 0,
      access: 'replace',
      hasFile: false,
      isRewriteDue: false,
      unwritten: [],
      tail: null,
      thinnedAt: null,
      writing: Promise.resolve(),
    }
    this.#opened = opened
    return opened
  }

  async #loaded(): Promise<Opened> {
    const opened = this.#open()
    await opened.loaded
    return opened
  }

  /** Null when the history was closed or forgotten while the file was read. */
  async #stillOpen(): Promise<Opened | null> {
    const opened = await this.#loaded()
    return this.#opened === opened ? opened : null
  }

  async #load(opened: Opened): Promise<void> {
    const { appendLog, log } = this.#deps
    const read = await appendLog.read(this.#name)
    if (!read.ok) {
      opened.access = opened.access === 'none' ? 'none' : 'append'
      opened.hasFile = true
      log.failure('history not read', read.failure)
      this.#events.onWritten(read)
      return
    }
    const lines = read.value
    opened.hasFile = lines.length > 0
    if (isNewer(lines[0])) {
      opened.access = 'none'
      this.#events.onUnreadable(`${this.#name}.jsonl`)
      return
    }
    opened.series.reserve(lines.length)
    for (let index = 0; index < lines.length; index += 1) {
      const line = parseLine(lines[index] ?? '')
      if (line !== null) replay(opened.series, line)
      if (index % linesPerTurn === linesPerTurn - 1) await nextTurn()
    }
    if (this.#opened === opened) this.#changed(opened)
  }

  #changed(opened: Opened): HistorySummary {
    opened.revision += 1
    const { series, revision } = opened
    const summary: HistorySummary = {
      revision,
      readings: series.length,
      since: series.first?.at ?? null,
      sinceYesterdayCents: sinceYesterdayCents(series),
      forecast: forecast(series),
      trend: trend(series),
    }
    this.#deps.report({ history: summary })
    return summary
  }

  #thinDaily(opened: Opened): void {
    const now = this.#deps.clock.now()
    // A clock that was set back makes the age negative: thinning once too often is harmless.
    const age = opened.thinnedAt === null ? dayMs : now - opened.thinnedAt
    if (opened.access !== 'replace' || (age >= 0 && age < dayMs)) return
    opened.thinnedAt = now
    opened.series.dropAhead()
    // Lines are read in the order in which they were written; sorting them would lose which readings were set aside.
    if (opened.series.hasAhead) return
    if (thin(opened.series, confirmedNow(opened.series, now)) < minThinned) return
    opened.isRewriteDue = true
  }

  #flush(opened: Opened): void {
    if (opened.isRewriteDue) void this.#replace(opened)
    if (opened.unwritten.length === 0 || opened.access === 'none') return
    const { unwritten } = opened
    const lines = opened.hasFile ? unwritten : [header, ...unwritten]
    opened.unwritten = []
    opened.hasFile = true
    const append = (): Promise<Result<null>> => this.#deps.appendLog.append(this.#name, lines)
    void this.#write(opened, append, () => {
      opened.unwritten = [...lines, ...opened.unwritten]
    })
  }

  #replace(opened: Opened): Promise<Result<null>> {
    const rows = linesOf(opened.series)
    Object.assign(opened, { isRewriteDue: false, hasFile: true, unwritten: [], tail: null })
    const replace = async (): Promise<Result<null>> => {
      const lines = [header]
      for (const row of rows) {
        lines.push(JSON.stringify(row))
        if (lines.length % linesPerTurn === 0) await nextTurn()
      }
      return this.#deps.appendLog.replace(this.#name, lines)
    }
    return this.#write(opened, replace, () => {
      opened.isRewriteDue = true
    })
  }

  #write(opened: Opened, write: () => Promise<Result<null>>, onFailure: () => void): Promise<Result<null>> {
    const written = opened.writing.then(async () => {
      if (opened.access === 'none') return ok(null)
      const result = await write()
      if (!result.ok) onFailure()
      this.#events.onWritten(result)
      return result
    })
    opened.writing = written
    return written
  }
}

/** Validates rows of `exportRows` and counts their readings; fails with `bad-file`. */
export function countReadings(rows: readonly unknown[]): Result<number> {
  const lines = rows.map(toLine)
  if (lines.includes(null)) return failed(failure('bad-file', 'A row of the history is not understood.'))
  return ok(lines.filter((line) => line !== null && 'credit' in line).length)
}

type Opened = {
  readonly loaded: Promise<void>
  series: Series
  revision: number
  /** `append`: the content of the file is unknown, so it isn't replaced. `none`: a newer version wrote it. */
  access: 'replace' | 'append' | 'none'
  hasFile: boolean
  /** Whether the whole file must be rewritten, not only new lines appended. */
  isRewriteDue: boolean
  unwritten: string[]
  /** The end of the newest stretch of equal amounts, which may still be extended. */
  tail: Reading | null
  thinnedAt: number | null
  writing: Promise<unknown>
}

function writeTail(opened: Opened): void {
  if (opened.tail !== null) opened.unwritten.push(readingLine(opened.tail))
  opened.tail = null
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
