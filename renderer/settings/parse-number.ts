/** Parses the number fields of the settings. An empty field is null. */
import { groupSeparator } from '../../words/format.ts'

export type ParsedNumber = { readonly ok: true; readonly value: number | null } | { readonly ok: false }

/** Cents after a point or a comma; thousands grouped by the other one. */
const amountPatterns = [
  /^(\d*)(?:[.,](\d{1,2}))?$/,
  /^(\d{1,3}(?:,\d{3})+)\.(\d{1,2})$/,
  /^(\d{1,3}(?:\.\d{3})+),(\d{1,2})$/,
]
/** "1.000" and "1,000" are ambiguous: the grouping character of the regional format decides. */
const groupedPatterns = { ',': /^(\d{1,3}(?:,\d{3})+)$/, '.': /^(\d{1,3}(?:\.\d{3})+)$/ }

/** Parses dollars into cents: "10", "10.5", "10,50", "$1,000.00". */
export function parseMoney(input: string): ParsedNumber {
  if (input.trim() === '') return empty
  const text = input.replace(/[\s'’]/gu, '').replace(/^(?:US)?\$|\$(?:US)?$/i, '')
  for (const pattern of [...amountPatterns, ...localePatterns()]) {
    const [, whole = '', cents = ''] = pattern.exec(text) ?? []
    const value = Number(whole.replace(/[.,]/g, '') || '0') * 100 + Number(cents.padEnd(2, '0'))
    if (value > 0 && Number.isSafeInteger(value)) return { ok: true, value }
  }
  return invalid
}

function localePatterns(): readonly RegExp[] {
  const separator = groupSeparator()
  return separator === ',' || separator === '.' ? [groupedPatterns[separator]] : []
}

/** Parses a whole number from 1 to `max`. */
export function parseWhole(input: string, max: number): ParsedNumber {
  const text = input.trim()
  if (text === '') return empty
  const value = /^\d{1,9}$/.test(text) ? Number(text) : 0
  return value >= 1 && value <= max ? { ok: true, value } : invalid
}

/** Formats cents for the field: "10.00". */
export function formatMoneyInput(cents: number | null): string {
  return cents === null ? '' : (cents / 100).toFixed(2)
}

const empty = { ok: true, value: null } as const
const invalid = { ok: false } as const
