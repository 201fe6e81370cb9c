/** What views derive from the state of an organisation. */
import type { Organisation, Session } from '../preload/contract/index.ts'

/** The user is warned this long before the authorization ends. */
export const expiryWarningMs = 3 * 24 * 60 * 60 * 1000

/** Whether what is shown can't be refreshed at the moment. */
export function isStale({ trouble, session }: Organisation): boolean {
  return trouble !== null || session.kind !== 'active'
}

/** Whether to warn that the authorization ends soon. */
export function expiresSoon({ authorizationUntil }: Session & { kind: 'active' }, now: number): boolean {
  return authorizationUntil !== null && authorizationUntil - now < expiryWarningMs
}

/** Whether the balance is low enough for topping up to become the primary action. */
export function isLow({ alerts, balance }: Organisation): boolean {
  return alerts.some(({ kind }) => kind === 'spendable') || (balance !== null && balance.spendableCents <= 0)
}

/** Signing out has to wait for it: the response is the only one that carries the secret. */
export function isCreatingKey({ keys }: Organisation): boolean {
  return keys.operation?.kind === 'new-key' || keys.operation?.kind === 'rotate-key'
}
