import { app } from './app.ts'
import { failures } from './failures.ts'
import { keyboard } from './keyboard.ts'
import { nav } from './nav.ts'
import { overview } from './overview.ts'
import { palette } from './palette.ts'
import { settings } from './settings.ts'
import { signIn } from './sign-in.ts'
import { time } from './time.ts'
import { toasts } from './toasts.ts'
import { tray } from './tray.ts'

export const en = {
  /** Names months and writes numbers as the words around them do. */
  locale: 'en-US',
  direction: 'ltr' as 'ltr' | 'rtl',
  app,
  failures,
  keyboard,
  nav,
  overview,
  palette,
  settings,
  signIn,
  time,
  toasts,
  tray,
}
