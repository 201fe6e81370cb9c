import type { Settings } from '../../preload/contract/index.ts'

const pace: Record<Settings['pollInterval'], { name: string; explained: string }> = {
  normal: { name: 'Normal', explained: 'Every minute in sight, every 5 in the tray.' },
  slower: { name: 'Slower', explained: 'Every 5 minutes in sight, every 15 in the tray.' },
  slowest: { name: 'Slowest', explained: 'Every 15 minutes in sight, once an hour in the tray.' },
}
const theme: Record<Settings['theme'], string> = { system: 'System', light: 'Light', dark: 'Dark' }

export const settings = {
  app: 'App',
  tabs: { label: 'Settings of', organisation: 'This organisation', app: 'App' },
  openAtLogin: 'Open at login',
  startHidden: 'Start hidden in the tray',
  startHiddenExplained: 'As long as somebody is signed in.',
  closeToTray: 'Keep running when closed',
  closeToTrayExplained: 'Closing the window leaves the tray icon.',
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
    stop: 'Esc keeps it as it was',
    needsMore: 'Add Ctrl, Alt or the system key, so that typing stays typing.',
    needsMoreOnMac: 'Add ⌃, ⌥ or ⌘, so that typing stays typing.',
    notUsable: 'This key can’t be used. Take a letter, a digit or a function key.',
    wayland: 'On Wayland the desktop decides whether it arrives here; nobody can tell in advance.',
  },

  refresh: 'Refresh',
  paceName: 'Pace',
  pace,

  notices: 'Notices',
  notifications: 'Desktop notifications',
  notificationsExplained: 'For money running low, a sign-in that ends, and answers you wait for.',

  /** Of one organisation. */
  limits: 'Notices and limits',
  spendableBelow: 'Spendable below',
  daysLeftBelow: 'Fewer days left than',
  spentWithinHour: 'Spent within an hour',
  spentWithinHourExplained: 'Catches a runaway job.',
  topUpPerDay: 'Top-up limit a day',
  topUpPerDayExplained: 'For what is added here.',
  rotate: 'Remind me to rotate keys',
  rotateAfter: 'After days',
  empty: 'Off',
  badMoney: 'Type an amount such as 10 or 10.50, or leave it empty for off.',
  badDays: (most: number) => `Type a whole number from 1 to ${most}, or leave it empty for off.`,

  look: 'Look',
  themeName: 'Theme',
  theme,
  language: 'Language',
  languageOfSystem: 'As the system',

  data: 'Data',
  history: 'History and key ledger',
  readings: (readings: string, since: string) =>
    `${readings} readings since ${since}, on this computer only.`,
  noReadings: 'Nothing is kept yet.',
  toActivity: 'Open activity',
  move: 'Move to another computer',
  moveExplained: 'Settings, ledger and history, never a sign-in.',
  export: 'Export…',
  exporting: 'Exporting',
  import: 'Import…',
  importing: 'Reading',
  reset: 'Erase everything here',
  resetExplained: 'Signs out everywhere and takes everything off this computer.',
  resetAct: 'Erase…',
}
