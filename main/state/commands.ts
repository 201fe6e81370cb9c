/** What each command of the window, the tray and the command line does. The only way in. */
import type {
  About,
  CommandArguments,
  CommandName,
  CommandValue,
  Destination,
  Result,
} from '../../preload/contract/index.ts'
import type { Desktop } from '../ports.ts'
import type { App } from './app.ts'
import { aboutCommands } from './commands/about.ts'
import { diagnosticsCommands } from './commands/diagnostics.ts'
import { historyCommands } from './commands/history.ts'
import { keysCommands } from './commands/keys.ts'
import { moneyCommands } from './commands/money.ts'
import { organisationCommands } from './commands/organisations.ts'
import { proxyCommands } from './commands/proxy.ts'
import { quietCommands } from './commands/quiet.ts'
import { settingsCommands } from './commands/settings.ts'
import { signInCommands } from './commands/sign-in.ts'
import { signOutCommands } from './commands/sign-out.ts'
import { updateCommands } from './commands/updates.ts'
import { windowCommands } from './commands/window.ts'

/** One handler a command; expected failures are values. */
export type CommandHandlers = {
  readonly [N in CommandName]: (
    given: CommandArguments<N>,
  ) => Result<CommandValue<N>> | Promise<Result<CommandValue<N>>>
}

/**
 * @param addressOf where each destination lies; the window only ever names them
 * @param readAbout what the program is made of
 */
export function commandHandlers(
  app: App,
  desktop: Desktop,
  addressOf: (destination: Destination) => string,
  readAbout: () => Promise<Result<About>>,
): CommandHandlers {
  return {
    ...signInCommands(app),
    ...organisationCommands(app, desktop),
    ...historyCommands(app),
    ...proxyCommands(app),
    ...quietCommands(app),
    ...moneyCommands(app),
    ...signOutCommands(app),
    ...settingsCommands(app),
    ...keysCommands(app, desktop),
    ...updateCommands(app, desktop),
    ...diagnosticsCommands(app),
    ...windowCommands(app, desktop, addressOf),
    ...aboutCommands(readAbout),
  }
}
