import type { Settings } from '../../preload/contract/index.ts'

const pace: Record<Settings['pollInterval'], { name: string; explained: string }> = {
  normal: { name: 'Normal', explained: 'Every minute while the window is open, every 5 while it’s closed.' },
  slower: {
    name: 'Slower',
    explained: 'Every 5 minutes while the window is open, every 15 while it’s closed.',
  },
  slowest: {
    name: 'Slowest',
    explained: 'Every 15 minutes while the window is open, once an hour while it’s closed.',
  },
}
const theme: Record<Settings['theme'], string> = { system: 'System', light: 'Light', dark: 'Dark' }

export const settings = {
  app: 'App',
  tabs: { label: 'Settings for', organisation: 'This organization', app: 'App' },
  openAtLogin: 'Open at login',
  startHidden: 'Start hidden in the tray',
  startHiddenExplained: 'Only while you’re signed in.',
  closeToTray: 'Keep running when closed',
  closeToTrayExplained: 'Closing the window leaves the icon in the tray.',
  shareStatus: 'Share status with other programs',
  shareStatusExplained: 'For status bars and scripts: balances and notices in a file that only you can read.',
  trayTitle: 'Balance beside the icon',
  shortcut: {
    name: 'Shortcut to open',
    none: 'None',
    change: 'Change',
    /** Read out on the button. */
    changeLabel: 'Change the shortcut to open',
    removeLabel: 'Remove the shortcut to open',
    press: 'Press the keys…',
    stop: 'Esc to cancel',
    needsMore: 'Add Ctrl, Alt, or the system key, so it doesn’t interfere with typing.',
    needsMoreOnMac: 'Add ⌃, ⌥, or ⌘, so it doesn’t interfere with typing.',
    notUsable: 'This key can’t be used. Choose a letter, a digit, or a function key.',
    wayland: 'On Wayland the desktop decides whether the shortcut works; it can’t be checked in advance.',
  },

  refresh: 'Refresh',
  paceName: 'Pace',
  pace,

  notices: 'Notices',
  notifications: 'Desktop notifications',
  notificationsExplained: 'For a low balance, a sign-in about to end, and results you’re waiting for.',

  /** Of one organisation. */
  limits: 'Notices and limits',
  spendableBelow: 'Spendable below',
  daysLeftBelow: 'Fewer days left than',
  spentWithinHour: 'Spent in an hour',
  spentWithinHourExplained: 'Catches a runaway job.',
  topUpPerDay: 'Daily top-up limit',
  topUpPerDayExplained: 'For top-ups made on this computer.',
  rotate: 'Remind me to rotate keys',
  rotateAfter: 'Days until reminder',
  empty: 'Off',
  badMoney: 'Type an amount such as 10 or 10.50, or leave it empty to turn it off.',
  badDays: (most: number) => `Type a whole number from 1 to ${most}, or leave it empty to turn it off.`,

  look: 'Appearance',
  themeName: 'Theme',
  theme,
  language: 'Language',
  languageOfSystem: 'Same as system',

  data: 'Data',
  history: 'History and key ledger',
  readings: (readings: string, since: string) =>
    `${readings} balances since ${since}, on this computer only.`,
  noReadings: 'Nothing saved yet.',
  toActivity: 'Open activity',
  move: 'Move to another computer',
  moveExplained: 'Settings, key ledger, and history, but no sign-ins.',
  export: 'Export…',
  exporting: 'Exporting',
  import: 'Import…',
  importing: 'Importing',
  reset: 'Erase everything here',
  resetExplained: 'Signs out everywhere and deletes everything Parallel Tray saved on this computer.',
  resetAct: 'Erase…',
}
