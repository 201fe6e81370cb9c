/** All commands of the window, the tray menu and the command line. Nothing else changes the app's state from outside. */
import type { Account } from './account.ts'
import type { AppFacts, AppPorts } from './app-ports.ts'
import { aboutCommands } from './commands/about.ts'
import { diagnosticsCommands } from './commands/diagnostics.ts'
import type { CommandHandlers } from './commands/handlers.ts'
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
import type { Network } from './network.ts'
import type { Shell } from './shell.ts'

/** All parts of the app. Each group of commands declares those that it uses. */
type Parts = Shell &
  Network &
  Account &
  Pick<AppPorts, 'clock' | 'desktop' | 'files'> &
  Pick<AppFacts, 'linkTo' | 'readAbout'>

export function commandHandlers(parts: Parts): CommandHandlers {
  return {
    ...signInCommands(parts),
    ...organisationCommands(parts),
    ...historyCommands(parts),
    ...proxyCommands(parts),
    ...snoozeCommands(parts),
    ...topUpCommands(parts),
    ...signOutCommands(parts),
    ...settingsCommands(parts),
    ...keysCommands(parts),
    ...secretCommands(parts),
    ...updateCommands(parts),
    ...diagnosticsCommands(parts),
    ...windowCommands(parts),
    ...leavingCommands(parts),
    ...aboutCommands(parts),
  }
}
