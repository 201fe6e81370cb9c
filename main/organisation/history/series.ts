/**
 * The readings of one organisation in memory, oldest first, and what they say about money.
 *
 * The rule that everything rests on: between two readings a and b,
 *   spent = credit(a) − credit(b) + the rises in (a, b]
 * and a rise is an event of its own. So a reading between them can be dropped without changing any sum.
 * Held money is no part of it: it is spent only when the credit falls.
 */
import type { Rise } from '../../../preload/contract/index.ts'

export type Reading = { readonly at: number; readonly creditCents: number; readonly heldCents: number }

/** A new reading that is earlier than the newest one by more than this means that the clock was set back. */
const clockSlackMs = 5 * 60_000
/** A rise of less is rounding: cents may be fractional. */
const noRiseCents = 0.5
/** Smaller fractions of a cent are floating-point error. */
const nothingCents = 1e-6
/** How long a top-up may take to show: a reading in flight during the charge returns the balance before it. */
const topUpShowsWithinMs = 10 * 60_000
/** And the other way round, a reading can show the money first, less what was spent until the answer came. */
const sameAmount = 0.9
/** Readings of the same amounts are one stretch, of which the ends are kept, at least this often. */
const sameForMs = 10 * 60_000

const growBy = 256

/** `extended`: the newest reading has the same amounts, and now counts as read at this time. */
export type Learned = 'nothing' | 'extended' | 'added'

/**
 * A top-up made here that no reading has shown yet: until when it may lie after the next reading. `earlier`: its answer
 * came so late that readings should have shown it; if the next one doesn't either, it was charged then.
 */
type Unseen = { readonly rise: Rise; readonly until: number; readonly earlier: number | null }

export class Series {
  #at = new Float64Array(0)
  #credit = new Float64Array(0)
  #held = new Float64Array(0)
  #length = 0
  #rises: Rise[] = []
  /** Readings that claim a time which a later reading says hasn't come yet. They don't count meanwhile. */
  #ahead: Series | null = null
  /** How many readings there were when those were set aside. */
  #sinceAhead = 0
  #unseen: Unseen[] = []

  get length(): number {
    return this.#length
  }

  get rises(): readonly Rise[] {
    return this.#rises
  }

  get hasAhead(): boolean {
    return this.#ahead !== null
  }

  reading(index: number): Reading {
    return {
      at: this.#at[index] ?? Number.NaN,
      creditCents: this.#credit[index] ?? Number.NaN,
      heldCents: this.#held[index] ?? Number.NaN,
    }
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
   * Adds what was read now. A rise of the credit that no top-up made here explains was made elsewhere.
   * The same reading again is left out; one that is a little older than the newest counts as just after it.
   * Much older: the clock was set. What lies after it no longer counts until that time has come; of two stretches
   * that claim the same time, the one with more readings stays.
   */
  read(reading: Reading): Learned {
    this.#settleAhead(reading.at)
    const { last } = this
    if (last !== null && last.at === reading.at && isEqual(last, reading)) return 'nothing'
    if (last !== null && reading.at < last.at - clockSlackMs) this.#setAside(reading.at)
    if (this.#continues(reading)) {
      this.#at[this.#length - 1] = reading.at
      return 'extended'
    }
    const before = this.last
    const at = before === null ? reading.at : Math.max(reading.at, before.at + 1)
    if (before !== null) this.#explain(before, { ...reading, at })
    this.#push({ ...reading, at })
    return 'added'
  }

  /**
   * A top-up made here. Its money may show in a reading shortly before or after, or in any reading before now when
   * its answer was lost and asked for later.
   */
  topUp(at: number, cents: number): void {
    const shown = this.#shownAs(at, cents)
    const rise = this.#rises[shown]
    if (rise === undefined) {
      const { last } = this
      const unseen = { at: Math.max(at, (last?.at ?? 0) + 1), cents, here: true }
      const isLate = last !== null && at + topUpShowsWithinMs < last.at
      const earlier = isLate ? Math.max(at, (this.first?.at ?? at) + 1) : null
      this.#unseen.push({ rise: unseen, until: at + topUpShowsWithinMs, earlier })
      this.addRise(unseen)
      return
    }
    this.#rises.splice(shown, 1)
    if (rise.cents - cents > noRiseCents) this.addRise({ ...rise, cents: rise.cents - cents })
    this.addRise({ at: rise.at, cents, here: true })
  }

  /** The index of a rise so far attributed elsewhere that shows a top-up; -1 when there is none. */
  #shownAs(at: number, cents: number): number {
    const next = this.indexAfter(at)
    const [before, after] = [this.#at[next - 1] ?? at, this.#at[next] ?? at]
    // While nothing was read, any part of it may have been spent again.
    const inGap = next < this.#length && after - before > topUpShowsWithinMs ? after : null
    return this.#rises.findIndex(
      (rise) =>
        !rise.here &&
        (rise.at === inGap ||
          (Math.abs(at - rise.at) <= topUpShowsWithinMs && rise.cents >= cents * sameAmount)),
    )
  }

