/** What main says: the tray, the system's notifications and dialogs. */
import type { DesktopWords } from '../types.ts'
import { consent } from './consent.ts'
import { livesInTray } from './lives-in-tray.ts'
import { notifications } from './notifications.ts'
import { secret } from './secret.ts'
import { time } from './time.ts'
import { tray } from './tray.ts'

export const ptBRDesktop: DesktopWords = {
  locale: 'pt-BR',
  direction: 'ltr',
  appName: 'Parallel Tray',
  consent,
  livesInTray,
  notifications,
  secret,
  time,
  tray,
}
