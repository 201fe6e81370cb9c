import { app } from './app.ts'
import { failures } from './failures.ts'
import { overview } from './overview.ts'
import { signIn } from './sign-in.ts'
import { time } from './time.ts'
import { tray } from './tray.ts'

export const en = {
  /** Names months and writes numbers as the words around them do. */
  locale: 'en-US',
  direction: 'ltr' as 'ltr' | 'rtl',
  app,
  failures,
  overview,
  signIn,
  time,
  tray,
}
