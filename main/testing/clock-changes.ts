/** The changes of the clocks in every zone that ICU knows, for tests. */

const hour = 3_600_000
const day = 24 * hour

export type ClockChange = {
  readonly zone: string
  /** The first moment of the new offset, to the minute. */
  readonly at: number
}

/** With whole days that were skipped (Samoa, 2011) and changes at 00:01 (Newfoundland, 2010). */
const years = [2010, 2011, 2026, 2027]

/** One of each: zones that change in the same way at the same time give one. Sets `process.env.TZ`. */
export function clockChanges(): readonly ClockChange[] {
  const changes = new Map<string, ClockChange>()
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    process.env.TZ = zone
    for (const year of years) {
      for (let at = Date.UTC(year); at < Date.UTC(year + 1); at += day) {
        const [before, after] = [offset(at), offset(at + day)]
        if (before === after) continue
        const change = firstWithOtherOffset(at, at + day)
        changes.set(`${change} ${before} ${after}`, { zone, at: change })
      }
    }
  }
  return [...changes.values()]
}

function offset(at: number): number {
  return new Date(at).getTimezoneOffset()
}

function firstWithOtherOffset(from: number, to: number): number {
  let [low, high] = [from, to]
  while (high - low > 60_000) {
    const middle = Math.round((low + high) / 120_000) * 60_000
    if (offset(middle) === offset(from)) low = middle
    else high = middle
  }
  return high
}
