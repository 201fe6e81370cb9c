/** What the user has chosen: for the whole app, and for each organisation. */

/** Those that there are words in. */
export const languages = ['en', 'de', 'es', 'fr', 'ja', 'pt-BR', 'zh-CN'] as const
export type Language = (typeof languages)[number]

/** What can be spoken; the pseudo-languages show tests what isn't translated, cut off or not mirrored. */
export type Spoken = Language | 'pseudo' | 'pseudo-rtl'

export type Settings = {
  readonly openAtLogin: boolean
  /** No window at start, as long as there is a tray and somebody is signed in. */
  readonly startHidden: boolean
  /** False: closing the window quits. */
  readonly closeToTray: boolean
  /** What opens the window from anywhere, in Electron's accelerator syntax; null: nothing does. */
  readonly shortcut: string | null
  /** How often balances are read: `normal`, or ever less often. */
  readonly pace: 'normal' | 'slower' | 'slowest'
  readonly notifications: boolean
  readonly theme: 'system' | 'light' | 'dark'
  readonly language: 'system' | Language
  /** Where the system can show text beside a tray icon (macOS). */
  readonly besideIcon: 'nothing' | 'balance'
}

/** What an organisation's owner wants to be warned of, or kept from. Null: not wanted. */
export type Limits = {
  readonly spendableBelowCents: number | null
  readonly daysLeftBelow: number | null
  /** The runaway agent. */
  readonly spentWithinHourCents: number | null
  /** What may be added here within one day of the local calendar. */
  readonly topUpPerDayCents: number | null
  /** A key older than this is named for rotation. */
  readonly rotateAfterDays: number | null
}

/** What of this machine the window has to know. */
export type Machine = {
  readonly system: 'linux' | 'mac' | 'windows'
  /** On Wayland nobody can tell whether a global shortcut arrives. */
  readonly wayland: boolean
}
