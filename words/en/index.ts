import { activity } from './activity.ts'
import { app } from './app.ts'
import { failures } from './failures.ts'
import { keyboard } from './keyboard.ts'
import { keys } from './keys.ts'
import { nav } from './nav.ts'
import { overview } from './overview.ts'
import { palette } from './palette.ts'
import { settings } from './settings.ts'
import { signIn } from './sign-in.ts'
import { time } from './time.ts'
import { topUp } from './top-up.ts'
import { tray } from './tray.ts'

export const en = {
  /** Names months and writes numbers as the words around them do. */
  locale: 'en-US',
  activity,
  app,
  failures,
  keys,
  keyboard,
  nav,
  overview,
  palette,
  settings,
  signIn,
  time,
  topUp,
  tray,
}
