/** The settings of the app, and the limits of each organisation. */
import * as v from 'valibot'
import { maxDaysLeft, maxRotateAfterDays } from './bounds.ts'

/** The languages of the catalogues in `words/`. */
export const languages = ['en', 'de', 'es', 'fr', 'ja', 'pt-BR', 'zh-CN'] as const
export type Language = (typeof languages)[number]

/** The pseudo-languages show in tests what isn't translated, is cut off, or isn't mirrored. */
export type DisplayLanguage = Language | 'pseudo' | 'pseudo-rtl'

/**
 * Each setting with its schema and default. Storage, validation of commands, export, import and diagnostics are derived from
 * this.
 */
export const settingsEntries = {
  openAtLogin: v.optional(v.boolean(), false),
  /** Starts without a window if there is a tray and an organisation is signed in. */
  startHidden: v.optional(v.boolean(), false),
  /** False: closing the window quits. */
  closeToTray: v.optional(v.boolean(), true),
  /** Other programs of this user may read what the window shows, from `status.json`. */
  shareStatus: v.optional(v.boolean(), false),
  /** The global shortcut that opens the window, in Electron's accelerator syntax; null for none. */
  shortcut: v.optional(v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(60))), null),
  /** The position of the shortcut's key when it was recorded (`KeyboardEvent.code`); null if unknown. */
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

/** The user's warnings and limits for an organisation, declared like the settings. Null turns one off. */
export const limitsEntries = {
  spendableBelowCents: v.optional(v.nullable(cents), 1000),
  daysLeftBelow: v.optional(v.nullable(v.pipe(days, v.maxValue(maxDaysLeft))), 3),
  /** Catches a runaway agent. */
  spentWithinHourCents: v.optional(v.nullable(cents), 2500),
  /** The maximum of top-ups within one day of the local calendar. */
  topUpPerDayCents: v.optional(v.nullable(cents), 15_000),
  /** A key older than this is due for rotation. */
  rotateAfterDays: v.optional(v.nullable(v.pipe(days, v.maxValue(maxRotateAfterDays))), null),
}

const settingsSchema = v.object(settingsEntries)
const limitsSchema = v.object(limitsEntries)

export type Settings = Readonly<v.InferOutput<typeof settingsSchema>>
export type Limits = Readonly<v.InferOutput<typeof limitsSchema>>

export const defaultSettings: Settings = v.parse(settingsSchema, {})
export const defaultLimits: Limits = v.parse(limitsSchema, {})

/** The system's regional formats as BCP 47 tags; null for the defaults of the language. */
export type RegionalFormats = {
  readonly times: string | null
  readonly numbers: string | null
  readonly money: string | null
}

/** Facts about the system that the window needs. */
export type SystemInfo = {
  readonly platform: 'linux' | 'mac' | 'windows'
  /** On Wayland the app can't detect whether a global shortcut works. */
  readonly wayland: boolean
  readonly formats: RegionalFormats
}
