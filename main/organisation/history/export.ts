/** A history as a file for other programs: CSV for spreadsheets, JSON for scripts. */
import type { Rise } from '../../../preload/contract/index.ts'
import { localDate } from '../../calendar.ts'
import { graphemes } from '../../parallel/text.ts'
import type { Reading, Series } from './series.ts'

type Row = Reading | Rise

/** With the rest of the name at most 203 bytes of UTF-8: file systems allow 255. */
const maxFileNameUnits = 60

/**
 * CSV (RFC 4180), oldest first: readings, and rises where `kind` is `top-up` or `elsewhere`. Amounts are decimal
 * dollars. Text that a spreadsheet would take for a formula gets an apostrophe in front.
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
    if ('cents' in row) return [...start, row.here ? 'top-up' : 'elsewhere', '', '', '', dollars(row.cents)]
    const { creditCents, heldCents } = row
    return [
      ...start,
      'reading',
      dollars(creditCents),
      dollars(heldCents),
      dollars(creditCents - heldCents),
      '',
    ]
  })
  return [head, ...rows].map((cells) => `${cells.join(',')}\r\n`).join('')
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

/** From the organisation's name what every file system takes; the day is the local calendar's. */
export function fileNameFor(organisationName: string, now: number, format: 'csv' | 'json'): string {
  const safe = organisationName.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
  const name = truncateUnits(safe, maxFileNameUnits).replace(/^-+|-+$/g, '')
  return `${name === '' ? 'organisation' : name}-history-${localDate(now)}.${format}`
}

/** As many whole grapheme clusters as fit into so many UTF-16 units. */
function truncateUnits(text: string, maxUnits: number): string {
  let fitting = ''
  for (const grapheme of graphemes(text)) {
    if (fitting.length + grapheme.length > maxUnits) break
    fitting += grapheme
  }
  return fitting
}

/** Quoted, and no formula. */
function textCell(text: string): string {
  const defused = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return `"${defused.replaceAll('"', '""')}"`
}

/** Cents may be fractional: as many digits as there are, two at least. */
function dollars(cents: number): string {
  const fixed = (cents / 100).toFixed(6)
  return fixed.replace(/(\.\d\d\d*?)0+$/, '$1').replace(/^-(0\.00)$/, '$1')
}

function rowsOf(series: Series): Row[] {
  const readings = Array.from({ length: series.length }, (_, index) => series.reading(index))
  return [...series.rises, ...readings].sort((a, b) => a.at - b.at)
}
