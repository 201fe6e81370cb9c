/** Top-ups. The state reports progress and outcome. */
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

/** Always asks before a top-up above the user's daily limit. */
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

/** Asks first: if the original request never arrived, this one charges the card. */
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
