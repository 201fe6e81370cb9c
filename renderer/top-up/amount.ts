/** What somebody typed as an amount of money, and whether it may be charged. */

import { maxTopUpCents } from '../../preload/contract/bounds.ts'

export const leastCents = 100

export type Typed =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'not-an-amount' }
  | { readonly kind: 'amount'; readonly cents: number }

/** Dollars, with or without their sign; a comma stands for a point where only cents can follow it. */
export function parseAmount(typed: string): Typed {
  const text = typed.replace(/[\s\u00a0\u202f]/gu, '').replace(/^\$|\$$/gu, '')
  if (text === '') return { kind: 'nothing' }
  const found = /^(\d{1,9}|\d{1,3}(?:,\d{3})+)?(?:[.,](\d{1,2})?)?$/u.exec(text)
  const [, dollars = '', cents = ''] = found ?? []
  if (found === null || (dollars === '' && cents === '')) return { kind: 'not-an-amount' }
  const whole = Number(dollars.replaceAll(',', '') || '0')
  return { kind: 'amount', cents: whole * 100 + Number(cents.padEnd(2, '0')) }
}

export type Refusal = 'too-little' | 'too-much' | 'over-limit' | 'limit-reached'

/**
 * Why the amount can't be charged; null when it can.
 * @param leftTodayCents what the user's own limit leaves for today; null when there is none
 */
export function refusal(cents: number, leftTodayCents: number | null): Refusal | null {
  if (cents < leastCents) return 'too-little'
  if (cents > maxTopUpCents) return 'too-much'
  if (leftTodayCents === null || cents <= leftTodayCents) return null
  return leftTodayCents < leastCents ? 'limit-reached' : 'over-limit'
}

/** What the limit of a day leaves, never below zero; null when there is none. */
export function leftToday(limitCents: number | null, addedTodayCents: number): number | null {
  return limitCents === null ? null : Math.max(0, limitCents - addedTodayCents)
}
