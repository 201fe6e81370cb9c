/** Every screen and dialog of the window in every visually different state. Each has a picture in `baselines`. */
import { activityStates } from './states/activity.ts'
import type { ScreenState } from './states/build-state.ts'
import { dialogStates } from './states/dialogs.ts'
import { keysStates } from './states/keys.ts'
import { manyStates, overviewStates } from './states/overview.ts'
import { proxyStates } from './states/proxy.ts'
import { sessionStates } from './states/session.ts'
import { settingsStates } from './states/settings.ts'
import { signInStates } from './states/sign-in.ts'
import { topUpStates } from './states/top-up.ts'

export type { ScreenState } from './states/build-state.ts'

export const screenStates: readonly ScreenState[] = [
  ...signInStates,
  ...overviewStates,
  ...manyStates,
  ...topUpStates,
  ...keysStates,
  ...activityStates,
  ...sessionStates,
  ...settingsStates,
  ...dialogStates,
  ...proxyStates,
]
