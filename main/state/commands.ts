/** What each command of the window, the tray and the command line does. The only way in. */
import { aboutCommands } from './commands/about.ts'
import { diagnosticsCommands } from './commands/diagnostics.ts'
import type { CommandContext, CommandHandlers } from './commands/handlers.ts'
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
