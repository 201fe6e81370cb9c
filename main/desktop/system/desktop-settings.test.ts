import { expect, it } from 'vitest'
import { defaultSettings, failed, ok, type Settings } from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'
import { electronDesktopSettings } from './desktop-settings.ts'
import type { WantedLoginItem } from './login-item.ts'

function desktop({ isWayland = false, platform = 'linux' as NodeJS.Platform } = {}) {
  const world = {
    theme: { themeSource: 'system' as Settings['theme'] },
    shortcuts: new Set<string>(),
    others: new Set(['Ctrl+Alt+P']),
    login: [] as WantedLoginItem[],
    loginBroken: false,
    opened: 0,
  }
  const callbacks = new Map<string, () => void>()
  const settings = electronDesktopSettings({
    nativeTheme: world.theme,
    globalShortcut: {
      register: (shortcut, callback) => {
        if (shortcut === 'nonsense') throw new TypeError('conversion failure')
        if (world.others.has(shortcut)) return false
        world.shortcuts.add(shortcut)
        callbacks.set(shortcut, callback)
        return true
      },
      // As through Wayland's portal, where the callback stays.
      unregister: (shortcut) => world.shortcuts.delete(shortcut),
    },
    isWayland,
    loginItem: {
      isSet: () => world.login.at(-1)?.openAtLogin ?? false,
      set: (wanted) => {
        if (world.loginBroken) return failed(failure('storage', 'EROFS'))
        world.login.push(wanted)
        return ok(null)
      },
    },
    platform,
    onShortcut: () => {
      world.opened += 1
    },
  })
  const apply = (change: Partial<Settings>) => settings.apply(change, { ...defaultSettings, ...change })
  return { world, settings, apply, press: (shortcut: string) => callbacks.get(shortcut)?.() }
}

it('applies only the changed settings', async () => {
  const { world, apply } = desktop()
  await apply({ pollInterval: 'slower', closeToTray: false })
  expect(world).toMatchObject({ theme: { themeSource: 'system' }, login: [] })
  await apply({ theme: 'dark' })
  expect(world.theme.themeSource).toBe('dark')
  await apply({ openAtLogin: true, startHidden: true })
  expect(world.login).toEqual([{ openAtLogin: true, hidden: true }])
})

it.each(['A', 'Return', 'Space', 'Shift+A', 'Shift', 'Plus'])(
  'refuses a key that is needed for typing: %s',
  async (shortcut) => {
    const { world, apply } = desktop()
    expect(await apply({ shortcut })).toMatchObject({ failure: { kind: 'invalid' } })
    expect([...world.shortcuts]).toEqual([])
  },
)

it.each(['F12', 'Shift+F5', 'Control+Shift+A', 'Shift+Control+A', 'Super+Space', 'CommandOrControl+Plus'])(
  'accepts %s',
  async (shortcut) => {
    const { world, apply } = desktop()
    expect(await apply({ shortcut })).toMatchObject({ ok: true })
    expect([...world.shortcuts]).toEqual([shortcut])
  },
)

it.each([
  // QWERTZ, AZERTY, Dvorak
  ['Alt+Command+Z', 'KeyY', 'Alt+Command+Y'],
  ['Alt+Command+M', 'Semicolon', 'Alt+Command+;'],
  ['Control+Z', 'Slash', 'Control+/'],
  ['Control+1', 'Digit1', 'Control+1'],
  ['Control+Up', 'ArrowUp', 'Control+Up'],
  ['Alt+Command+Z', null, 'Alt+Command+Z'],
])(
  'registers %s on macOS by its key position %s, elsewhere by its letter',
  async (shortcut, shortcutCode, place) => {
    const mac = desktop({ platform: 'darwin' })
    expect(await mac.apply({ shortcut, shortcutCode })).toMatchObject({ ok: true })
    expect([...mac.world.shortcuts]).toEqual([place])
    for (const platform of ['linux', 'win32'] as const) {
      const other = desktop({ platform })
      await other.apply({ shortcut, shortcutCode })
      expect([...other.world.shortcuts]).toEqual([shortcut])
    }
  },
)

it('applies a key position that arrives after its shortcut, as from an import', async () => {
  const { world, settings } = desktop({ platform: 'darwin' })
  const whole = { ...defaultSettings, shortcut: 'Command+Z', shortcutCode: 'KeyY' }
  await settings.apply({ shortcut: 'Command+Z' }, { ...whole, shortcutCode: null })
  await settings.apply({ shortcutCode: 'KeyY' }, whole)
  expect([...world.shortcuts]).toEqual(['Command+Y'])
})

it('replaces the previous shortcut', async () => {
  const { world, apply, press } = desktop()
  expect(await apply({ shortcut: 'Ctrl+1' })).toMatchObject({ ok: true })
  press('Ctrl+1')
  expect(world.opened).toBe(1)
  await apply({ shortcut: 'Ctrl+2' })
  expect([...world.shortcuts]).toEqual(['Ctrl+2'])
  await apply({ shortcut: null })
  expect(world.shortcuts.size).toBe(0)
})

it('ignores a replaced shortcut, which Wayland’s portal keeps reporting', async () => {
  const { world, apply, press } = desktop({ isWayland: true })
  await apply({ shortcut: 'Ctrl+1' })
  await apply({ shortcut: 'Ctrl+2' })
  press('Ctrl+1')
  expect(world.opened).toBe(0)
  press('Ctrl+2')
  await apply({ shortcut: null })
  press('Ctrl+2')
  expect(world.opened).toBe(1)
})

it('does not blame another program on a Wayland desktop without shortcuts', async () => {
  const { apply } = desktop({ isWayland: true })
  expect(await apply({ shortcut: 'Ctrl+Alt+P' })).toMatchObject({ failure: { kind: 'no-shortcuts' } })
})

it('rolls back when one setting fails', async () => {
  const { world, apply } = desktop()
  await apply({ shortcut: 'Ctrl+1' })
  expect(await apply({ shortcut: 'Ctrl+Alt+P', theme: 'dark', openAtLogin: true })).toMatchObject({
    failure: { kind: 'shortcut-taken' },
  })
  expect(await apply({ shortcut: 'nonsense' })).toMatchObject({ failure: { kind: 'invalid' } })
  world.loginBroken = true
  expect(await apply({ shortcut: 'Ctrl+2', theme: 'dark', openAtLogin: true })).toMatchObject({
    failure: { kind: 'storage' },
  })
  expect([...world.shortcuts]).toEqual(['Ctrl+1'])
  expect(world).toMatchObject({ theme: { themeSource: 'system' }, login: [] })
})
