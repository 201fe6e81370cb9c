/**
 * Time series of one organisation's balance readings, oldest first, with the spending and the rises derived from them.
 *
 * Invariant: between two readings a and b,
 *   spent = credit(a) − credit(b) + the rises in (a, b]
 * Rises are stored as events of their own, so a reading in between can be dropped without changing any sum.
 * Held money doesn't count as spent until the credit falls.
 */
import type { Rise } from '../../../preload/contract/index.ts'

export type Reading = { readonly at: number; readonly creditCents: number; readonly heldCents: number }

/** A new reading that is older than the newest one by more than this means that the clock was set back. */
const clockToleranceMs = 5 * 60_000
/** A smaller increase of the credit is rounding, because cents may be fractional. */
const roundingCents = 0.5
/** Smaller fractions of a cent are floating-point error. */
const epsilonCents = 1e-6
/** A reading that was in flight during a charge may return the balance from before it, for up to this long. */
const topUpDelayMs = 10 * 60_000
/** A reading can also show the money before the top-up's response arrives, reduced by what was spent meanwhile. */
const minMatchingShare = 0.9
/** Consecutive readings of equal amounts are stored as a stretch: its two ends, and a new stretch after this time. */
const maxStretchMs = 10 * 60_000

const capacityStep = 256

/** `extended`: the amounts are those of the newest reading, whose time was moved forward instead. */
export type AddResult = 'duplicate' | 'extended' | 'added'

/** A top-up of this app that no reading has shown yet. */
type PendingTopUp = {
  readonly rise: Rise
  /** Readings up to this time may still show the balance from before the charge. */
  readonly deadlineAt: number
  /**
   * Set when the top-up's response came so late that earlier readings should have shown the charge. If the next reading
   * doesn't show it either, it was included in an earlier one, and counts at this time.
   */
  readonly lateChargeAt: number | null
}

export class Series {
  #at = new Float64Array(0)
  #credit = new Float64Array(0)
  #held = new Float64Array(0)
  #length = 0
  #rises: Rise[] = []
  /** Readings whose time is in the future according to a later reading. They are excluded until that time. */
  #future: Series | null = null
  /** The number of readings before the excluded ones. */
  #lengthBeforeFuture = 0
  #pendingTopUps: PendingTopUp[] = []

  get length(): number {
    return this.#length
  }

  get rises(): readonly Rise[] {
    return this.#rises
  }

  get hasFutureReadings(): boolean {
    return this.#future !== null
  }

  reading(index: number): Reading {
    return {
      at: this.#at[index] ?? Number.NaN,
      creditCents: this.#credit[index] ?? Number.NaN,
      heldCents: this.#held[index] ?? Number.NaN,
    }
  }

