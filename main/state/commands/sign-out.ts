/** Signing out, and the reset. */
import { ok, type Result } from '../../../preload/contract/index.ts'
import type { Organisations } from '../../organisation/organisations.ts'
import type { SignInFlow } from '../../sign-in/sign-in.ts'
import type { ChargeGuard } from '../charge-guard.ts'
import type { Navigation } from '../navigation.ts'
import type { Reset } from '../reset.ts'
import type { Toasts } from '../toasts.ts'
import { type CommandHandlers, done, withOrganisation } from './handlers.ts'

type SignOutDeps = {
  readonly organisations: Organisations
  readonly navigation: Navigation
  readonly signIn: SignInFlow
  readonly reset: Reset
  readonly chargeGuard: ChargeGuard
  readonly toasts: Toasts
}

export function signOutCommands(deps: SignOutDeps) {
  const { organisations, navigation, signIn, reset, chargeGuard } = deps
  return {
    'organisation.sign-out': withOrganisation(organisations, (organisation, { forget }) => {
      navigation.closeDialog()
      return organisation.signOut({ forget })
    }),
    'sign-out.everywhere': ({ forget }) => {
      navigation.closeDialog()
      return signOutEverywhere(deps, forget)
    },
    'sign-out.try-now': () => {
      organisations.revokeNow()
      return done
    },
    'app.reset': async () => {
      const allowed = await chargeGuard.allow({ kind: 'reset' })
      if (!allowed.ok) return allowed
      // A sign-in that is being stored can't be cancelled: its file would be deleted while its tokens stay valid.
      const cancelled = signIn.cancel()
      return cancelled.ok ? reset.run() : cancelled
    },
  } satisfies Partial<CommandHandlers>
}

/** Signs out of all organisations concurrently. A toast reports each failure; the first one is also returned. */
async function signOutEverywhere(
  { organisations, toasts }: SignOutDeps,
  forget: boolean,
): Promise<Result<null>> {
  const outcomes = await Promise.all(
    organisations.signedIn.map(async (organisation) => {
      const { name } = organisation
      return { name, signedOut: await organisation.signOut({ forget }) }
    }),
  )
  for (const { name, signedOut } of outcomes) {
    if (!signedOut.ok)
      toasts.show({ kind: 'failed', operation: 'sign-out', name, failure: signedOut.failure })
  }
  const count = outcomes.filter(({ signedOut }) => signedOut.ok).length
  if (count > 0) toasts.show({ kind: 'signed-out', organisations: count })
  return outcomes.find(({ signedOut }) => !signedOut.ok)?.signedOut ?? ok(null)
}
