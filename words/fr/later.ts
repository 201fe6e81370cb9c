import type { LaterWords } from '../types.ts'
import { about } from './about.ts'
import { dialogs } from './dialogs.ts'
import { session } from './session.ts'
import { settings } from './settings.ts'
import { topUp } from './top-up.ts'

export const frLater: LaterWords = {
  about,
  dialogs,
  session,
  settings,
  topUp,
}