  /** What can be spent according to a reading. */
  spendableCents(index: number): number {
    return (this.#credit[index] ?? Number.NaN) - (this.#held[index] ?? Number.NaN)
  }

  get first(): Reading | null {
    return this.#length === 0 ? null : this.reading(0)
  }

  get last(): Reading | null {
    return this.#length === 0 ? null : this.reading(this.#length - 1)
  }

  /** Reserves capacity for this number of readings. */
  reserve(length: number): void {
    if (length > this.#at.length) this.#resize(length)
  }

  /**
   * Adds a new reading. An increase of the credit that no top-up of this app explains is recorded as a rise from
   * elsewhere. A duplicate is ignored. A reading slightly older than the newest one is stored right after it. A much
   * older one means that the clock was set back: the readings after it are excluded until their time has come. If two
   * sets of readings then cover the same period, the larger set is kept.
   */
  add(reading: Reading): AddResult {
    this.#resolveFuture(reading.at)
    const { last } = this
    if (last !== null && last.at === reading.at && hasSameAmounts(last, reading)) return 'duplicate'
    if (last !== null && reading.at < last.at - clockToleranceMs) this.#moveToFuture(reading.at)
    if (this.#extendsStretch(reading)) {
      this.#at[this.#length - 1] = reading.at
      return 'extended'
    }
    const before = this.last
    const added = before === null || reading.at >= before.at + 1 ? reading : { ...reading, at: before.at + 1 }
    if (before !== null) this.#attributeRise(before, added)
    this.#push(added)
    return 'added'
  }

  /**
   * Adds a top-up of this app. The reading that shows its money may come shortly before or after it, or long before when
   * the response was lost and the outcome was queried later.
   */
  addTopUp(at: number, cents: number): void {
    const index = this.#findRiseOf(at, cents)
    const rise = this.#rises[index]
    if (rise === undefined) {
      const { last } = this
      const pending = { at: Math.max(at, (last?.at ?? 0) + 1), cents, here: true }
      const isLate = last !== null && at + topUpDelayMs < last.at
      const lateChargeAt = isLate ? Math.max(at, (this.first?.at ?? at) + 1) : null
      this.#pendingTopUps.push({ rise: pending, deadlineAt: at + topUpDelayMs, lateChargeAt })
      this.addRise(pending)
      return
    }
    this.#rises.splice(index, 1)
    if (rise.cents - cents > roundingCents) this.addRise({ ...rise, cents: rise.cents - cents })
    this.addRise({ at: rise.at, cents, here: true })
  }

  /** The index of a rise from elsewhere that this top-up explains; -1 when there is none. */
  #findRiseOf(at: number, cents: number): number {
    const next = this.firstIndexAfter(at)
    const [before, after] = [this.#at[next - 1] ?? at, this.#at[next] ?? at]
    // During a gap in the readings any part of the top-up may have been spent already, so the amount isn't compared.
    const inGap = next < this.#length && after - before > topUpDelayMs ? after : null
    return this.#rises.findIndex(
      (rise) =>
        !rise.here &&
        (rise.at === inGap ||
          (Math.abs(at - rise.at) <= topUpDelayMs && rise.cents >= cents * minMatchingShare)),
    )
  }

  /** Inserts a rise in order of time. */
  addRise(rise: Rise): void {
    let index = this.#rises.length
    while (index > 0 && (this.#rises[index - 1]?.at ?? 0) > rise.at) index -= 1
    this.#rises.splice(index, 0, rise)
  }

  /** Cents spent between reading `index - 1` and reading `index`. */
  spentBefore(index: number): number {
    if (index <= 0) return 0
    const [before, after] = [this.reading(index - 1), this.reading(index)]
    return before.creditCents - after.creditCents + this.sumOfRises(before.at, after.at)
  }

  /**
   * Cents spent from `from` to `to`. Spending between two readings is spread evenly over the time between them, gaps
   * included.
   */
  spent(from: number, to: number): number {
    const sum = this.#spentUntil(to) - this.#spentUntil(from)
    return sum < epsilonCents ? 0 : sum
  }

  /** Cents spent since the first reading. */
  #spentUntil(at: number): number {
    const next = this.firstIndexAfter(at)
    if (next === 0) return 0
    const [first, before] = [this.reading(0), this.reading(next - 1)]
    const untilBefore = first.creditCents - before.creditCents + this.sumOfRises(first.at, before.at)
    if (next === this.#length) return untilBefore
    const part = (at - before.at) / (this.reading(next).at - before.at)
    return untilBefore + this.spentBefore(next) * part
  }

  /** The sum of the rises after `from`, up to and including `to`. */
  sumOfRises(from: number, to: number): number {
    let sum = 0
    for (let index = this.firstRiseAfter(from); index < this.#rises.length; index += 1) {
      const rise = this.#rises[index]
      if (rise === undefined || rise.at > to) break
      sum += rise.cents
    }
    return sum
  }

  /** The index of the first rise later than `at`. */
  firstRiseAfter(at: number): number {
    return upperBound(at, this.#rises.length, (index) => this.#rises[index]?.at ?? 0)
  }

  /** The index of the first reading later than `at`. */
  firstIndexAfter(at: number): number {
    return upperBound(at, this.#length, (index) => this.#at[index] ?? 0)
  }

  /** Keeps only the readings at these indices, and replaces the rises. Both must be in ascending order. */
  replace(indices: readonly number[], rises: readonly Rise[]): void {
    const kept = indices.map((index) => this.reading(index))
    this.#length = 0
    this.#resize(kept.length)
    for (const reading of kept) this.#push(reading)
    this.#rises = [...rises]
  }

  /** Drops the excluded readings once more readings have been made since the clock was set back. */
  dropOutnumberedFuture(): void {
    const from = this.#future?.first?.at
    if (this.#future === null || from === undefined) return
    if (this.#length - this.#lengthBeforeFuture > this.#future.length) this.#future = null
  }

  #moveToFuture(at: number): void {
    const future = new Series()
    const from = this.firstIndexAfter(at)
    for (let index = from; index < this.#length; index += 1) future.#push(this.reading(index))
    // Pending top-ups stay: the readings after the clock change will show them.
    const pending = this.#pendingTopUps.map(({ rise }) => rise)
    const shown = this.#rises.filter((rise) => !pending.includes(rise))
    future.#rises = shown.filter((rise) => rise.at > at)
    this.#rises = shown.filter((rise) => rise.at <= at)
    this.#length = from
    const pendingAt = Math.max(at, (this.last?.at ?? 0) + 1)
    this.#pendingTopUps = pending.map((rise) => ({
      rise: { ...rise, at: pendingAt },
      deadlineAt: at + topUpDelayMs,
      lateChargeAt: null,
    }))
    for (const { rise } of this.#pendingTopUps) this.addRise(rise)
    // The clock was set back twice. Earlier excluded readings are appended if they lie after these; where both cover the
    // same period, the larger set is kept.
    const excluded = this.#future
    if (excluded !== null && (excluded.first?.at ?? 0) > (future.last?.at ?? 0)) {
      for (let index = 0; index < excluded.length; index += 1) future.#push(excluded.reading(index))
      future.#rises.push(...excluded.#rises)
    } else if (excluded !== null && excluded.length > future.length) {
      this.#future = excluded
      return
    }
    this.#future = future
    this.#lengthBeforeFuture = from
  }

  /** Decides between the two sets of readings once the time of the excluded ones has come. */
  #resolveFuture(now: number): void {
    const future = this.#future
    const last = future?.last ?? null
    if (future === null || last === null || now < last.at) return
    this.#future = null
    if (this.#length - this.#lengthBeforeFuture > future.length) return
    this.#length = this.#lengthBeforeFuture
    this.#pendingTopUps = []
    const before = this.last?.at ?? Number.NEGATIVE_INFINITY
    this.#rises = [...this.#rises.filter((rise) => rise.at <= before), ...future.#rises]
    for (let index = 0; index < future.length; index += 1) this.#push(future.reading(index))
  }

  /** Whether the reading has the amounts of the newest stretch, which is still shorter than `maxStretchMs`. */
  #extendsStretch(reading: Reading): boolean {
    if (this.#length < 2 || this.#pendingTopUps.length > 0) return false
    const to = this.reading(this.#length - 1)
    if (reading.at <= to.at || !hasSameAmounts(to, reading)) return false
    const from = this.reading(this.#length - 2)
    const isShort = reading.at - from.at <= maxStretchMs
    return isShort && hasSameAmounts(from, to) && this.sumOfRises(from.at, reading.at) === 0
  }

  /** Attributes an increase of the credit to pending top-ups or to elsewhere, so that spending is never negative. */
  #attributeRise(before: Reading, after: Reading): void {
    if (this.#pendingTopUps.length === 0 && after.creditCents <= before.creditCents) return
    const spent = (): number => before.creditCents - after.creditCents + this.sumOfRises(before.at, after.at)
    for (const { rise, deadlineAt, lateChargeAt } of this.#pendingTopUps.splice(0)) {
      // If the whole amount or more seems spent already, the reading is more likely from before the top-up.
      const isShown = spent() < rise.cents - roundingCents
      if (isShown || (after.at > deadlineAt && lateChargeAt === null)) continue
      const moved = { ...rise, at: lateChargeAt ?? after.at + 1 }
      this.#rises.splice(this.#rises.indexOf(rise), 1)
      this.addRise(moved)
      if (lateChargeAt === null) this.#pendingTopUps.push({ rise: moved, deadlineAt, lateChargeAt })
    }
    const unexplained = -spent()
    if (unexplained > roundingCents) this.addRise({ at: after.at, cents: unexplained, here: false })
  }

  #push(reading: Reading): void {
    if (this.#length === this.#at.length) this.#resize(this.#length + capacityStep)
    this.#at[this.#length] = reading.at
    this.#credit[this.#length] = reading.creditCents
    this.#held[this.#length] = reading.heldCents
    this.#length += 1
  }

  #resize(length: number): void {
    this.#at = resize(this.#at, length)
    this.#credit = resize(this.#credit, length)
    this.#held = resize(this.#held, length)
  }
}

function resize(values: Float64Array, length: number): Float64Array<ArrayBuffer> {
  const grown = new Float64Array(length)
  grown.set(values.subarray(0, length))
  return grown
}

/** Binary search: the index of the first of `length` ascending times that is greater than `at`. */
function upperBound(at: number, length: number, timeOf: (index: number) => number): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (timeOf(middle) <= at) low = middle + 1
    else high = middle
  }
  return low
}

export function hasSameAmounts(one: Reading, other: Reading): boolean {
  return one.creditCents === other.creditCents && one.heldCents === other.heldCents
}
