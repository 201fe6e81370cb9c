import { moment } from '../../../words/format.ts'
import type { OrganizationStatus } from '../../state/status/document.ts'

const alerts = {
  'low-balance': 'low balance',
  'few-days-left': 'runs out soon',
  'spending-fast': 'spending fast',
} as const satisfies Record<OrganizationStatus['alerts'][number], string>

const needs = {
  'sign-in': 'sign in again',
  'unlock-keyring': 'unlock the keyring',
  'check-top-up': 'check the top-up',
} as const satisfies Record<OrganizationStatus['needs'][number], string>

/** "Halden Research: $184.20 spendable, as of 14:08, 12 days left". In English, like all terminal output. */
export function statusLine(
  { name, balance, paysByInvoice, ...rest }: OrganizationStatus,
  now: number,
): string {
  const amount = balance === null ? null : `${balance.spendable.text} spendable`
  const details = [
    paysByInvoice ? 'pays by invoice' : (amount ?? 'not loaded yet'),
    ...(balance === null ? [] : [`as of ${moment(Date.parse(balance.asOf), now)}`]),
    ...(rest.daysLeft === null ? [] : [daysLeft(rest.daysLeft)]),
    ...rest.alerts.map((alert) => alerts[alert]),
    ...rest.needs.map((need) => needs[need]),
    ...(rest.state === 'signing-out'
      ? ['signing out']
      : rest.stale && rest.needs.length === 0
        ? ['not up to date']
        : []),
  ]
  return `${printable(name)}: ${details.join(', ')}`
}

function daysLeft(days: number): string {
  if (days < 1) return 'less than a day left'
  return days === 1 ? '1 day left' : `${days} days left`
}

/** One line without control characters. Joiners stay, since letters and emoji need them. */
function printable(text: string): string {
  return text.replace(/(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
}
