import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { findRunning, keepAddress } from '../../scripts/start/addresses.mjs'
import { type KeptStart, type Pair, startAtKeptAddress } from './kept-start.ts'

const cleanUps: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp()
})

const newState = (): string => join(mkdtempSync(join(tmpdir(), 'stand-in-')), 'state.json')

/** Another program: answers every address, as a development server does. */
async function occupy(port = 0): Promise<{ port: number; release: () => Promise<void> }> {
  const server: Server = createServer((_request, response) => response.end('{"platformUrl": "elsewhere"}'))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve)
  })
  const release = (): Promise<void> => new Promise((resolve) => void server.close(() => resolve()))
  cleanUps.push(release)
  return { port: (server.address() as AddressInfo).port, release }
}

/** Ports that were free a moment ago. */
async function freePair(): Promise<Pair> {
  const [one, other] = [await occupy(), await occupy()]
  await Promise.all([one.release(), other.release()])
  return [one.port, other.port]
}

/** @param usual none by default, so that tests that run at the same time aren't in each other's way */
async function start(stateFile: string, usual: Pair[] = []) {
  const result = await startAtKeptAddress({ stateFile }, usual)
  if (result.kind === 'started') cleanUps.push(result.platform.close)
  return result
}

function started(result: KeptStart) {
  if (result.kind !== 'started') throw new Error('It was found running')
  const { platformUrl, serviceApiUrl } = result.platform
  return { ...result, ports: [platformUrl, serviceApiUrl].map((url) => Number(new URL(url).port)) }
}

test('the address of the first start is kept', async () => {
  const stateFile = newState()
  const first = started(await start(stateFile))
  await first.platform.close()
  const second = started(await start(stateFile))
  expect(second.ports).toEqual(first.ports)
  expect([second.takenPort, second.homePort]).toEqual([null, null])
})

test('a first start takes the first of the usual pairs', async () => {
  const usual = [await freePair(), await freePair()]
  const result = started(await start(newState(), usual))
  expect(result.ports).toEqual(usual[0])
  expect(result.takenPort).toBeNull()
})

test.each([0, 1])(
  'a first start passes over a pair with a taken port (%i), and keeps the next',
  async (which) => {
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
  },
)

test.each([0, 1])(
  'a kept pair with a taken port (%i) is left for this start and comes back later',
  async (which) => {
    const stateFile = newState()
    const pair = await freePair()
    keepAddress(stateFile, pair)
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

test('a stand-in that serves the state already is found, wherever it is, and nothing else is started', async () => {
  const stateFile = newState()
  const pair = await freePair()
  keepAddress(stateFile, pair)
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

test('of many starts with one state at the same moment one serves, and all the others find it', async () => {
  const stateFile = newState()
  const usual = [await freePair(), await freePair()]
  const results = await Promise.all(Array.from({ length: 8 }, () => start(stateFile, usual)))
  const serving = results.filter(({ kind }) => kind === 'started')
  expect(serving).toHaveLength(1)
  const { platform } = started(serving[0] as KeptStart)
  for (const result of results)
    if (result.kind === 'running') expect(result.addresses.serviceApiUrl).toBe(platform.serviceApiUrl)
})

test('states side by side have addresses of their own, and keep them', async () => {
  const states = [newState(), newState(), newState()]
  const usual = [await freePair(), await freePair(), await freePair()]
  const startAll = () => Promise.all(states.map((state) => start(state, usual)))
  const first = (await startAll()).map(started)
  expect(new Set(first.flatMap(({ ports }) => ports)).size).toBe(6)
  await Promise.all(first.map(({ platform }) => platform.close()))
  const again = (await startAll()).map(started)
  expect(again.map(({ ports }) => ports)).toEqual(first.map(({ ports }) => ports))
})

test('only who knows the secret beside the state is told the control address', async () => {
  const stateFile = newState()
  const { platform } = started(await start(stateFile))
  const file = stateFile.replace('.json', '.addresses.json')
  const { id } = JSON.parse(readFileSync(file, 'utf8'))
  expect((await fetch(`${platform.platformUrl}/stand-in/${id}`)).status).toBe(200)
  expect((await fetch(`${platform.platformUrl}/stand-in/${id}x`)).status).toBe(404)
  expect((await fetch(`${platform.platformUrl}/stand-in/undefined`)).status).toBe(404)
})

test('a damaged file of addresses is replaced', async () => {
  const stateFile = newState()
  writeFileSync(stateFile.replace('.json', '.addresses.json'), '{"id": "x", "pai')
  const first = started(await start(stateFile))
  await first.platform.close()
  expect(started(await start(stateFile)).ports).toEqual(first.ports)
})
