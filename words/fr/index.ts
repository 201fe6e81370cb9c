import type { LaterWords, Words } from '../types.ts'
import { activity } from './activity.ts'
import { app } from './app.ts'
import { crashed } from './crashed.ts'
import { failures } from './failures.ts'
import { keyboard } from './keyboard.ts'
import { nav } from './nav.ts'
import { overview } from './overview.ts'
import { palette } from './palette.ts'
import { proxyStrip } from './proxy.ts'
import { signIn } from './sign-in.ts'
import { time } from './time.ts'
import { toasts } from './toasts.ts'
import { updates } from './updates.ts'

export const fr: Words = {
  /** Names months and writes numbers as the words around them do. */
  locale: 'fr',
  direction: 'ltr',
  later: async (): Promise<LaterWords> => (await import('./later.ts')).frLater,
  activity,
  app,
  crashed,
  failures,
  overview,
  keyboard,
  nav,
  palette,
  proxyStrip,
  signIn,
  time,
  toasts,
  updates,
}
