/** What each command of the window, the tray and the command line does. The only way in. */
import type {
  About,
  CommandArguments,
  CommandName,
  CommandValue,
  Destination,
  Result,
} from '../../preload/contract/index.ts'
import type { SecretHolder } from '../organisation/keys/pending-secret.ts'
import type { Organisations } from '../organisation/organisations.ts'
import type { Desktop, Files } from '../ports.ts'
import type { ProxyPasswords } from '../proxy/proxy-passwords.ts'
import type { SignInFlow } from '../sign-in/sign-in.ts'
import type { AppUpdates } from '../updates/updates.ts'
import { aboutCommands } from './commands/about.ts'
import { diagnosticsCommands } from './commands/diagnostics.ts'
import { historyCommands } from './commands/history.ts'
import { keysCommands, secretCommands } from './commands/keys.ts'
import { organisationCommands } from './commands/organisations.ts'
import { proxyCommands } from './commands/proxy.ts'
import { settingsCommands } from './commands/settings.ts'
import { signInCommands } from './commands/sign-in.ts'
import { signOutCommands } from './commands/sign-out.ts'
import { snoozeCommands } from './commands/snooze.ts'
import { topUpCommands } from './commands/top-up.ts'
import { updateCommands } from './commands/updates.ts'
import { leavingCommands, windowCommands } from './commands/window.ts'
import type { Diagnostics } from './diagnostics.ts'
import type { ImportExport } from './import-export.ts'
import type { Navigation } from './navigation.ts'
import type { Notices } from './notices.ts'
import type { Reset } from './reset.ts'
import type { SettingsInForce } from './settings-in-force.ts'
import type { StateStore } from './store.ts'
import type { Toasts } from './toasts.ts'

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
  readonly signIn: SignInFlow
  readonly reset: Reset
  readonly settings: SettingsInForce
  readonly importExport: ImportExport
  readonly updates: AppUpdates
  readonly proxy: ProxyPasswords
  readonly diagnostics: Diagnostics
  readonly desktop: Desktop
  readonly files: Files
  /** The address of a link; the window only names it. */
  readonly linkTo: (destination: Destination) => string
  readonly readAbout: () => Promise<Result<About>>
}

export function commandHandlers(context: CommandContext): CommandHandlers {
  return {
    ...signInCommands(context),
    ...organisationCommands(context),
    ...historyCommands(context),
    ...proxyCommands(context),
    ...snoozeCommands(context),
    ...topUpCommands(context),
    ...signOutCommands(context),
    ...settingsCommands(context),
    ...keysCommands(context),
    ...secretCommands(context),
    ...updateCommands(context),
    ...diagnosticsCommands(context),
    ...windowCommands(context),
    ...leavingCommands(context),
    ...aboutCommands(context),
  }
}
