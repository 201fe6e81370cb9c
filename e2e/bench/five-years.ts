/** The history file of an app that has run for five years: dense recent readings, downsampled old ones. */

import { downsample } from '../../main/organisation/history/downsample.ts'
import { header, toLines } from '../../main/organisation/history/lines.ts'
import { Series } from '../../main/organisation/history/series.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** The text of a `history.jsonl` whose last reading is before `now`. */
export function fiveYears(now: number): string {
  const series = new Series()
  let credit = 50_000
  const read = (at: number): void => {
    credit -= Math.random() * 20
    if (credit < 5000) credit += 10_000
    series.add({ at, creditCents: Math.round(credit), heldCents: Math.round(Math.random() * 900) })
  }
  for (let at = now - 1825 * day; at < now - 90 * day; at += day / 4) read(at)
  for (let at = now - 90 * day; at < now - 2 * day; at += 20 * minute) read(at)
  for (let at = now - 2 * day; at < now; at += minute) read(at)
  downsample(series, now)
  return `${[header, ...toLines(series).map((line) => JSON.stringify(line))].join('\n')}\n`
}
