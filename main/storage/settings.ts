/** The document of the app-wide settings. */
import * as v from 'valibot'
import { defaultSettings, type Settings, settingsEntries } from '../../preload/contract/index.ts'
import type { Store } from '../ports.ts'
import { appDocument, type DocumentEvents, type SmallDocument } from './document.ts'
import { withFallbacks } from './fields.ts'

const schema = v.object({ version: v.literal(1), settings: withFallbacks(settingsEntries) })

export class SettingsDocument {
  readonly #document: SmallDocument<v.InferOutput<typeof schema>>

  constructor(store: Store, events: DocumentEvents) {
    const initial = { version: 1 as const, settings: { ...defaultSettings } }
    this.#document = appDocument(store, 'settings', schema, initial, events)
  }

  get current(): Settings {
    return this.#document.value.settings
  }

  save(settings: Settings): void {
    this.#document.replace({ version: 1, settings: { ...settings } })
  }
}
