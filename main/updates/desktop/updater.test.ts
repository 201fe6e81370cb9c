import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { MemoryLog } from '../../testing/memory-ports.ts'
import type { EngineOptions } from './update-engine.ts'
import { electronUpdater } from './updater.ts'

/** Replaces the bundle, and records calls. `hang` and `fail` determine its next result. */
const engineSource = `
const said = globalThis.engineSaid
exports.makeEngine = (options) => {
  const name = 'engine ' + (said.made.push(options))
  const answer = async (what, value) => {
    said.asked.push(name + ' ' + what)
    if (said.hang) return new Promise(() => {})
    if (said.fail) throw Object.assign(new Error('net::ERR_CONNECTION_REFUSED'))
    return value
  }
  return {
    find: () => answer('find', '0.2.0'),
    download: () => answer('download'),
    stop: () => said.asked.push(name + ' stop'),
    install: (restart) => { said.asked.push(name + ' install ' + restart); return false },
  }
}`

type Said = { made: EngineOptions[]; asked: string[]; hang: boolean; fail: boolean }

let folder: string
let said: Said
let refused: number
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'updater-'))
  writeFileSync(join(folder, 'updater.cjs'), engineSource)
  said = { made: [], asked: [], hang: false, fail: false }
  Object.assign(globalThis, { engineSaid: said })
  refused = 0
})
afterEach(() => rmSync(folder, { recursive: true }))

function make() {
  return electronUpdater({
    installation: { kind: 'windows' },
    engine: join(folder, 'updater.cjs'),
    userData: '/home/user/data',
    userAgent: 'ParallelTray/0.1.0',
    log: new MemoryLog(),
    onLogin: (_pool, _info, answer) => answer(),
    onRefused: () => {
      refused += 1
    },
  })
}

const patient = () => new AbortController().signal
const arrived = (): void => {}

it('loads electron-updater with the first check', async () => {
  const updater = make()
  expect(updater.by).toBeNull()
  expect(said.made).toEqual([])
  expect(await updater.find(patient())).toEqual({ ok: true, value: '0.2.0' })
  await updater.download(arrived, patient())
  expect(said.made).toHaveLength(1)
})

it('aborts a hanging operation, starts over, and still installs an earlier download', async () => {
  const updater = make()
  await updater.find(patient())
  await updater.download(arrived, patient())
  said.hang = true
  const impatient = new AbortController()
  const found = updater.find(impatient.signal)
  impatient.abort()
  expect(await found).toMatchObject({ ok: false, failure: { kind: 'timeout' } })
  said.hang = false
  expect(await updater.find(patient())).toMatchObject({ ok: true })
  updater.install(true)
  expect(said.asked.slice(-4)).toEqual([
    'engine 1 find',
    'engine 1 stop',
    'engine 2 find',
    'engine 1 install true',
  ])
})

it('maps errors to failures', async () => {
  said.fail = true
  expect(await make().find(patient())).toMatchObject({ ok: false, failure: { kind: 'offline' } })
})

it('quits without the update when the installation fails', async () => {
  const updater = make()
  await updater.find(patient())
  await updater.download(arrived, patient())
  said.made[0]?.onError(new Error('while looking'))
  expect(refused).toBe(0)
  updater.install(false)
  said.made[0]?.onError(new Error('while installing'))
  expect(refused).toBe(1)
})
