/**
 * What was read of each organisation's balance, kept on this computer: one file an organisation, a line a reading.
 * Memory is the truth and the disk follows; what can't be written now is written with the next line.
 */
import { createHash } from 'node:crypto'
import type {
  Balance,
  HistoryRange,
  HistorySummary,
  HistoryView,
  Result,
} from '../../../preload/contract/index.ts'
import { failed, ok } from '../../../preload/contract/index.ts'
import { dayMs, hourMs } from '../../calendar.ts'
import type { Endpoints } from '../../parallel/endpoints.ts'
import { failure } from '../../parallel/failures.ts'
import type { Clock, Journal, Log } from '../../ports.ts'
import type { OnWritten } from '../../storage/document.ts'
import { fileNameFor, toCsv, toJson } from './export.ts'
import { forecast } from './forecast.ts'
import { header, isNewer, linesOf, parseLine, readingLine, replay, toLine, topUpLine } from './lines.ts'
import { isEqual, type Reading, Series } from './series.ts'
import { confirmedNow, thin } from './thin.ts'
import { historyView, sinceYesterdayCents } from './view.ts'

/** Lines that are read or made in one go, before everything else gets its turn: a few milliseconds. */
const linesAtOnce = 200
/** Thinning fewer isn't worth a new file. */
const worthThinning = 20

/** What a reading says together with those before it. */
export type Insight = { readonly summary: HistorySummary; readonly spentWithinHourCents: number }

type Dependencies = {
  readonly journal: Journal
  readonly server: Endpoints
  readonly clock: Clock
  readonly log: Log
  /** How often balances are usually read. */
  readonly paceMs: () => number
  readonly report: (organisationId: string, summary: HistorySummary) => void
  readonly onWritten: OnWritten
  /** A file of a newer version, which is left alone. */
  readonly onStrangeFile: (file: string) => void
}

type Kept = {
  readonly name: string
  readonly loaded: Promise<void>
  series: Series
  revision: number
  /** `append`: what is in the file isn't known, so it isn't replaced. `none`: it is a newer version's. */
  may: 'replace' | 'append' | 'none'
  hasFile: boolean
  /** The whole is to be written, not only what is new. */
  wholeDue: boolean
  /** Not on the disk yet. */
  unwritten: string[]
  /** The end of a stretch of the same amounts, which may still become longer. */
  tail: Reading | null
  thinnedAt: number | null
  writing: Promise<unknown>
}

export class History {
  readonly #its: Dependencies
  readonly #kept = new Map<string, Kept>()
  /** One file is read after the other, so that many of them never fill one moment. */
  #loading: Promise<unknown> = Promise.resolve()

  constructor(dependencies: Dependencies) {
    this.#its = dependencies
  }

  /** Reads what was kept of it, and reports it. */
  open(organisationId: string): Promise<void> {
    return this.#of(organisationId).loaded
  }

  /** Takes a fresh reading over; null for an organisation that pays by invoice, whose amounts mean nothing. */
  async record(organisationId: string, balance: Balance): Promise<Insight | null> {
    if (balance.invoiced) return null
    const kept = await this.#ready(organisationId)
    if (kept === null) return null
    const { readAt: at, creditCents, heldCents } = balance
    const reading = { at, creditCents, heldCents }
    const before = kept.series.last
    const learned = kept.series.read(reading)
    const isSame = before !== null && isEqual(before, reading)
    if (learned === 'added') this.#writeTail(kept)
    if (learned !== 'nothing' && isSame) kept.tail = reading
    if (learned === 'added' && !isSame) kept.unwritten.push(readingLine(reading))
    this.#thinDaily(kept)
    this.#flush(kept)
    const summary = this.#changed(organisationId, kept)
    return { summary, spentWithinHourCents: kept.series.spent(at - hourMs, at) }
  }

  /** A top-up made here was charged. To be told before the reading that its answer brings. */
  async topUp(organisationId: string, at: number, addedCents: number): Promise<void> {
    const kept = await this.#ready(organisationId)
    if (kept === null) return
    this.#writeTail(kept)
    kept.series.topUp(at, addedCents)
    kept.unwritten.push(topUpLine(at, addedCents))
    this.#flush(kept)
    this.#changed(organisationId, kept)
  }

