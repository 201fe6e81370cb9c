/** Which end installs a newer version, and what is said before. */
import { EventEmitter } from 'node:events'
import type { App as ElectronApp } from 'electron'
import { beforeEach, expect, it, vi } from 'vitest'
import type { AppState } from '../../../preload/contract/index.ts'
import { sampleNow, sampleOrganisation, sampleState } from '../../../preload/testing/samples.ts'
import type { App } from '../../state/app.ts'
import { atEnd } from '../../state/updating.ts'
import { VirtualClock } from '../../testing/virtual-clock.ts'
import type { Installation } from '../../updates/desktop/installation.ts'
import { endInOrder } from './ending.ts'
import { UserQuit } from './quit.ts'

/** Ends as Electron does: asks its listeners, and is gone if none of them minds. */
class FakeApp extends EventEmitter {
  ended = false
  quit(): void {
    let isPutOff = false
    const preventDefault = (): void => {
      isPutOff = true
    }
    this.emit('before-quit', { preventDefault })
    if (!isPutOff) this.ended = true
  }
}

let app: FakeApp
let clock: VirtualClock
let installed: boolean[]
let warned: string[]
/** Whether installing ends the app, as on macOS. */
let endsApp: boolean
let alive: Awaited<ReturnType<App['shutDown']>>
beforeEach(() => {
  app = new FakeApp()
  clock = new VirtualClock()
  installed = []
  warned = []
  endsApp = false
  alive = []
})

const appImage: Installation = { kind: 'app-image', image: '/opt/tray.AppImage' }
const ready = { updates: { kind: 'ready', version: '0.2.0' } } as const

function make(state: Partial<AppState>, installation: Installation, restartWanted = false) {
  const electronApp = app as unknown as ElectronApp
  const userQuit = new UserQuit(electronApp)
  const ending = endInOrder({
    app: electronApp,
    userQuit,
    core: {
      updateAtEnd: (safe) => atEnd(sampleState(state), { restart: restartWanted, safe }),
      installUpdate(restart) {
        installed.push(restart)
        return endsApp
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
  return { ending, byUser: () => userQuit.request() }
}

const ended = () => vi.waitUntil(() => app.ended)

it('the user’s own end installs what is ready, by an installer too', async () => {
  make(ready, { kind: 'windows' }).byUser()
  await ended()
  expect(installed).toEqual([false])
})

it('the end of the session installs no more than a file that is moved', async () => {
  make(ready, { kind: 'windows' })
  app.quit()
  await ended()
  expect(installed).toEqual([])
  app = new FakeApp()
  make(ready, appImage)
  app.quit()
  await ended()
  expect(installed).toEqual([false])
})

it('while a card is charged nothing is installed, whatever was asked for', async () => {
  const topUp = { kind: 'charging', amountCents: 5000, askedAt: sampleNow } as const
  make({ ...ready, organisations: [sampleOrganisation({ topUp })] }, appImage, true).byUser()
  await ended()
  expect(installed).toEqual([])
})

it('an installation that ends the app itself is not ended once more', async () => {
  endsApp = true
  const { ending, byUser } = make(ready, { kind: 'mac' }, true)
  byUser()
  expect(ending.begun).toBe(true)
  await vi.waitUntil(() => installed.length > 0)
  expect(installed).toEqual([true])
  expect(app.ended).toBe(false)
})

it('grants that live on are said, and read by nobody they hold the end up for twenty seconds', async () => {
  alive = [{ organisationName: 'Halden', until: null } as (typeof alive)[number]]
  make({}, appImage).byUser()
  await vi.waitUntil(() => warned.length > 0)
  await clock.advance(19_999)
  await new Promise(setImmediate)
  expect(app.ended).toBe(false)
  await clock.advance(1)
  await ended()
})
