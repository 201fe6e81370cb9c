/** Parses and checks the amount of a top-up. */
import { maxTopUpCents } from '../../preload/contract/bounds.ts'

export const minTopUpCents = 100

export type ParsedAmount =
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-an-amount' }
  | { readonly kind: 'amount'; readonly cents: number }

/** Parses dollars, with or without their sign. A comma counts as the decimal point if one or two digits follow. */
export function parseAmount(input: string): ParsedAmount {
  const text = input.replace(/[\s\u00a0\u202f]/gu, '').replace(/^(?:US)?\$|\$(?:US)?$/giu, '')
  if (text === '') return { kind: 'empty' }
  const match = /^(\d{1,9}|\d{1,3}(?:,\d{3})+)?(?:[.,](\d{1,2})?)?$/u.exec(text)
  const [, dollars = '', cents = ''] = match ?? []
  if (match === null || (dollars === '' && cents === '')) return { kind: 'not-an-amount' }
  const whole = Number(dollars.replaceAll(',', '') || '0')
  return { kind: 'amount', cents: whole * 100 + Number(cents.padEnd(2, '0')) }
}

export type AmountError = 'too-little' | 'too-much' | 'over-limit' | 'limit-reached'

/**
 * Returns why the amount can't be charged, or null.
 * @param leftTodayCents what the user's daily limit still allows; null without a limit
 */
export function checkAmount(cents: number, leftTodayCents: number | null): AmountError | null {
  if (cents < minTopUpCents) return 'too-little'
  if (cents > maxTopUpCents) return 'too-much'
  if (leftTodayCents === null || cents <= leftTodayCents) return null
  return leftTodayCents < minTopUpCents ? 'limit-reached' : 'over-limit'
}

/** What a daily limit still allows, at least 0; null without a limit. */
export function leftToday(limitCents: number | null, addedTodayCents: number): number | null {
  return limitCents === null ? null : Math.max(0, limitCents - addedTodayCents)
}
