import { app } from './app.ts'
import { failures } from './failures.ts'
import { notifications } from './notifications.ts'
import { overview } from './overview.ts'
import { secret } from './secret.ts'
import { signIn } from './sign-in.ts'
import { time } from './time.ts'
import { tray } from './tray.ts'

export const en = {
  /** Names months and writes numbers as the words around them do. */
  locale: 'en-US',
  app,
  failures,
  notifications,
  overview,
  secret,
  signIn,
  time,
  tray,
}
