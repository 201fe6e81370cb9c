/** What is typed into a field of the settings, as a value or as what is wrong with it. */

export type Parsed = { readonly ok: true; readonly value: number | null } | { readonly ok: false }

/** Cents behind a point or a comma; groups of three by the other one. "1.000" could be either, so it is neither. */
const amounts = [
  /^(\d*)(?:[.,](\d{1,2}))?$/,
  /^(\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?$/,
  /^(\d{1,3}(?:\.\d{3})+),(\d{1,2})$/,
]

/**
 * An amount in dollars as people type it: "10", "10.5", "10,50", "$1,000.00". Empty means none.
 * @returns cents
 */
export function parseMoney(typed: string): Parsed {
  if (typed.trim() === '') return none
  const text = typed.replace(/\s/gu, '').replace(/^\$|\$$/, '')
  for (const amount of amounts) {
    const [, whole = '', cents = ''] = amount.exec(text) ?? []
    const value = Number(whole.replace(/[.,]/g, '') || '0') * 100 + Number(cents.padEnd(2, '0'))
    if (value > 0 && Number.isSafeInteger(value)) return { ok: true, value }
  }
  return wrong
}

/** A whole number from 1 to `most`. Empty means none. */
export function parseWhole(typed: string, most: number): Parsed {
  const text = typed.trim()
  if (text === '') return none
  const value = /^\d{1,9}$/.test(text) ? Number(text) : 0
  return value >= 1 && value <= most ? { ok: true, value } : wrong
}

/** As it stands in the field: "10.00". */
export function moneyForField(cents: number | null): string {
  return cents === null ? '' : (cents / 100).toFixed(2)
}

const none = { ok: true, value: null } as const
const wrong = { ok: false } as const
