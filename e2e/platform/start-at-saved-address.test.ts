import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { askStandIn, findRunning, saveAddress } from '../../scripts/start/addresses.mjs'
import { type PortPair, type StartResult, startAtSavedAddress } from './start-at-saved-address.ts'

const cleanUps: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp()
})

const newState = (): string => join(mkdtempSync(join(tmpdir(), 'stand-in-')), 'state.json')

/** Occupies a port with another program that answers every path, as a development server does. */
async function occupy(port = 0): Promise<{ port: number; release: () => Promise<void> }> {
  const server: Server = createServer((_request, response) => response.end('{"platformUrl": "elsewhere"}'))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve)
  })
  const release = (): Promise<void> => new Promise((resolve) => void server.close(() => resolve()))
  cleanUps.push(release)
  return { port: (server.address() as AddressInfo).port, release }
}

/** Two ports that were free when they were probed. */
async function freePair(): Promise<PortPair> {
  const [one, other] = [await occupy(), await occupy()]
  await Promise.all([one.release(), other.release()])
  return [one.port, other.port]
}

/** @param usual none by default, so that parallel tests don't compete for the same ports */
async function start(stateFile: string, usual: PortPair[] = []) {
  const result = await startAtSavedAddress({ stateFile }, usual)
  if (result.kind === 'started') cleanUps.push(result.platform.close)
  return result
}

function started(result: StartResult) {
  if (result.kind !== 'started') throw new Error('It was found running')
  const { platformUrl, serviceApiUrl } = result.platform
  return { ...result, ports: [platformUrl, serviceApiUrl].map((url) => Number(new URL(url).port)) }
}

test('reuses the address of the first start', async () => {
  const stateFile = newState()
  const first = started(await start(stateFile))
  await first.platform.close()
  const second = started(await start(stateFile))
  expect(second.ports).toEqual(first.ports)
  expect([second.takenPort, second.homePort]).toEqual([null, null])
})

test('takes the first default pair at a first start', async () => {
  const usual = [await freePair(), await freePair()]
  const result = started(await start(newState(), usual))
  expect(result.ports).toEqual(usual[0])
  expect(result.takenPort).toBeNull()
})

test.each([0, 1])('skips a default pair with a taken port (%i) and saves the next', async (which) => {
  const usual = [await freePair(), await freePair()]
  const { port, release } = await occupy(usual[0]?.[which])
  const stateFile = newState()
  const first = started(await start(stateFile, usual))
  expect(first.ports).toEqual(usual[1])
  expect([first.takenPort, first.homePort]).toEqual([port, null])
  expect((await fetch(`${first.platform.serviceApiUrl}/service/v1/balance`)).status).toBe(401)
  await first.platform.close()
  await release()
  const second = started(await start(stateFile, usual))
  expect(second.ports).toEqual(usual[1])
  expect([second.takenPort, second.homePort]).toEqual([null, null])
})

test.each([0, 1])(
  'leaves a saved pair with a taken port (%i) and returns to it once it is free',
  async (which) => {
    const stateFile = newState()
    const pair = await freePair()
    saveAddress(stateFile, pair)
    const other = await occupy(pair[which])
    const away = started(await start(stateFile))
    expect(away.ports).not.toEqual(pair)
    expect([away.takenPort, away.homePort]).toEqual([other.port, pair[0]])
    await away.platform.close()

    const awayAgain = started(await start(stateFile))
    expect(awayAgain.ports).toEqual(away.ports)
    await awayAgain.platform.close()

    await other.release()
    const home = started(await start(stateFile))
    expect(home.ports).toEqual(pair)
    expect([home.takenPort, home.homePort]).toEqual([null, null])
  },
)

test('finds the process that already serves the state, at any address, and starts no other', async () => {
  const stateFile = newState()
  const pair = await freePair()
  saveAddress(stateFile, pair)
  const other = await occupy(pair[0])
  const away = started(await start(stateFile))
  await other.release()
  const { platformUrl, serviceApiUrl, controlUrl } = away.platform
  const addresses = { platformUrl, serviceApiUrl, controlUrl }
  expect(await start(stateFile)).toEqual({ kind: 'running', addresses })
  expect(await findRunning(stateFile)).toEqual(addresses)
  await away.platform.close()
  expect(await findRunning(stateFile)).toBeNull()
})

test('one of many simultaneous starts serves a state, and the others find it', async () => {
  const stateFile = newState()
  const usual = [await freePair(), await freePair()]
  const results = await Promise.all(Array.from({ length: 8 }, () => start(stateFile, usual)))
  const serving = results.filter(({ kind }) => kind === 'started')
  expect(serving).toHaveLength(1)
  const { platform } = started(serving[0] as StartResult)
  for (const result of results)
    if (result.kind === 'running') expect(result.addresses.serviceApiUrl).toBe(platform.serviceApiUrl)
})

test('keeps separate addresses for separate states', async () => {
  const states = [newState(), newState(), newState()]
  const usual = [await freePair(), await freePair(), await freePair()]
  const startAll = () => Promise.all(states.map((state) => start(state, usual)))
  const first = (await startAll()).map(started)
  expect(new Set(first.flatMap(({ ports }) => ports)).size).toBe(6)
  await Promise.all(first.map(({ platform }) => platform.close()))
  const again = (await startAll()).map(started)
  expect(again.map(({ ports }) => ports)).toEqual(first.map(({ ports }) => ports))
})

test('tells the control address only to a process that knows the secret beside the state', async () => {
  const stateFile = newState()
  const { platform } = started(await start(stateFile))
  const file = stateFile.replace('.json', '.addresses.json')
  const { id } = JSON.parse(readFileSync(file, 'utf8'))
  const { port } = new URL(platform.platformUrl)
  expect(await askStandIn(Number(port), id)).toMatchObject({ controlUrl: platform.controlUrl })
  expect(await askStandIn(Number(port), `${id}x`)).toBeNull()
  for (const path of [id, 'undefined', `${id}/${id}`, ''])
    expect((await fetch(`${platform.platformUrl}/stand-in/${path}`)).status).toBe(404)
})

test('replaces a damaged address file', async () => {
  const stateFile = newState()
  writeFileSync(stateFile.replace('.json', '.addresses.json'), '{"id": "x", "pai')
  const first = started(await start(stateFile))
  await first.platform.close()
  expect(started(await start(stateFile)).ports).toEqual(first.ports)
})
