import type { LaterWords } from '../types.ts'
import { about } from './about.ts'
import { allOrganisations } from './all-organisations.ts'
import { diagnostics } from './diagnostics.ts'
import { dialogs } from './dialogs.ts'
import { keys } from './keys.ts'
import { proxy } from './proxy.ts'
import { session } from './session.ts'
import { settings } from './settings.ts'
import { topUp } from './top-up.ts'
import { updatesRow } from './updates.ts'

export const zhCNLater: LaterWords = {
  about,
  allOrganisations,
  diagnostics,
  dialogs,
  keys,
  proxy,
  session,
  settings,
  topUp,
  updatesRow,
}
