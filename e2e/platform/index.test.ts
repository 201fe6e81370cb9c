import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { saveAddress } from '../../scripts/start/addresses.mjs'

const script = resolve(import.meta.dirname, '../../scripts/platform.mjs')
const started: ReturnType<typeof spawn>[] = []
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
})

/** Runs `npm run platform` with these flags; `line` is its first line of output, `ended` its exit code and whole output. */
function run(...flags: string[]) {
  const child = spawn(process.execPath, [script, ...flags], { stdio: ['ignore', 'pipe', 'pipe'] })
  started.push(child)
  let stdout = ''
  let stderr = ''
  const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((done) => {
    child.on('close', (code) => done({ code, stdout, stderr }))
  })
  const line = new Promise<string>((done) => {
    child.stdout.on('data', (part) => {
      stdout += part
      if (stdout.includes('\n')) done(stdout)
    })
  })
  child.stderr.on('data', (part) => {
    stderr += part
  })
  return { child, line, ended }
}

test('prints one line of JSON, serves, saves its state, ends on SIGTERM and names a taken port', async () => {
  const state = join(mkdtempSync(join(tmpdir(), 'platform-')), 'state.json')
  const first = run('--port', '0', '--api-port', '0', '--state', state)
  const { platformUrl, serviceApiUrl, controlUrl } = JSON.parse(await first.line)
  expect(controlUrl.startsWith(`${platformUrl}/control/`)).toBe(true)
  expect((await fetch(`${serviceApiUrl}/service/v1/balance`)).status).toBe(401)
  const taken = new URL(platformUrl).port
  const second = await run('--port', taken, '--api-port', '0', '--state', state).ended
  expect([second.code, second.stdout]).toEqual([1, ''])
  expect(second.stderr).toContain(`Port ${taken} is taken: `)
  expect(second.stderr).toContain('--port')
  first.child.kill('SIGTERM')
  const { code, stdout } = await first.ended
  expect([code, stdout.split('\n')]).toEqual([0, [expect.any(String), '']])
}, 30_000)

test('without named ports avoids taken ones, and a second start prints the addresses of the first', async () => {
  const state = join(mkdtempSync(join(tmpdir(), 'platform-')), 'state.json')
  const other = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  saveAddress(state, [port, port - 1])
  const first = run('--state', state)
  const line = await first.line
  expect(new URL(JSON.parse(line).platformUrl).port).not.toBe(String(port))
  const second = await run('--state', state).ended
  expect([second.code, second.stdout]).toEqual([0, line])
  expect(second.stderr).toContain('runs already')
  const named = await run('--state', state, '--port', '0').ended
  expect([named.code, named.stdout]).toEqual([1, ''])
  expect(named.stderr).toContain('name another file with --state')
  first.child.kill('SIGTERM')
  const { code, stderr } = await first.ended
  expect(code).toBe(0)
  expect(stderr).toContain(`Port ${port} is taken by another program: the stand-in is at `)
  expect(stderr).toContain(`http://127.0.0.1:${port} is back at the next start`)
  other.close()
}, 30_000)

test('refuses an invalid port', async () => {
  const { code, stderr } = await run('--port', 'http', '--state', '/nonexistent/x').ended
  expect([code, stderr.includes('--port must be a port number')]).toEqual([1, true])
}, 30_000)
