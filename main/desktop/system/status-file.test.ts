import { EventEmitter } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, test } from 'vitest'
import { sampleOrganisation, sampleState } from '../../../preload/testing/samples.ts'
import { StateStore } from '../../state/store.ts'
import { VirtualClock } from '../../testing/virtual-clock.ts'
import { shareStatus, statusFolder } from './status-file.ts'

const notOnWindows = it.skipIf(process.platform === 'win32')

let base = ''
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'status-file-'))
})
afterEach(() => rmSync(base, { recursive: true }))

function sharing(change: Parameters<typeof sampleState>[0] = {}) {
  const state = new StateStore(sampleState(change), (error) => {
    throw error
  })
  const app = new EventEmitter()
  const failures: string[] = []
  const folder = join(base, 'shared')
  const log = { info: () => {}, warn: () => {}, failure: (what: string) => void failures.push(what) }
  shareStatus({ app: app as never, state, clock: new VirtualClock(), log, folder })
  const set = (shareStatus: boolean) =>
    state.update(({ settings }) => ({ settings: { ...settings, shareStatus } }))
  const names = () =>
    JSON.parse(readFileSync(join(folder, 'status.json'), 'utf8')).organizations.map(
      ({ name }: { name: string }) => name,
    )
  return { state, app, folder, file: join(folder, 'status.json'), set, names, failures }
}

test('writes nothing until the user shares the status', async () => {
  const { folder, set, names } = sharing({ organisations: [sampleOrganisation()] })
  expect(existsSync(folder)).toBe(false)
  set(true)
  await Promise.resolve()
  expect(names()).toEqual(['Halden Research'])
  expect(readdirSync(folder)).toEqual(['status.json'])
})

test('follows the state, and is removed when sharing ends or the app quits', async () => {
  const { state, app, file, set, names } = sharing()
  set(true)
  await Promise.resolve()
  state.update({ organisations: [sampleOrganisation({ name: 'Acme' })] })
  await Promise.resolve()
  expect(names()).toEqual(['Acme'])
  set(false)
  await Promise.resolve()
  expect(existsSync(file)).toBe(false)
  set(true)
  await Promise.resolve()
  app.emit('will-quit')
  expect(existsSync(file)).toBe(false)
})

notOnWindows('only this user can read it, even where a link lies in its place', async () => {
  const { file, folder, set } = sharing()
  mkdirSync(folder)
  symlinkSync(join(base, 'elsewhere'), `${file}.new`)
  symlinkSync(join(base, 'elsewhere'), file)
  set(true)
  await Promise.resolve()
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(existsSync(join(base, 'elsewhere'))).toBe(false)
})

test('logs once that the folder can’t be created', async () => {
  const { state, folder, set, failures } = sharing()
  rmSync(base, { recursive: true })
  mkdirSync(base)
  symlinkSync('nowhere/at/all', folder)
  set(true)
  await Promise.resolve()
  state.update({ organisations: [sampleOrganisation()] })
  await Promise.resolve()
  expect(failures).toEqual(['status not shared'])
})

notOnWindows('lies in the folder of the session if that is the user’s alone', () => {
  const runtime = join(base, 'run')
  mkdirSync(runtime, { mode: 0o700 })
  const folderWith = (env: Record<string, string>, hasOwnFolder = false) =>
    statusFolder({ env, userData: base, hasOwnFolder })
  expect(folderWith({ XDG_RUNTIME_DIR: runtime })).toBe(join(runtime, 'parallel-tray'))
  expect(folderWith({ XDG_RUNTIME_DIR: runtime }, true)).toBe(base)
  expect(folderWith({})).toBe(base)
  expect(folderWith({ XDG_RUNTIME_DIR: 'run' })).toBe(base)
  expect(folderWith({ XDG_RUNTIME_DIR: join(base, 'none') })).toBe(base)
  chmodSync(runtime, 0o755)
  expect(folderWith({ XDG_RUNTIME_DIR: runtime })).toBe(base)
})
