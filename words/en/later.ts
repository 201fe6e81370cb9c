/** What the window says only later: loaded together with the first part that isn't on the first screen. */
import { diagnostics } from './diagnostics.ts'
import { dialogs } from './dialogs.ts'
import { proxy } from './proxy.ts'
import { session } from './session.ts'
import { settings } from './settings.ts'
import { topUp } from './top-up.ts'

export const enLater = {
  diagnostics,
  dialogs,
  proxy,
  session,
  settings,
  topUp,
}