  async view(organisationId: string, range: HistoryRange): Promise<HistoryView> {
    const { series } = await this.#loadedOf(organisationId)
    return historyView(series, range, this.#its.clock.now(), this.#its.paceMs())
  }

  /** What a file of it would be called. */
  fileName(organisationName: string, format: 'csv' | 'json'): string {
    return fileNameFor(organisationName, this.#its.clock.now(), format)
  }

  /** The whole, as the text of such a file. */
  async text(
    organisation: { readonly id: string; readonly name: string },
    format: 'csv' | 'json',
  ): Promise<string> {
    const { series } = await this.#loadedOf(organisation.id)
    return format === 'csv' ? toCsv(series, organisation.name) : toJson(series, organisation)
  }

  /** What moves to another computer: lines as the file has them. */
  async export(organisationId: string): Promise<Result<readonly unknown[]>> {
    const { series } = await this.#loadedOf(organisationId)
    return ok(linesOf(series))
  }

  /** Whether `export` made these rows, and how many readings they hold. */
  check(rows: readonly unknown[]): Result<number> {
    const lines = rows.map(toLine)
    if (lines.includes(null)) return failed(failure('bad-file', 'A row of the history is not understood.'))
    return ok(lines.filter((line) => line !== null && 'credit' in line).length)
  }

  /**
   * Adds what another computer has read before the first reading here and after the last one: within that time the
   * readings of this computer stay as they are. So the same rows again add nothing.
   * @returns how many readings came
   */
  async import(organisationId: string, rows: readonly unknown[]): Promise<Result<number>> {
    const kept = await this.#loadedOf(organisationId)
    if (kept.may !== 'replace')
      return failed(failure('storage', 'The history on the disk is not understood.'))
    const from = kept.series.first?.at ?? Number.POSITIVE_INFINITY
    const to = kept.series.last?.at ?? Number.NEGATIVE_INFINITY
    const foreign = rows.flatMap((row) => toLine(row) ?? []).sort((a, b) => a.at - b.at)
    const merged = new Series()
    const earlier = foreign.filter(({ at }) => at < from)
    const later = foreign.filter(({ at }) => at > to && at >= from)
    for (const line of [...earlier, ...linesOf(kept.series), ...later]) replay(merged, line)
    const added = merged.length - kept.series.length
    if (added <= 0) return ok(0)
    kept.series = merged
    const written = await this.#replace(kept)
    this.#changed(organisationId, kept)
    return written.ok ? ok(added) : written
  }

  /** Leaves it as it is on the disk, and no longer holds it in memory. */
  close(organisationId: string): void {
    const kept = this.#kept.get(organisationId)
    if (kept === undefined) return
    this.#kept.delete(organisationId)
    this.#writeTail(kept)
    this.#flush(kept)
    // Signed in again it is read with this.
    this.#loading = Promise.all([this.#loading, kept.writing])
  }

  /** Takes it off this computer. */
  async forget(organisationId: string): Promise<Result<null>> {
    const kept = this.#kept.get(organisationId)
    this.#kept.delete(organisationId)
    if (kept !== undefined) {
      kept.may = 'none'
    }
    // After all that is under way, and before it is read again.
    const removed = Promise.all([this.#loading, kept?.loaded, kept?.writing]).then(() =>
      this.#its.journal.remove(this.#nameOf(organisationId)),
    )
    this.#loading = removed
    return removed
  }

  /** Everything that is known is on the disk, or can't be written. */
  async settled(): Promise<void> {
    for (const kept of [...this.#kept.values()]) {
      this.#writeTail(kept)
      this.#flush(kept)
      await kept.writing
    }
  }

  #of(organisationId: string): Kept {
    const found = this.#kept.get(organisationId)
    if (found !== undefined) return found
    const loaded = this.#loading.then(() => this.#load(organisationId, kept))
    this.#loading = loaded
    const kept: Kept = {
      name: this.#nameOf(organisationId),
      loaded,
      series: new Series(),
      revision: 0,
      may: 'replace',
      hasFile: false,
      wholeDue: false,
      unwritten: [],
      tail: null,
      thinnedAt: null,
      writing: Promise.resolve(),
    }
    this.#kept.set(organisationId, kept)
    return kept
  }

  async #loadedOf(organisationId: string): Promise<Kept> {
    const kept = this.#of(organisationId)
    await kept.loaded
    return kept
  }

  /** Null when it was closed or forgotten while it was read. */
  async #ready(organisationId: string): Promise<Kept | null> {
    const kept = await this.#loadedOf(organisationId)
    return this.#kept.get(organisationId) === kept ? kept : null
  }

  async #load(organisationId: string, kept: Kept): Promise<void> {
    const { journal, log, onWritten, onStrangeFile } = this.#its
    const read = await journal.read(kept.name)
    if (!read.ok) {
      kept.may = kept.may === 'none' ? 'none' : 'append'
      kept.hasFile = true
      log.failure('history not read', read.failure)
      onWritten(read)
      return
    }
    const lines = read.value
    kept.hasFile = lines.length > 0
    if (isNewer(lines[0])) {
      kept.may = 'none'
      onStrangeFile(`${kept.name}.jsonl`)
      return
    }
    kept.series.reserve(lines.length)
    for (let index = 0; index < lines.length; index += 1) {
      const line = parseLine(lines[index] ?? '')
      if (line !== null) replay(kept.series, line)
      if (index % linesAtOnce === linesAtOnce - 1) await othersTurn()
    }
    if (this.#kept.get(organisationId) === kept) this.#changed(organisationId, kept)
  }

  #changed(organisationId: string, kept: Kept): HistorySummary {
    kept.revision += 1
    const { series, revision } = kept
    const summary: HistorySummary = {
      revision,
      readings: series.length,
      since: series.first?.at ?? null,
      sinceYesterdayCents: sinceYesterdayCents(series),
      forecast: forecast(series),
    }
    this.#its.report(organisationId, summary)
    return summary
  }

