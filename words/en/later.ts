/** What the window says only later: loaded together with the first part that isn't on the first screen. */
import { dialogs } from './dialogs.ts'
import { proxy } from './proxy.ts'
import { session } from './session.ts'
import { settings } from './settings.ts'
import { topUp } from './top-up.ts'

export const enLater = {
  dialogs,
  proxy,
  session,
  settings,
  topUp,
}
