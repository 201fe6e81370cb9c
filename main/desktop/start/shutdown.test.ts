import { EventEmitter } from 'node:events'
import type { App as ElectronApp } from 'electron'
import { beforeEach, expect, it, vi } from 'vitest'
import type { AppState } from '../../../preload/contract/index.ts'
import { sampleNow, sampleOrganisation, sampleState } from '../../../preload/testing/samples.ts'
import type { App } from '../../state/app.ts'
import { updateAtExit } from '../../state/updating.ts'
import { VirtualClock } from '../../testing/virtual-clock.ts'
import type { Installation } from '../../updates/desktop/installation.ts'
import { orderlyShutdown } from './shutdown.ts'
import { UserQuit } from './user-quit.ts'

/** Quits like Electron: emits `before-quit`, and exits unless a listener prevents it. */
class FakeApp extends EventEmitter {
  hasExited = false
  quit(): void {
    let isPrevented = false
    const preventDefault = (): void => {
      isPrevented = true
    }
    this.emit('before-quit', { preventDefault })
    if (!isPrevented) this.hasExited = true
  }
}

let app: FakeApp
let clock: VirtualClock
let installed: boolean[]
let warned: string[]
/** Whether installing quits the app, as on macOS. */
let quitsItself: boolean
let alive: Awaited<ReturnType<App['shutDown']>>
beforeEach(() => {
  app = new FakeApp()
  clock = new VirtualClock()
  installed = []
  warned = []
  quitsItself = false
  alive = []
})

const appImage: Installation = { kind: 'app-image', image: '/opt/tray.AppImage' }
const ready = { updates: { kind: 'ready', version: '0.2.0' } } as const

function make(state: Partial<AppState>, installation: Installation, restartWanted = false) {
  const electronApp = app as unknown as ElectronApp
  const userQuit = new UserQuit(electronApp)
  const shutdown = orderlyShutdown({
    app: electronApp,
    userQuit,
    core: {
      updateAtExit: (safe) => updateAtExit(sampleState(state), { restart: restartWanted, safe }),
      installUpdate(restart) {
        installed.push(restart)
        return quitsItself
      },
      shutDown: async () => alive,
    },
    clock,
    installation,
    warn: (title) => {
      warned.push(title)
      return new Promise(() => {})
    },
  })
  return { shutdown, quit: () => userQuit.request() }
}

const exited = () => vi.waitUntil(() => app.hasExited)

it('quitting by the user installs an update, also with an installer', async () => {
  make(ready, { kind: 'windows' }).quit()
  await exited()
  expect(installed).toEqual([false])
})

it('the end of the desktop session installs an AppImage and runs no installer', async () => {
  make(ready, { kind: 'windows' })
  app.quit()
  await exited()
  expect(installed).toEqual([])
  app = new FakeApp()
  make(ready, appImage)
  app.quit()
  await exited()
  expect(installed).toEqual([false])
})

it('installs nothing while a card is being charged', async () => {
  const topUp = { kind: 'charging', amountCents: 5000, askedAt: sampleNow } as const
  make({ ...ready, organisations: [sampleOrganisation({ topUp })] }, appImage, true).quit()
  await exited()
  expect(installed).toEqual([])
})

it('doesn’t quit again after an installation that quits the app itself', async () => {
  quitsItself = true
  const { shutdown, quit } = make(ready, { kind: 'mac' }, true)
  quit()
  expect(shutdown.hasBegun).toBe(true)
  await vi.waitUntil(() => installed.length > 0)
  expect(installed).toEqual([true])
  expect(app.hasExited).toBe(false)
})

it('warns of tokens that stay valid, and exits after twenty seconds even if nobody closes the warning', async () => {
  alive = [{ organisationName: 'Halden', until: null } as (typeof alive)[number]]
  make({}, appImage).quit()
  await vi.waitUntil(() => warned.length > 0)
  await clock.advance(19_999)
  await new Promise(setImmediate)
  expect(app.hasExited).toBe(false)
  await clock.advance(1)
  await exited()
})
