/** What the user has chosen for the whole app. */
import type { Settings } from '../../preload/contract/index.ts'

export const defaultSettings: Settings = {
  openAtLogin: false,
  startHidden: false,
  closeToTray: true,
  shortcut: null,
  pace: 'normal',
  notifications: true,
  theme: 'system',
  language: 'system',
  besideIcon: 'nothing',
}
