import fc from 'fast-check'
import { expect, it } from 'vitest'
import { defaultSettings, type Settings } from '../../preload/contract/index.ts'
import { MemoryStore } from '../testing/memory-ports.ts'
import { SettingsDocument } from './settings.ts'

const chosen: Settings = {
  ...defaultSettings,
  openAtLogin: true,
  startHidden: true,
  closeToTray: false,
  shortcut: 'Control+Alt+P',
  shortcutCode: 'KeyP',
  pollInterval: 'slowest',
  notifications: false,
  theme: 'light',
  language: 'en',
  trayTitle: 'balance',
}
const names = Object.keys(chosen) as (keyof Settings)[]

function opened(store: MemoryStore) {
  const strange: string[] = []
  const events = { onUnreadable: (file: string) => strange.push(file), onWritten: () => {} }
  return { settings: new SettingsDocument(store, events), strange }
}

it('restores saved settings after a restart', () => {
  const store = new MemoryStore()
  expect(opened(store).settings.current).toEqual(defaultSettings)
  opened(store).settings.save(chosen)
  expect(opened(store).settings.current).toEqual(chosen)
})

it('falls back for invalid or missing members and keeps the others', () => {
  const spoilt = fc.constantFrom('gone' as const, null, 7, '', 'purple', [], {})
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), spoilt), (changes) => {
      const edited: Record<string, unknown> = { ...chosen, added: 1 }
      for (const [name, value] of Object.entries(changes)) {
        if (value === 'gone') delete edited[name]
        else edited[name] = value
      }
      const store = new MemoryStore()
      store.files.set('settings', JSON.stringify({ version: 1, settings: edited }))
      const { settings, strange } = opened(store)
      expect(strange).toEqual([])
      for (const name of names) {
        // Null is valid: no shortcut.
        const valid = { shortcut: ['purple', null], shortcutCode: [null] } as Record<string, unknown[]>
        const expected =
          name in changes && !valid[name]?.includes(changes[name])
            ? defaultSettings[name]
            : (edited[name] ?? null)
        expect(settings.current[name], name).toEqual(expected)
      }
      expect(Object.keys(settings.current).sort()).toEqual([...names].sort())
    }),
  )
})

it('reports a file without settings as unreadable', () => {
  const store = new MemoryStore()
  store.files.set('settings', '{"version":1}')
  const { settings, strange } = opened(store)
  expect(settings.current).toEqual(defaultSettings)
  expect(strange).toEqual(['settings.json'])
})
