/**
 * One file of each document as the app writes it. A change of the format without a new version number would lose users'
 * data, and fails here.
 */
import { expect, it } from 'vitest'
import { MemoryStore } from '../testing/memory-ports.ts'
import { Installation } from './installation.ts'
import { LastRelaunch } from './last-relaunch.ts'
import { SealedProxyPasswords } from './proxy-passwords.ts'
import { SettingsDocument } from './settings.ts'
import { ShownNotices } from './shown-notices.ts'
import { UpdateCheck } from './update-check.ts'

function opened<T>(name: string, text: string, open: (store: MemoryStore, events: typeof silent) => T): T {
  const store = new MemoryStore()
  store.files.set(name, text)
  return open(store, silent)
}

/** Fails the test on any event. */
const silent = {
  onWritten: (written: unknown) => expect(written).toMatchObject({ ok: true }),
  onUnreadable: (file: string) => expect.fail(`${file} was not understood`),
}

it('settings 1', () => {
  const settings = {
    openAtLogin: true,
    startHidden: true,
    closeToTray: false,
    shortcut: 'Control+Alt+P',
    shortcutCode: 'KeyP',
    pollInterval: 'slower',
    notifications: false,
    theme: 'dark',
    language: 'en',
    trayTitle: 'balance',
  }
  const text = `{"version":1,"settings":${JSON.stringify(settings)}}`
  expect(
    opened('settings', text, (store, events) => new SettingsDocument(store, events)).current,
  ).toMatchObject(settings)
})

it('installation 1', () => {
  const text = '{"version":1,"clientIds":{"https://platform.parallel.ai":"client-7"}}'
  const installation = opened('installation', text, (store, events) => new Installation(store, events))
  expect(installation.clientId('https://platform.parallel.ai')).toBe('client-7')
})

it('shown-notices 1', () => {
  const text = '{"version":1,"kinds":["no-tray"],"causes":["ended org_1 1768478400000"]}'
  const shown = opened('shown-notices', text, (store, events) => new ShownNotices(store, events))
  expect(shown.addKind('no-tray')).toBe(false)
  expect(shown.addKind('lives-in-tray')).toBe(true)
  expect(shown.has('ended org_1 1768478400000')).toBe(true)
})

it('own-relaunch 1', () => {
  const text = '{"version":1,"at":1768478400000}'
  expect(opened('own-relaunch', text, (store, events) => new LastRelaunch(store, events)).at).toBe(
    1768478400000,
  )
})

it('update-check 1', () => {
  const text = '{"version":1,"upToDateAt":1768478400000,"announcedVersion":"0.2.0"}'
  const check = opened('update-check', text, (store, events) => new UpdateCheck(store, events))
  expect(check.upToDateAt).toBe(1768478400000)
  expect(check.markAnnounced('0.2.0')).toBe(false)
})

it('proxy 1', () => {
  const password = {
    proxy: 'proxy.example:3128',
    realm: 'Corporate',
    scheme: 'basic',
    username: 'ada',
    sealed: 'djEx',
  }
  const text = `{"version":1,"passwords":[${JSON.stringify(password)}]}`
  const kept = opened('proxy', text, (store, events) => new SealedProxyPasswords(store, events))
  expect(kept.all).toEqual([password])
})
