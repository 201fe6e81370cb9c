/** What the user has chosen for the whole app. */
import * as v from 'valibot'
import { type Settings, settingsMembers } from '../../preload/contract/index.ts'
import type { Store } from '../ports.ts'
import { type DocumentEvents, SmallDocument } from './document.ts'

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

/** A member that a hand has spoilt falls back to its default, and the others stay. */
const schema = v.object({
  version: v.literal(1),
  settings: v.object({
    openAtLogin: v.fallback(settingsMembers.openAtLogin, defaultSettings.openAtLogin),
    startHidden: v.fallback(settingsMembers.startHidden, defaultSettings.startHidden),
    closeToTray: v.fallback(settingsMembers.closeToTray, defaultSettings.closeToTray),
    shortcut: v.fallback(settingsMembers.shortcut, defaultSettings.shortcut),
    pace: v.fallback(settingsMembers.pace, defaultSettings.pace),
    notifications: v.fallback(settingsMembers.notifications, defaultSettings.notifications),
    theme: v.fallback(settingsMembers.theme, defaultSettings.theme),
    language: v.fallback(settingsMembers.language, defaultSettings.language),
    besideIcon: v.fallback(settingsMembers.besideIcon, defaultSettings.besideIcon),
  }),
})

export class ChosenSettings {
  readonly #document: SmallDocument<v.InferOutput<typeof schema>>

  constructor(store: Store, events: DocumentEvents) {
    const initial = { version: 1 as const, settings: { ...defaultSettings } }
    this.#document = new SmallDocument(store, 'settings', schema, initial, events)
  }

  get current(): Settings {
    return this.#document.value.settings
  }

  keep(settings: Settings): void {
    this.#document.replace({ version: 1, settings: { ...settings } })
  }
}