  /** A rise that is known as it is. */
  addRise(rise: Rise): void {
    let index = this.#rises.length
    while (index > 0 && (this.#rises[index - 1]?.at ?? 0) > rise.at) index -= 1
    this.#rises.splice(index, 0, rise)
  }

  /** What was spent between the reading before `index` and that one. */
  spentAt(index: number): number {
    if (index <= 0) return 0
    const [before, after] = [this.reading(index - 1), this.reading(index)]
    return before.creditCents - after.creditCents + this.risen(before.at, after.at)
  }

  /**
   * Spent from `from` to `to`. Between two readings money is taken to be spent evenly: nobody saw when it was,
   * and what was spent while nothing was read counts all the same.
   */
  spent(from: number, to: number): number {
    let sum = 0
    for (let index = Math.max(this.indexAfter(from), 1); index < this.#length; index += 1) {
      const start = this.#at[index - 1] ?? 0
      const end = this.#at[index] ?? 0
      if (start >= to) break
      const part = (Math.min(end, to) - Math.max(start, from)) / (end - start)
      sum += this.spentAt(index) * part
    }
    return sum < nothingCents ? 0 : sum
  }

  /** The sum of the rises after `from`, up to and with `to`. */
  risen(from: number, to: number): number {
    let sum = 0
    for (let index = this.riseAfter(from); index < this.#rises.length; index += 1) {
      const rise = this.#rises[index]
      if (rise === undefined || rise.at > to) break
      sum += rise.cents
    }
    return sum
  }

  /** The index of the first rise later than `at`. */
  riseAfter(at: number): number {
    return firstAfter(at, this.#rises.length, (index) => this.#rises[index]?.at ?? 0)
  }

  /** The index of the first reading later than `at`. */
  indexAfter(at: number): number {
    return firstAfter(at, this.#length, (index) => this.#at[index] ?? 0)
  }

  /** Replaces the readings and rises; both must be in order. */
  replace(indices: readonly number[], rises: readonly Rise[]): void {
    const kept = indices.map((index) => this.reading(index))
    this.#length = 0
    this.#resize(kept.length)
    for (const reading of kept) this.#push(reading)
    this.#rises = [...rises]
  }

  /** Drops the readings of a clock that ran ahead, if there are more of a clock that was set since. */
  dropAhead(): void {
    const from = this.#ahead?.first?.at
    if (this.#ahead === null || from === undefined) return
    if (this.#length - this.#sinceAhead > this.#ahead.length) this.#ahead = null
  }

  #setAside(at: number): void {
    const ahead = new Series()
    const from = this.indexAfter(at)
    for (let index = from; index < this.#length; index += 1) ahead.#push(this.reading(index))
    // What no reading has shown yet is none of that time's: it will be shown by readings of this one.
    const unseen = this.#unseen.map(({ rise }) => rise)
    const seen = this.#rises.filter((rise) => !unseen.includes(rise))
    ahead.#rises = seen.filter((rise) => rise.at > at)
    this.#rises = seen.filter((rise) => rise.at <= at)
    this.#length = from
    const shownAt = Math.max(at, (this.last?.at ?? 0) + 1)
    this.#unseen = unseen.map((rise) => ({
      rise: { ...rise, at: shownAt },
      until: at + topUpShowsWithinMs,
      earlier: null,
    }))
    for (const { rise } of this.#unseen) this.addRise(rise)
    // Set twice: what was set aside first is later still, or contradicts this and is dropped.
    const earlier = this.#ahead
    if (earlier !== null && (earlier.first?.at ?? 0) > (ahead.last?.at ?? 0)) {
      for (let index = 0; index < earlier.length; index += 1) ahead.#push(earlier.reading(index))
      ahead.#rises.push(...earlier.#rises)
    } else if (earlier !== null && earlier.length > ahead.length) {
      this.#ahead = earlier
      return
    }
    this.#ahead = ahead
    this.#sinceAhead = from
  }

  /** The time that was claimed ahead has come. */
  #settleAhead(now: number): void {
    const ahead = this.#ahead
    const [first, last] = [ahead?.first, ahead?.last]
    if (ahead === null || first == null || last == null || now < last.at) return
    this.#ahead = null
    if (this.#length - this.#sinceAhead > ahead.length) return
    this.#length = this.#sinceAhead
    this.#unseen = []
    const before = this.last?.at ?? Number.NEGATIVE_INFINITY
    this.#rises = [...this.#rises.filter((rise) => rise.at <= before), ...ahead.#rises]
    for (let index = 0; index < ahead.length; index += 1) this.#push(ahead.reading(index))
  }

  /** The same amounts as at both ends of the newest stretch, which is still short. */
  #continues(reading: Reading): boolean {
    if (this.#length < 2 || this.#unseen.length > 0) return false
    const [from, to] = [this.reading(this.#length - 2), this.reading(this.#length - 1)]
    const isShort = reading.at > to.at && reading.at - from.at <= sameForMs
    return isShort && isEqual(from, to) && isEqual(to, reading) && this.risen(from.at, reading.at) === 0
  }

  /** Ensures that the spending between the two is not negative. */
  #explain(before: Reading, after: Reading): void {
    const spent = (): number => before.creditCents - after.creditCents + this.risen(before.at, after.at)
    for (const unseen of this.#unseen.splice(0)) {
      const { rise, until, earlier } = unseen
      // Spent at once, to the cent or more? Sooner this reading is from before the top-up.
      const isShown = spent() < rise.cents - noRiseCents
      if (isShown || (after.at > until && earlier === null)) continue
      const moved = { ...rise, at: earlier ?? after.at + 1 }
      this.#rises.splice(this.#rises.indexOf(rise), 1)
      this.addRise(moved)
      if (earlier === null) this.#unseen.push({ rise: moved, until, earlier })
    }
    const unexplained = -spent()
    if (unexplained > noRiseCents) this.addRise({ at: after.at, cents: unexplained, here: false })
  }

  #push(reading: Reading): void {
    if (this.#length === this.#at.length) this.#resize(this.#length + growBy)
    this.#at[this.#length] = reading.at
    this.#credit[this.#length] = reading.creditCents
    this.#held[this.#length] = reading.heldCents
    this.#length += 1
  }

  #resize(length: number): void {
    this.#at = resized(this.#at, length)
    this.#credit = resized(this.#credit, length)
    this.#held = resized(this.#held, length)
  }
}

function resized(values: Float64Array, length: number): Float64Array<ArrayBuffer> {
  const grown = new Float64Array(length)
  grown.set(values.subarray(0, length))
  return grown
}

/** The first of `length` values in order that is greater. */
function firstAfter(at: number, length: number, timeOf: (index: number) => number): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (timeOf(middle) <= at) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether the amounts are equal. */
export function isEqual(one: Reading, other: Reading): boolean {
  return one.creditCents === other.creditCents && one.heldCents === other.heldCents
}