  #writeTail(kept: Kept): void {
    if (kept.tail !== null) kept.unwritten.push(readingLine(kept.tail))
    kept.tail = null
  }

  #thinDaily(kept: Kept): void {
    const now = this.#its.clock.now()
    // A clock set back makes ages negative: better once too often.
    const age = kept.thinnedAt === null ? dayMs : now - kept.thinnedAt
    if (kept.may !== 'replace' || (age >= 0 && age < dayMs)) return
    kept.thinnedAt = now
    kept.series.dropAhead()
    // The file is read in the order of its lines; a sorted one couldn't tell what is set aside.
    if (kept.series.hasAhead) return
    if (thin(kept.series, confirmedNow(kept.series, now)) < worthThinning) return
    kept.wholeDue = true
  }

  #flush(kept: Kept): void {
    if (kept.wholeDue) void this.#replace(kept)
    if (kept.unwritten.length === 0 || kept.may === 'none') return
    const { name, unwritten } = kept
    const lines = kept.hasFile ? unwritten : [header, ...unwritten]
    kept.unwritten = []
    kept.hasFile = true
    const append = (): Promise<Result<null>> => this.#its.journal.append(name, lines)
    void this.#write(kept, append, () => {
      kept.unwritten = [...lines, ...kept.unwritten]
    })
  }

  #replace(kept: Kept): Promise<Result<null>> {
    const rows = linesOf(kept.series)
    Object.assign(kept, { wholeDue: false, hasFile: true, unwritten: [], tail: null })
    const replace = async (): Promise<Result<null>> => {
      const lines = [header]
      for (const row of rows) {
        lines.push(JSON.stringify(row))
        if (lines.length % linesAtOnce === 0) await othersTurn()
      }
      return this.#its.journal.replace(kept.name, lines)
    }
    return this.#write(kept, replace, () => {
      kept.wholeDue = true
    })
  }

  #write(kept: Kept, write: () => Promise<Result<null>>, onFailure: () => void): Promise<Result<null>> {
    const written = kept.writing.then(async () => {
      if (kept.may === 'none') return ok(null)
      const result = await write()
      if (!result.ok) onFailure()
      this.#its.onWritten(result)
      return result
    })
    kept.writing = written
    return written
  }

  /** The organisation's id is the server's text, so it doesn't become a file name as it is. */
  #nameOf(organisationId: string): string {
    const { platformUrl, serviceApiUrl } = this.#its.server
    const key = [platformUrl, serviceApiUrl, organisationId].join('\n')
    return `organisation-${createHash('sha256').update(key).digest('hex').slice(0, 16)}`
  }
}

function othersTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
