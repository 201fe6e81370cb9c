import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, expect, test } from 'vitest'

const script = resolve(import.meta.dirname, '../../scripts/platform.mjs')
const started: ReturnType<typeof spawn>[] = []
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
})

/** Runs `npm run platform` with these flags; `line` is its first line of output, `ended` its whole story. */
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

test('prints one line of JSON, serves, keeps its state, ends on SIGTERM; a taken port is said plainly', async () => {
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

test('refuses a port that is none', async () => {
  const { code, stderr } = await run('--port', 'http', '--state', '/nonexistent/x').ended
  expect([code, stderr.includes('--port must be a port number')]).toEqual([1, true])
}, 30_000)
