/** Exports a history for other programs: CSV for spreadsheets, JSON for scripts. */
import type { Rise } from '../../../preload/contract/index.ts'
import { decimalDollars } from '../../../words/format.ts'
import { localDate } from '../../calendar.ts'
import { csvFile, textCell } from '../../csv.ts'
import { graphemes } from '../../parallel/text.ts'
import type { Reading, Series } from './series.ts'

type Row = Reading | Rise

/** Readings and rises (`kind` is `top-up` or `elsewhere`), oldest first. Amounts are decimal dollars. */
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
  const rows = sortedRows(series).map((row) => {
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

/** The same rows as JSON. Amounts are cents. */
export function toJson(series: Series, organisation: { readonly id: string; readonly name: string }): string {
  const rows = sortedRows(series)
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

/** Encrypted home folders (eCryptfs) allow about 140 bytes for a whole file name. */
const maxNameBytes = 100
const maxNameGraphemes = 60

/**
 * A file name that every file system accepts: the letters and digits of the organisation's name in any script, truncated
 * between graphemes. The suffix keeps it from being a name reserved by Windows (`CON`). The date is local.
 */
export function fileNameFor(organisationName: string, now: number, format: 'csv' | 'json'): string {
  const name = organisationName
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
  const short = truncate(name.replace(/^-+/, '')).replace(/-+$/, '')
  return `${short === '' ? 'organisation' : short}-history-${localDate(now)}.${format}`
}

function truncate(name: string): string {
  let short = ''
  let length = 0
  for (const grapheme of graphemes(name)) {
    length += 1
    if (length > maxNameGraphemes || Buffer.byteLength(short + grapheme) > maxNameBytes) return short
    short += grapheme
  }
  return short
}

function sortedRows(series: Series): Row[] {
  const readings = Array.from({ length: series.length }, (_, index) => series.reading(index))
  return [...series.rises, ...readings].sort((a, b) => a.at - b.at)
}
