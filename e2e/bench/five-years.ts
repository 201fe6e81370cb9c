/** A history as it lies on the disk after five years: a reading a minute for two days, one an hour, one a day. */
import { header, linesOf } from '../../main/organisation/history/lines.ts'
import { Series } from '../../main/organisation/history/series.ts'
import { thin } from '../../main/organisation/history/thin.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** The text of a `history.jsonl` whose last reading is before `now`. */
export function fiveYears(now: number): string {
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
  return `${[header, ...linesOf(series).map((line) => JSON.stringify(line))].join('\n')}\n`
}
