/** Adding money. Progress and outcome are in the state. */
import type { Result } from '../../../preload/contract/index.ts'
import type { Organisation } from '../../organisation/organisation.ts'
import type { Organisations } from '../../organisation/organisations.ts'
import type { ChargeGuard } from '../charge-guard.ts'
import { type CommandHandlers, withOrganisation } from './handlers.ts'

type TopUpDeps = {
  readonly organisations: Organisations
  readonly chargeGuard: ChargeGuard
}

export function topUpCommands({ organisations, chargeGuard }: TopUpDeps) {
  return {
    'top-up.start': withOrganisation(organisations, (organisation, { amountCents }) =>
      start(chargeGuard, organisation, amountCents),
    ),
    'top-up.retry': withOrganisation(organisations, (organisation) => askAgain(chargeGuard, organisation)),
    'top-up.dismiss': withOrganisation(organisations, ({ topUp }) => topUp.dismiss()),
  } satisfies Partial<CommandHandlers>
}

/** A top-up over the user's own limit is always asked about. */
async function start(
  guard: ChargeGuard,
  { name: organisation, limits, topUp }: Organisation,
  amountCents: number,
): Promise<Result<null>> {
  const checked = topUp.check(amountCents)
  if (!checked.ok) return checked
  const { isOverLimit } = checked.value
  const limitCents = limits.topUpPerDayCents
  const allowed =
    isOverLimit && limitCents !== null
      ? await guard.ask({ kind: 'over-limit', organisation, amountCents, limitCents })
      : await guard.allow({ kind: 'charge', organisation, amountCents })
  return allowed.ok ? topUp.start(amountCents, { overLimit: isOverLimit }) : allowed
}

/** It is charged now, should the first request never have arrived. */
async function askAgain(
  guard: ChargeGuard,
  { name: organisation, topUp }: Organisation,
): Promise<Result<null>> {
  const checked = topUp.checkAgain()
  if (!checked.ok) return checked
  const { amountCents } = checked.value.open
  const allowed = await guard.allow({ kind: 'charge-again', organisation, amountCents })
  return allowed.ok ? topUp.askAgain() : allowed
}
