import { expect, it } from 'vitest'
import type { AppState } from '../../preload/contract/index.ts'
import { sampleNow, sampleOrganisation, sampleState } from '../../preload/testing/samples.ts'
import { signedIn } from '../testing/memory-app.ts'
import { MemoryUpdater } from '../testing/memory-updater.ts'
import { settle } from '../testing/virtual-clock.ts'
import { mayRestart, updateAtExit } from './updating.ts'

const ready = { updates: { kind: 'ready', version: '0.2.0' } } as const
const charging = sampleOrganisation({ topUp: { kind: 'charging', amountCents: 5000, askedAt: sampleNow } })
const end = (change: Partial<AppState>, how = { restart: false, safe: true }) =>
  updateAtExit(sampleState(change), how)

it('installs a downloaded update at exit, and restarts if the user asked for that', () => {
  expect(end(ready)).toBe('install')
  expect(end(ready, { restart: true, safe: true })).toBe('restart')
})

it('installs nothing during a top-up, at an unsafe exit, or without a complete download', () => {
  expect(end({ ...ready, organisations: [charging] })).toBe('leave')
  expect(end(ready, { restart: true, safe: false })).toBe('leave')
  expect(end({ updates: { kind: 'downloading', version: '0.2.0', fraction: 1 } })).toBe('leave')
  expect(end({})).toBe('leave')
})

it('refuses a restart during a top-up or a sign-in', () => {
  expect(mayRestart(sampleState(ready))).toBe(true)
  expect(mayRestart(sampleState({ ...ready, organisations: [charging] }))).toBe(false)
  expect(mayRestart(sampleState({ ...ready, signIn: { kind: 'starting', permissions: [] } }))).toBe(false)
})

async function withUpdate() {
  const updater = new MemoryUpdater()
  const made = await signedIn({ updater })
  updater.found = { ok: true, value: '0.2.0' }
  return { ...made, updater }
}

it('reports an update to the window, and quits the app for a restart', async () => {
  const { app, commands, desktop } = await withUpdate()
  expect(await commands['updates.restart']({})).toMatchObject({ ok: false })
  expect(await commands['updates.check']({})).toMatchObject({ ok: true })
  await settle()
  expect(app.state.current.updates).toEqual({ kind: 'ready', version: '0.2.0' })
  expect(app.state.current.notices).toContainEqual({ kind: 'update', version: '0.2.0', by: null })
  expect(desktop.quitted).toBe(false)
  expect(await commands['updates.restart']({})).toMatchObject({ ok: true })
  expect(desktop.quitted).toBe(true)
  expect(app.updateAtExit(true)).toBe('restart')
})

it('explains why a restart during a sign-in is refused', async () => {
  const { app, commands, desktop } = await withUpdate()
  await commands['updates.check']({})
  await settle()
  await commands['sign-in.start']({ permissions: [] })
  expect(await commands['updates.restart']({})).toMatchObject({ ok: false, failure: { kind: 'busy' } })
  expect(app.state.current.toasts).toMatchObject([{ content: { kind: 'update-waits' } }])
  expect(desktop.quitted).toBe(false)
})

it('copies the command that upgrades only this app', async () => {
  const { app, commands, desktop } = await withUpdate()
  expect(await commands['updates.copy-command']({})).toMatchObject({ ok: false })
  app.state.update(() => ({ updates: { kind: 'elsewhere', version: '0.2.0', by: 'hand' } }))
  expect(await commands['updates.copy-command']({})).toMatchObject({ ok: false })
  app.state.update(() => ({ updates: { kind: 'elsewhere', version: '0.2.0', by: 'deb' } }))
  expect(await commands['updates.copy-command']({})).toMatchObject({ ok: true })
  expect(desktop.copied).toBe('sudo apt install --only-upgrade parallel-tray')
})

it('removes the notice of a version that the feed withdraws', async () => {
  const { app, commands, updater } = await withUpdate()
  await commands['updates.check']({})
  await settle()
  updater.found = { ok: true, value: null }
  await commands['updates.check']({})
  await settle()
  expect(app.state.current.notices).toEqual([])
})
