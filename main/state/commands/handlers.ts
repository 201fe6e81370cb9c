/** What the handlers of all areas share. */
import { basename } from 'node:path'
import {
  type About,
  type CommandArguments,
  type CommandName,
  type CommandValue,
  type Destination,
  failed,
  ok,
  type Result,
} from '../../../preload/contract/index.ts'
import type { SecretHolder } from '../../organisation/keys/pending-secret.ts'
import type { Organisation } from '../../organisation/organisation.ts'
import type { Organisations } from '../../organisation/organisations.ts'
import { failure, signedOutFailure } from '../../parallel/failures.ts'
import type { Clock, Desktop, Files } from '../../ports.ts'
import type { ProxyPasswords } from '../../proxy/proxy-passwords.ts'
import type { SignInFlow } from '../../sign-in/sign-in.ts'
import type { AppUpdates } from '../../updates/updates.ts'
import type { ChargeGuard } from '../charge-guard.ts'
import type { Diagnostics } from '../diagnostics.ts'
import type { ImportExport } from '../import-export.ts'
import type { Navigation } from '../navigation.ts'
import type { Notices } from '../notices.ts'
import type { Reset } from '../reset.ts'
import type { SettingsInForce } from '../settings-in-force.ts'
import type { StateStore } from '../store.ts'
import type { Toasts } from '../toasts.ts'

/** One handler a command; expected failures are values. */
export type CommandHandlers = {
  readonly [N in CommandName]: (
    given: CommandArguments<N>,
  ) => Result<CommandValue<N>> | Promise<Result<CommandValue<N>>>
}

/** Everything that commands act on. */
export type CommandContext = {
  readonly state: StateStore
  readonly navigation: Navigation
  readonly notices: Notices
  readonly toasts: Toasts
  readonly organisations: Organisations
  readonly secret: SecretHolder
  readonly chargeGuard: ChargeGuard
  readonly signIn: SignInFlow
  readonly reset: Reset
  readonly settings: SettingsInForce
  readonly importExport: ImportExport
  readonly updates: AppUpdates
  readonly proxy: ProxyPasswords
  readonly diagnostics: Diagnostics
  readonly clock: Clock
  readonly desktop: Desktop
  readonly files: Files
  /** The address of a link; the window only names it. */
  readonly linkTo: (destination: Destination) => string
  readonly readAbout: () => Promise<Result<About>>
}

export const done = ok(null)

/** Makes a handler that gets the organisation of the command; `signed-out` when nobody is signed in to it. */
export function withOrganisation<G extends { readonly organisationId: string }, R>(
  organisations: Organisations,
  run: (organisation: Organisation, given: G) => R,
): (given: G) => R | Result<never> {
  return (given) => {
    const organisation = organisations.get(given.organisationId)
    return organisation === undefined ? failed(signedOutFailure) : run(organisation, given)
  }
}

/** `clipboard` when the system didn't take the text. */
export async function copyText(desktop: Desktop, text: string): Promise<Result<null>> {
  const isCopied = await desktop.copyText(text)
  return isCopied ? done : failed(failure('clipboard', 'The clipboard took nothing.'))
}

/** Writes a file that the user chooses. The dialog may stay open for long, so a toast tells the outcome. */
export async function saveFile(
  { files, toasts }: Pick<CommandContext, 'files' | 'toasts'>,
  file: {
    /** Suggested in the dialog. */
    readonly name: string
    readonly format: 'csv' | 'json'
    /** Asked once the user has chosen. */
    readonly text: () => string | Promise<string>
  },
): Promise<void> {
  const path = await files.askWhereToSave(file.name, file.format)
  if (path === null) return
  const written = await files.write(path, await file.text())
  const name = basename(path)
  if (written.ok) toasts.show({ kind: 'exported', file: name })
  else toasts.show({ kind: 'failed', operation: 'export', name, failure: written.failure })
}
