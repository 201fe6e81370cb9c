import { expect, test } from 'vitest'
import { defaultLimits, defaultSettings } from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'
import { memoryApp, signedIn } from '../../testing/memory-app.ts'
import { settle } from '../../testing/virtual-clock.ts'

test('applies a change to the desktop, stores and shows it, also in the first state of the next run', async () => {
  const first = memoryApp()
  expect(first.app.state.current.settings).toEqual(defaultSettings)
  expect(
    await first.commands['settings.change']({ change: { theme: 'dark', pollInterval: 'slower' } }),
  ).toMatchObject({
    ok: true,
  })
  const chosen = { ...defaultSettings, theme: 'dark', pollInterval: 'slower' }
  expect(first.app.state.current.settings).toEqual(chosen)
  expect(first.desktopSettings.asked).toEqual([{ theme: 'dark', pollInterval: 'slower' }])

  const again = memoryApp(first)
  expect(again.app.state.current.settings).toEqual(chosen)
  expect(again.desktopSettings.asked).toEqual([])
  await again.app.start()
  await settle()
  expect(again.desktopSettings.inForce).toEqual(chosen)
})

test('keeps a login item off that was disabled in the system, and shows that', async () => {
  const first = memoryApp()
  await first.commands['settings.change']({ change: { openAtLogin: true, theme: 'dark' } })
  const again = memoryApp(first)
  again.desktopSettings.loginItemOff = true
  await again.app.start()
  await settle()
  expect(again.app.state.current.settings).toMatchObject({ openAtLogin: false, theme: 'dark' })
  expect(again.desktopSettings.asked.filter((change) => change.openAtLogin)).toEqual([])
  expect(memoryApp(first).app.state.current.settings.openAtLogin).toBe(false)
})

test('returns the failure of a change that the desktop refuses, and changes nothing', async () => {
  const { app, commands, desktopSettings, store } = memoryApp()
  desktopSettings.refused = ['shortcut']
  const change = { shortcut: 'Control+P', theme: 'dark' } as const
  expect(await commands['settings.change']({ change })).toMatchObject({ failure: { kind: 'conflict' } })
  expect(app.state.current.settings).toEqual(defaultSettings)
  expect(store.files.has('settings')).toBe(false)
})

test('applies changes one after the other, so that none undoes another', async () => {
  const { app, commands, desktopSettings } = memoryApp()
  let goOn = (): void => {}
  const held = new Promise<void>((resolve) => {
    goOn = resolve
  })
  desktopSettings.before = () => held
  desktopSettings.refused = ['shortcut']
  const answers = Promise.all([
    commands['settings.change']({ change: { theme: 'dark' } }),
    commands['settings.change']({ change: { shortcut: 'Control+P' } }),
    commands['settings.change']({ change: { openAtLogin: true } }),
  ])
  await settle()
  expect(desktopSettings.asked).toEqual([{ theme: 'dark' }])
  expect(app.state.current.settings).toEqual(defaultSettings)
  goOn()
  expect((await answers).map(({ ok }) => ok)).toEqual([true, false, true])
  expect(app.state.current.settings).toEqual({ ...defaultSettings, theme: 'dark', openAtLogin: true })
})

test('continues with the next change after an exception', async () => {
  const { app, commands, desktopSettings } = memoryApp()
  desktopSettings.before = () => Promise.reject(new Error('broken'))
  await expect(commands['settings.change']({ change: { theme: 'dark' } })).rejects.toThrow('broken')
  desktopSettings.before = () => Promise.resolve()
  await commands['settings.change']({ change: { theme: 'light' } })
  expect(app.state.current.settings.theme).toBe('light')
})

test('logs what the desktop refuses at start, keeps it chosen, and applies the rest', async () => {
  const first = memoryApp()
  await first.commands['settings.change']({ change: { shortcut: 'Control+P', trayTitle: 'balance' } })
  const again = memoryApp(first)
  again.desktopSettings.refused = ['shortcut']
  await again.app.start()
  await settle()
  expect(again.app.state.current).toMatchObject({ restoring: false, settings: { shortcut: 'Control+P' } })
  expect(again.desktopSettings.inForce).toMatchObject({ trayTitle: 'balance' })
  expect(again.log.lines.filter((line) => line.includes('shortcut'))).toHaveLength(1)
})

test('starts despite an exception of the desktop', async () => {
  const { app, desktopSettings, log } = memoryApp()
  desktopSettings.before = () => Promise.reject(new Error('broken'))
  await app.start()
  await settle()
  expect(app.state.current.restoring).toBe(false)
  expect(log.lines.some((line) => line.includes('theme') && line.includes('broken'))).toBe(true)
})

test('keeps a setting for this run when it can’t be written, and reports that', async () => {
  const { app, commands, store } = memoryApp()
  store.broken = failure('storage', 'EROFS')
  expect(await commands['settings.change']({ change: { theme: 'dark' } })).toMatchObject({ ok: true })
  expect(app.state.current.settings.theme).toBe('dark')
  expect(app.state.current.notices).toMatchObject([{ kind: 'storage' }])
})

test('ignores undefined members of a change', async () => {
  const { app, commands } = await signedIn()
  await commands['settings.change']({ change: { theme: undefined, pollInterval: 'slower' } })
  expect(app.state.current.settings).toEqual({ ...defaultSettings, pollInterval: 'slower' })
  await commands['limits.change']({ organisationId: 'org_1', change: { daysLeftBelow: undefined } })
  expect(app.state.current.organisations[0]?.limits).toEqual(defaultLimits)
})

test('reports each unreadable file once at start', async () => {
  const { store } = memoryApp()
  for (const name of ['settings', 'shown-notices', 'installation']) store.files.set(name, '{}')
  store.files.set('proxy', '{"version":')
  const { app } = memoryApp({ store })
  const files = app.state.current.notices.map((one) => (one.kind === 'file-set-aside' ? one.file : one.kind))
  expect(files.sort()).toEqual([
    'installation.json',
    'proxy.unreadable',
    'settings.json',
    'shown-notices.json',
  ])
  expect(app.state.current.settings).toEqual(defaultSettings)
})

test('keeps the limits of an organisation across a restart and another sign-in', async () => {
  const first = await signedIn()
  const change = { daysLeftBelow: 7, rotateAfterDays: 90, spendableBelowCents: null }
  const chosen = { ...defaultLimits, ...change }
  expect(await first.commands['limits.change']({ organisationId: 'org_1', change })).toMatchObject({
    ok: true,
  })
  expect(first.app.state.current.organisations[0]?.limits).toEqual(chosen)
  expect(
    await first.commands['limits.change']({ organisationId: 'org_2', change: { daysLeftBelow: 1 } }),
  ).toMatchObject({ failure: { kind: 'signed-out' } })
  await first.app.shutDown()

  const again = memoryApp(first)
  await again.app.start()
  expect(again.app.state.current.organisations[0]?.limits).toEqual(chosen)
  await again.commands['organisation.sign-out']({ organisationId: 'org_1', forget: false })
  await again.app.shutDown()

  const back = await signedIn(again)
  expect(back.app.state.current.organisations[0]?.limits).toEqual(chosen)
})

test('forgets the limits of a forgotten organisation', async () => {
  const first = await signedIn()
  await first.commands['limits.change']({ organisationId: 'org_1', change: { daysLeftBelow: 7 } })
  await first.commands['organisation.sign-out']({ organisationId: 'org_1', forget: true })
  await first.app.shutDown()
  const back = await signedIn(first)
  expect(back.app.state.current.organisations[0]?.limits).toEqual(defaultLimits)
})
