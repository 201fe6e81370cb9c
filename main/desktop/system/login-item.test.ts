import type { App } from 'electron'
import { expect, test } from 'vitest'
import { systemLoginItem } from './login-item.ts'

type Item = { path?: string; args?: string[]; openAtLogin?: boolean }

/** Electron's calls on Windows, over one entry of the registry. */
function windowsApp({ accepts = true, isEnabled = true } = {}) {
  let entry: string | null = null
  const commandOf = ({ path = '', args = [] }: Item) => [path, ...args].join(' ')
  const app = {
    isPackaged: true,
    setLoginItemSettings: (item: Item) => {
      if (accepts) entry = item.openAtLogin ? commandOf(item) : null
    },
    getLoginItemSettings: (item: Item) => {
      const openAtLogin = entry === commandOf(item)
      return { openAtLogin, executableWillLaunchAtLogin: openAtLogin && isEnabled }
    },
  }
  return { app: app as unknown as App, entry: () => entry }
}

test('quotes the path in the registry of Windows, but no argument', () => {
  const { app, entry } = windowsApp()
  const item = systemLoginItem(app, 'win32')
  expect(item.set({ openAtLogin: true, hidden: true }).ok).toBe(true)
  expect(entry()).toBe(`"${process.execPath}" --hidden`)
  expect(item.isSet(true)).toBe(true)
  expect(item.isSet(false)).toBe(false)
  expect(item.set({ openAtLogin: false, hidden: true }).ok).toBe(true)
  expect(entry()).toBeNull()
})

test('reports when Windows rejects the entry, and when the user has disabled it', () => {
  const refusing = systemLoginItem(windowsApp({ accepts: false }).app, 'win32')
  expect(refusing.set({ openAtLogin: true, hidden: false })).toMatchObject({
    ok: false,
    failure: { kind: 'forbidden' },
  })
  const disabled = systemLoginItem(windowsApp({ isEnabled: false }).app, 'win32')
  disabled.set({ openAtLogin: true, hidden: false })
  expect(disabled.isSet(false)).toBe(false)
})
