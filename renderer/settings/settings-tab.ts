/** The tab of the settings that is shown; kept while the window lives, and set by links to a setting. */
import { createSignal } from '../signal.ts'

export type SettingsTab = 'organisation' | 'app'

export const settingsTab = createSignal<SettingsTab>('organisation')
