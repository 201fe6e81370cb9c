import { activity } from './activity.ts'
import { app } from './app.ts'
import { dialogs } from './dialogs.ts'
import { failures } from './failures.ts'
import { keyboard } from './keyboard.ts'
import { keys } from './keys.ts'
import { nav } from './nav.ts'
import { overview } from './overview.ts'
import { palette } from './palette.ts'
import { proxy } from './proxy.ts'
import { session } from './session.ts'
import { settings } from './settings.ts'
import { signIn } from './sign-in.ts'
import { time } from './time.ts'
import { toasts } from './toasts.ts'
import { topUp } from './top-up.ts'

export const en = {
  /** Names months and writes numbers as the words around them do. */
  locale: 'en-US',
  direction: 'ltr' as 'ltr' | 'rtl',
  activity,
  app,
  dialogs,
  failures,
  overview,
  keys,
  keyboard,
  nav,
  palette,
  proxy,
  session,
  settings,
  signIn,
  time,
  topUp,
  toasts,
}
