/**
 * The history of the organisation's balance: readings and top-ups in memory, and in an append-only file on this computer.
 * A line that can't be written is written with the next one.
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
import { confirmedNow, downsample } from './downsample.ts'
import { fileNameFor, toCsv, toJson } from './export.ts'
import { forecast } from './forecast.ts'
import { header, isNewer, parseLine, readingLine, replay, toLines, topUpLine, validLine } from './lines.ts'
import { hasSameAmounts, type Reading, Series } from './series.ts'
import { historyView, sinceYesterdayCents, trend } from './view.ts'

export const historyName = 'history'

/** Lines to parse or format before yielding to the event loop, a few milliseconds of work. */
const linesPerTurn = 400
/** Readings with the amounts of those before only lengthen the line, so they are shown no more often than this. */
const sameShownMs = 10 * 60_000
/** The file isn't rewritten when downsampling has removed fewer readings than this. */
const minRemoved = 20

/** What follows from a reading and those before it. */
export type RecordedReading = { readonly summary: HistorySummary; readonly spentWithinHourCents: number }

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
  /** Null while the user is signed out and neither view nor export has been requested. */
  #current: OpenHistory | null = null
  /** Opening the file again waits for the writes from before it was closed. */
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

  /** Adds a reading. Null for an organisation that pays by invoice: its amounts have no meaning. */
  async record(balance: Balance): Promise<RecordedReading | null> {
    if (balance.invoiced) return null
    const history = await this.#loadedUnlessClosed()
    if (history === null) return null
    const { readAt: at, creditCents, heldCents } = balance
    const reading = { at, creditCents, heldCents }
    const before = history.series.last
    const result = history.series.add(reading)
    const isSame = before !== null && hasSameAmounts(before, reading)
    if (result === 'added') flushTail(history)
    if (result !== 'duplicate' && isSame) history.tail = reading
    if (result === 'added' && !isSame) history.unwritten.push(readingLine(reading))
    this.#downsampleDaily(history)
    this.#flush(history)
    const shown = history.shown
    const isShown = isSame && shown !== null && at >= shown.at && at - shown.at < sameShownMs
    const summary = isShown ? shown.summary : this.#report(history)
    return { summary, spentWithinHourCents: history.series.spent(at - hourMs, at) }
  }

  /** Records a charged top-up of this app. Must be called before the reading from its response is recorded. */
  async recordTopUp(at: number, addedCents: number): Promise<void> {
    const history = await this.#loadedUnlessClosed()
    if (history === null) return
    flushTail(history)
    history.series.addTopUp(at, addedCents)
    history.unwritten.push(topUpLine(at, addedCents))
    this.#flush(history)
    this.#report(history)
  }

  async view(range: HistoryRange): Promise<HistoryView> {
    const { series } = await this.#loaded()
    return historyView(series, range, this.#deps.clock.now(), this.#deps.maxIntervalMs())
  }

  /** The suggested name for an exported file. */
  exportFileName(organisationName: string, format: 'csv' | 'json'): string {
    return fileNameFor(organisationName, this.#deps.clock.now(), format)
  }

  /** The whole history as the text of an exported file. */
  async exportText(
    organisation: { readonly id: string; readonly name: string },
    format: 'csv' | 'json',
  ): Promise<string> {
    const { series } = await this.#loaded()
    return format === 'csv' ? toCsv(series, organisation.name) : toJson(series, organisation)
  }

  /** The lines for the file that transfers the app's data to another computer. */
  async exportRows(): Promise<readonly unknown[]> {
    const { series } = await this.#loaded()
    return toLines(series)
  }

  /**
   * Adds those imported readings that lie before the first or after the last local one. The local readings stay unchanged,
   * so importing the same rows again adds nothing.
   * @returns the number of new readings
   */
  async importRows(rows: readonly unknown[]): Promise<Result<number>> {
    const history = await this.#loaded()
    if (history.access !== 'replace')
      return failed(failure('storage', 'The history on the disk is not understood.'))
    const from = history.series.first?.at ?? Number.POSITIVE_INFINITY
    const to = history.series.last?.at ?? Number.NEGATIVE_INFINITY
    const imported = rows.flatMap((row) => validLine(row) ?? []).sort((a, b) => a.at - b.at)
    const merged = new Series()
    const earlier = imported.filter(({ at }) => at < from)
    const later = imported.filter(({ at }) => at > to && at >= from)
    for (const line of [...earlier, ...toLines(history.series), ...later]) replay(merged, line)
    const added = merged.length - history.series.length
    if (added <= 0) return ok(0)
    history.series = merged
    const written = await this.#replace(history)
    this.#report(history)
    return written.ok ? ok(added) : written
  }

  /** Frees the memory after a sign-out; the file stays unchanged. */
  close(): void {
    const history = this.#current
    if (history === null) return
    this.#current = null
    flushTail(history)
    this.#flush(history)
    this.#closing = Promise.all([this.#closing, history.loaded, history.writing])
  }

  /** Deletes the file. */
  async forget(): Promise<Result<null>> {
    const history = this.#current
    this.#current = null
    if (history !== null) history.access = 'none'
    // Runs after all reads and writes in flight, and before the file is read again.
    const removed = Promise.all([this.#closing, history?.loaded, history?.writing]).then(() =>
      this.#deps.appendLog.remove(this.#name),
    )
    this.#closing = removed
    return removed
  }

  /** Writes everything that is pending. Resolves when each write has succeeded or failed. */
  async settle(): Promise<void> {
    if (this.#current === null) return
    flushTail(this.#current)
    this.#flush(this.#current)
    await this.#current.writing
  }

  #open(): OpenHistory {
    if (this.#current !== null) return this.#current
    const closing = this.#closing
    const history: OpenHistory = {
      loaded: this.#deps.loadLimit(async () => {
        await closing
        await this.#load(history)
      }),
      series: new Series(),
      revision: 0,
      shown: null,
      access: 'replace',
      hasFile: false,
      isRewriteDue: false,
      unwritten: [],
      tail: null,
      downsampledAt: null,
      writing: Promise.resolve(),
    }
    this.#current = history
    return history
  }

  async #loaded(): Promise<OpenHistory> {
    const history = this.#open()
    await history.loaded
    return history
  }

  /** Null when the history was closed or forgotten while the file was read. */
  async #loadedUnlessClosed(): Promise<OpenHistory | null> {
    const history = await this.#loaded()
    return this.#current === history ? history : null
  }

  async #load(history: OpenHistory): Promise<void> {
    const { appendLog, log } = this.#deps
    const read = await appendLog.read(this.#name)
    if (!read.ok) {
      history.access = history.access === 'none' ? 'none' : 'append'
      history.hasFile = true
      log.failure('history not read', read.failure)
      this.#events.onWritten(read)
      return
    }
    const lines = read.value
    history.hasFile = lines.length > 0
    if (isNewer(lines[0])) {
      history.access = 'none'
      this.#events.onUnreadable(`${this.#name}.jsonl`)
      return
    }
    history.series.reserve(lines.length)
    for (let index = 0; index < lines.length; index += 1) {
      const line = parseLine(lines[index] ?? '')
      if (line !== null) replay(history.series, line)
      if (index % linesPerTurn === linesPerTurn - 1) await yieldToEventLoop()
    }
    if (this.#current === history) this.#report(history)
  }

  #report(history: OpenHistory): HistorySummary {
    history.revision += 1
    const { series, revision } = history
    const summary: HistorySummary = {
      revision,
      readings: series.length,
      since: series.first?.at ?? null,
      sinceYesterdayCents: sinceYesterdayCents(series),
      forecast: forecast(series),
      trend: trend(series),
    }
    history.shown = { summary, at: series.last?.at ?? 0 }
    this.#deps.report({ history: summary })
    return summary
  }

  #downsampleDaily(history: OpenHistory): void {
    const now = this.#deps.clock.now()
    // The age is negative after the clock was set back. Downsampling once too often is harmless.
    const age = history.downsampledAt === null ? dayMs : now - history.downsampledAt
    if (history.access !== 'replace' || (age >= 0 && age < dayMs)) return
    history.downsampledAt = now
    history.series.dropOutnumberedFuture()
    // Rewriting sorts the lines, which would lose the order that tells which readings lie in the future.
    if (history.series.hasFutureReadings) return
    if (downsample(history.series, confirmedNow(history.series, now)) < minRemoved) return
    history.isRewriteDue = true
  }

  #flush(history: OpenHistory): void {
    if (history.isRewriteDue) void this.#replace(history)
    if (history.unwritten.length === 0 || history.access === 'none') return
    const { unwritten } = history
    const lines = history.hasFile ? unwritten : [header, ...unwritten]
    history.unwritten = []
    history.hasFile = true
    const append = (): Promise<Result<null>> => this.#deps.appendLog.append(this.#name, lines)
    void this.#write(history, append, () => {
      history.unwritten = [...lines, ...history.unwritten]
    })
  }

  #replace(history: OpenHistory): Promise<Result<null>> {
    const rows = toLines(history.series)
    Object.assign(history, { isRewriteDue: false, hasFile: true, unwritten: [], tail: null })
    const replace = async (): Promise<Result<null>> => {
      const lines = [header]
      for (const row of rows) {
        lines.push(JSON.stringify(row))
        if (lines.length % linesPerTurn === 0) await yieldToEventLoop()
      }
      return this.#deps.appendLog.replace(this.#name, lines)
    }
    return this.#write(history, replace, () => {
      history.isRewriteDue = true
    })
  }

  #write(
    history: OpenHistory,
    write: () => Promise<Result<null>>,
    onFailure: () => void,
  ): Promise<Result<null>> {
    const written = history.writing.then(async () => {
      if (history.access === 'none') return ok(null)
      const result = await write()
      if (!result.ok) onFailure()
      this.#events.onWritten(result)
      return result
    })
    history.writing = written
    return written
  }
}

/** Validates rows of `exportRows` and counts their readings; fails with `bad-file`. */
export function countReadings(rows: readonly unknown[]): Result<number> {
  const lines = rows.map(validLine)
  if (lines.includes(null)) return failed(failure('bad-file', 'A row of the history is not understood.'))
  return ok(lines.filter((line) => line !== null && 'credit' in line).length)
}

type OpenHistory = {
  readonly loaded: Promise<void>
  series: Series
  revision: number
  /** What was last reported, and the time of the last reading in it. */
  shown: { readonly summary: HistorySummary; readonly at: number } | null
  /** `append`: the file couldn't be read, so it isn't replaced. `none`: a newer version wrote it, or it was forgotten. */
  access: 'replace' | 'append' | 'none'
  hasFile: boolean
  /** Whether the whole file must be rewritten. */
  isRewriteDue: boolean
  unwritten: string[]
  /** The unwritten end of the newest stretch of equal amounts, which may still be extended. */
  tail: Reading | null
  downsampledAt: number | null
  writing: Promise<unknown>
}

/** Ends the newest stretch. */
function flushTail(history: OpenHistory): void {
  if (history.tail !== null) history.unwritten.push(readingLine(history.tail))
  history.tail = null
}

function yieldToEventLoop(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
