/** The settings of the app, and the limits of each organisation. */
import * as v from 'valibot'
import { maxDaysLeft, maxRotateAfterDays } from './bounds.ts'

/** The languages of the catalogues in `words/`. */
export const languages = ['en', 'de', 'es', 'fr', 'ja', 'pt-BR', 'zh-CN'] as const
export type Language = (typeof languages)[number]

/** The pseudo-languages show in tests what isn't translated, is cut off, or isn't mirrored. */
export type DisplayLanguage = Language | 'pseudo' | 'pseudo-rtl'

/**
 * Each setting, declared once: what it may be, and what it is until the user chooses. The document on the disk, the
 * check of a command, export and import, and the diagnostics follow from it.
 */
export const settingsEntries = {
  openAtLogin: v.optional(v.boolean(), false),
  /** No window at start, as long as there is a tray and an organisation is signed in. */
  startHidden: v.optional(v.boolean(), false),
  /** False: closing the window quits. */
  closeToTray: v.optional(v.boolean(), true),
  /** Other programs of this user may read what the window shows, from `status.json`. */
  shareStatus: v.optional(v.boolean(), false),
  /** What opens the window from anywhere, in Electron's accelerator syntax; null: nothing does. */
  shortcut: v.optional(v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(60))), null),
  /** Where the shortcut's key was when it was recorded (`KeyboardEvent.code`); null: not known. */
  shortcutCode: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^[A-Z]\w{1,20}$/))), null),
  /** How often balances are read. */
  pollInterval: v.optional(v.picklist(['normal', 'slower', 'slowest']), 'normal'),
  notifications: v.optional(v.boolean(), true),
  theme: v.optional(v.picklist(['system', 'light', 'dark']), 'system'),
  language: v.optional(v.picklist(['system', ...languages]), 'system'),
  /** The text beside the tray icon, where the system shows one (macOS: `Tray.setTitle`). */
  trayTitle: v.optional(v.picklist(['none', 'balance']), 'none'),
}

const cents = v.pipe(v.number(), v.integer(), v.minValue(1))
const days = v.pipe(v.number(), v.integer(), v.minValue(1))

/** What an organisation's owner wants to be warned of, or kept from; declared like the settings. Null: not wanted. */
export const limitsEntries = {
  spendableBelowCents: v.optional(v.nullable(cents), 1000),
  daysLeftBelow: v.optional(v.nullable(v.pipe(days, v.maxValue(maxDaysLeft))), 3),
  /** Catches a runaway agent. */
  spentWithinHourCents: v.optional(v.nullable(cents), 2500),
  /** What may be added here within one day of the local calendar. */
  topUpPerDayCents: v.optional(v.nullable(cents), 15_000),
  /** A key older than this is named for rotation. */
  rotateAfterDays: v.optional(v.nullable(v.pipe(days, v.maxValue(maxRotateAfterDays))), null),
}

const settingsSchema = v.object(settingsEntries)
const limitsSchema = v.object(limitsEntries)

export type Settings = Readonly<v.InferOutput<typeof settingsSchema>>
export type Limits = Readonly<v.InferOutput<typeof limitsSchema>>

export const defaultSettings: Settings = v.parse(settingsSchema, {})
export const defaultLimits: Limits = v.parse(limitsSchema, {})

/** The formats that the user has chosen for the system, as BCP 47 tags; null: as is usual in the language of the words. */
export type RegionalFormats = {
  readonly times: string | null
  readonly numbers: string | null
  readonly money: string | null
}

/** What the window has to know of the system that it runs on. */
export type SystemInfo = {
  readonly platform: 'linux' | 'mac' | 'windows'
  /** On Wayland it isn't known whether a global shortcut arrives. */
  readonly wayland: boolean
  readonly formats: RegionalFormats
}
