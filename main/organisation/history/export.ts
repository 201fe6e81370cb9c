/** A history as a file for other programs: CSV for spreadsheets, JSON for scripts. */
import type { Rise } from '../../../preload/contract/index.ts'
import { decimalDollars } from '../../../words/format.ts'
import { localDate } from '../../calendar.ts'
import { csvFile, textCell } from '../../csv.ts'
import { graphemes } from '../../parallel/text.ts'
import type { Reading, Series } from './series.ts'

type Row = Reading | Rise

/**
 * CSV, oldest first: readings, and rises where `kind` is `top-up` or `elsewhere`. Amounts are decimal
 * dollars.
 */
export function toCsv(series: Series, organisationName: string): string {
  const head = [
    'organisation',
    'time',
    'epoch_ms',
    'kind',
    'credit_usd',
    'held_usd',
    'spendable_usd',
    'added_usd',
  ]
  const name = textCell(organisationName)
  const rows = rowsOf(series).map((row) => {
    const start = [name, new Date(row.at).toISOString(), row.at]
    if ('cents' in row)
      return [...start, row.here ? 'top-up' : 'elsewhere', '', '', '', decimalDollars(row.cents)]
    const { creditCents, heldCents } = row
    return [
      ...start,
      'reading',
      decimalDollars(creditCents),
      decimalDollars(heldCents),
      decimalDollars(creditCents - heldCents),
      '',
    ]
  })
  return csvFile([head, ...rows])
}

/** The same as JSON; amounts are cents, as everywhere in this app. */
export function toJson(series: Series, organisation: { readonly id: string; readonly name: string }): string {
  const rows = rowsOf(series)
  const readings = rows.flatMap((row) =>
    'cents' in row
      ? []
      : [
          {
            time: new Date(row.at).toISOString(),
            epochMs: row.at,
            creditCents: row.creditCents,
            heldCents: row.heldCents,
            spendableCents: row.creditCents - row.heldCents,
          },
        ],
  )
  const added = rows.flatMap((row) =>
    'cents' in row
      ? [{ time: new Date(row.at).toISOString(), epochMs: row.at, cents: row.cents, here: row.here }]
      : [],
  )
  const { id, name } = organisation
  return `${JSON.stringify({ organisation: { id, name }, readings, added }, null, 2)}\n`
}

/** Encrypted folders allow about 140 bytes for a whole name. */
const maxNameBytes = 100
const maxNameGraphemes = 60

/**
 * From the organisation's name what every file system takes: letters and digits of any script, cut between graphemes.
 * What follows the name keeps it from being one that Windows reserves (`CON`). The day is the local calendar's.
 */
export function fileNameFor(organisationName: string, now: number, format: 'csv' | 'json'): string {
  const name = organisationName
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
  const short = shortened(name.replace(/^-+/, '')).replace(/-+$/, '')
  return `${short === '' ? 'organisation' : short}-history-${localDate(now)}.${format}`
}

function shortened(name: string): string {
  let short = ''
  let length = 0
  for (const grapheme of graphemes(name)) {
    length += 1
    if (length > maxNameGraphemes || Buffer.byteLength(short + grapheme) > maxNameBytes) return short
    short += grapheme
  }
  return short
}

function rowsOf(series: Series): Row[] {
  const readings = Array.from({ length: series.length }, (_, index) => series.reading(index))
  return [...series.rises, ...readings].sort((a, b) => a.at - b.at)
}
