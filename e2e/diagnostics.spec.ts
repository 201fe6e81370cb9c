/** The diagnostics: what they hold, what they never hold, and what is said after a crash. */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CommandArguments, CommandName, CommandValue, Result } from '../preload/contract/index.ts'
import {
  expect,
  filesContaining,
  filesIn,
  issuedSecrets,
  notice,
  openSection,
  type RunningApp,
  readClipboard,
  signIn,
  startSignIn,
  stateOf,
  stubFileDialogs,
  test,
  waitForExit,
} from './app.ts'
import type { Platform } from './platform/platform.ts'

const organisationId = 'org_halden'
const dialogOf = ({ window }: RunningApp) => window.getByRole('dialog', { name: 'Diagnostics' })
const reportOf = (app: RunningApp) => dialogOf(app).getByRole('region', { name: 'The diagnostics' })
const act = (app: RunningApp, name: string) => dialogOf(app).getByRole('button', { name, exact: true })

function command<N extends CommandName>(
  { window: page }: RunningApp,
  name: N,
  args: CommandArguments<N>,
): Promise<Result<CommandValue<N>>> {
  return page.evaluate(
    ({ name, args }) => window.parallelTray.command(name as 'hello', args as object) as never,
    { name: name as string, args: args as unknown },
  )
}

async function readText(app: RunningApp): Promise<string> {
  const read = await command(app, 'diagnostics.read', {})
  if (!read.ok) throw new Error(read.failure.message)
  return read.value
}

/** A secret in every way in which somebody may write it. */
function everyWay(secret: string): string[] {
  const bytes = Buffer.from(`a"${secret}"`)
  return [
    secret,
    encodeURIComponent(`"${secret}"`),
    JSON.stringify(JSON.stringify(secret)),
    ...[0, 1, 2].map((at) => bytes.subarray(at).toString('base64')),
    bytes.toString('base64url'),
    bytes.toString('hex'),
    Buffer.from(secret, 'utf16le').toString('latin1'),
    Buffer.from(secret, 'utf16le').toString('base64'),
  ]
}

/** What the charge was asked for with. */
function idempotencyKeyOf({ control }: Platform): string {
  const [key = ''] = control
    .requests()
    .flatMap(({ body }) => /"idempotency_key":"([^"]+)"/.exec(body)?.[1] ?? [])
  return key
}

/** The server repeats each of them in its answers to `path`, in every way, also as a reference. */
async function echo(app: RunningApp, platform: Platform, secrets: readonly string[]): Promise<void> {
  const { control } = platform
  for (const secret of secrets) {
    for (const said of everyWay(secret)) {
      control.clearRequests()
      const fault = control.fault({
        kind: 'status',
        status: 500,
        body: { detail: `It is ${said}` },
        headers: { 'x-request-id': secret },
        match: { path: '/balance' },
      })
      await command(app, 'organisation.refresh', { organisationId })
      await control.waitForRequest({ path: '/balance', done: true })
      await expect.poll(async () => (await stateOf(app)).organisations[0]?.refreshing).toBe(false)
      control.clearFaults(fault)
    }
  }
}

test('writes no secret to the log, the crash record or the diagnostics, in any encoding', async ({
  platform,
  start,
}, info) => {
  test.setTimeout(150_000)
  const { control } = platform
  const search = info.outputPath('said')
  const keep = (name: string, text: string) => writeFileSync(join(search, name), text, { flush: true })
  const app = await start()

  // A poll that is answered with the device code itself.
  const userCode = await startSignIn(app.window, ['Add money', 'Manage apps and keys'])
  const [deviceCode = ''] = control.secrets().deviceCodes
  for (const said of everyWay(deviceCode))
    control.fault({
      kind: 'status',
      status: 503,
      body: { detail: `No: ${said}` },
      match: { path: '=/getServiceKeys/token' },
      times: 1,
    })
  await expect.poll(async () => readText(app), { timeout: 60_000 }).toMatch(/503/)
  control.clearFaults()
  control.approve({ userCode, orgId: organisationId })
  await command(app, 'sign-in.try-now', {})
  await expect(notice(app.window)).toContainText('Signed in to', { timeout: 30_000 })

  // A charge whose answer is lost, and a key whose secret is still on screen.
  control.fault({ kind: 'drop-after', match: { path: '/balance/add' } })
  await command(app, 'top-up.start', { organisationId, amountCents: 1000 })
  await expect.poll(async () => (await stateOf(app)).organisations[0]?.topUp.kind).toBe('unknown')
  const idempotencyKey = idempotencyKeyOf(platform)
  expect(idempotencyKey).toMatch(/^[\w-]{36}$/)
  await command(app, 'keys.refresh', { organisationId })
  const key = { organisationId, appId: 'app_halden_enrich', name: 'laptop' }
  await expect.poll(async () => (await command(app, 'keys.create', key)).ok).toBe(true)
  await expect.poll(async () => (await stateOf(app)).secret?.keyName).toBe('laptop')
  const [apiKey = ''] = control.secrets().apiKeys
  const { accessTokens, refreshTokens } = control.secrets()
  const secrets = [...accessTokens, ...refreshTokens, apiKey, idempotencyKey]
  expect(secrets).toHaveLength(4)
  await echo(app, platform, secrets)

  // Mistakes of ours that quote them, in the window and in main.
  const quoted = [...secrets, deviceCode].flatMap(everyWay)
  await app.window.evaluate(
    (all) => {
      setTimeout(() => {
        throw new Error(`window: ${all.join(' ')}`)
      })
    },
    quoted.slice(0, 8),
  )
  await app.electron.evaluate((_, all) => {
    for (const said of all) void Promise.reject(new Error(`unheard: ${said}`))
  }, quoted)
  await expect.poll(() => readText(app)).toMatch(/promise not heard[^\n]*unheard: /)
  expect(await readText(app)).toMatch(/window said[^\n]*window: /)

  // What is shown is what is copied and saved.
  mkdirSync(search, { recursive: true })
  const text = await readText(app)
  await command(app, 'diagnostics.copy', {})
  expect(await readClipboard(app)).toBe(text)
  const file = join(search, 'exported.txt')
  await stubFileDialogs(app, file)
  expect(await command(app, 'diagnostics.export', {})).toEqual({ ok: true, value: 'exported.txt' })
  expect(readFileSync(file, 'utf8')).toBe(text)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(text).toContain('GET /account/service/v1/balance  server  500: It is ')
  expect(text).not.toContain('Halden')
  keep('clipboard', await readClipboard(app))

  // The secret is put away; then the dialog can be seen.
  await command(app, 'secret.copy', {})
  await command(app, 'secret.done', {})
  await command(app, 'dialog.open', { dialog: { kind: 'diagnostics' } })
  await expect(reportOf(app)).toContainText('Parallel Tray diagnostics')
  keep('window', `${await app.window.content()}\n${await reportOf(app).textContent()}`)
  keep('state', JSON.stringify(await stateOf(app)))

  // Main breaks, with all of them in its mouth.
  const gone = waitForExit(app)
  await app.electron.evaluate(
    (_, all) => {
      setTimeout(() => {
        throw new TypeError(`broken: ${all.join(' ')}`)
      })
    },
    quoted.slice(0, 40),
  )
  expect(await gone).toBe(1)
  const logs = join(app.userData, 'logs')
  expect(readdirSync(logs).sort()).toEqual(['crash.json', 'main.log'])
  for (const path of filesIn(logs)) expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(readFileSync(join(logs, 'crash.json'), 'utf8')).toContain('TypeError: broken: [removed]')
  keep('output', app.output())
  const all = [...issuedSecrets(platform), idempotencyKey]
  expect(all).toHaveLength(5)
  expect([...filesContaining(logs, all), ...filesContaining(search, all)]).toEqual([])
})

test('exits after an uncaught error in main and reports it once at the next start', async ({
  platform,
  start,
}) => {
  const app = await start()
  await signIn(app, platform)
  const gone = waitForExit(app)
  await app.electron.evaluate(() => {
    setTimeout(() => {
      throw new TypeError('no such thing')
    })
  })
  expect(await gone).toBe(1)

  const next = await start()
  await expect(notice(next.window)).toContainText('Parallel Tray ended unexpectedly (')
  await notice(next.window).getByRole('button', { name: 'Show diagnostics' }).click()
  await expect(reportOf(next)).toContainText('TypeError: no such thing')
  await expect(reportOf(next)).toContainText('run before ended crashed')
  await act(next, 'Close').click()
  await expect(dialogOf(next)).toHaveCount(0)
  await expect(notice(next.window)).toHaveCount(0)
  await next.close()

  const last = await start()
  await expect(last.window.getByRole('region', { name: 'Balance', exact: true })).toBeVisible()
  await openSection(last.window, 'Settings')
  await last.window.getByRole('button', { name: 'Show…' }).click()
  await expect(reportOf(last)).toContainText('run before ended in order')
  await expect(reportOf(last)).toContainText('TypeError: no such thing')
  expect((await stateOf(last)).notices).toEqual([])
})

test('lists a killed run in the diagnostics without a notice', async ({ start }) => {
  const app = await start()
  const gone = waitForExit(app)
  app.electron.process().kill('SIGKILL')
  await gone
  const next = await start()
  await command(next, 'dialog.open', { dialog: { kind: 'diagnostics' } })
  await expect(reportOf(next)).toContainText('run before ended without a word')
  expect((await stateOf(next)).notices).toEqual([])
})

test('the network check contacts only the two servers, without a token', async ({ platform, start }) => {
  const { control } = platform
  const app = await start()
  await signIn(app, platform)
  await command(app, 'dialog.open', { dialog: { kind: 'diagnostics' } })
  await expect(reportOf(app)).toContainText('not run')
  await expect(reportOf(app)).toContainText('tray host yes')
  await expect(reportOf(app)).toContainText('keyring gnome_libsecret')
  await expect(reportOf(app)).toContainText(/proxy +DIRECT for 127\.0\.0\.1:\d+/)
  control.clearRequests()
  await act(app, 'Check the network').click()
  await expect(reportOf(app)).toContainText(
    /ok {6}Answer of 127\.0\.0\.1:\d+: HTTP 405 with JSON[\s\S]*\n {2}ok {6}Answer of 127\.0\.0\.1:\d+: HTTP 401 with JSON/,
  )
  await expect(reportOf(app)).toContainText(/ok {6}Name of 127\.0\.0\.1:\d+: 127\.0\.0\.1/)
  await expect(act(app, 'Check the network')).toBeVisible()
  const asked = control.requests()
  expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'GET /getServiceKeys/token',
    'GET /account/service/v1/balance',
  ])
  for (const { headers } of asked) expect(headers.authorization).toBeUndefined()

  // A network that answers with a page of its own; then one that doesn't answer, until the dialog is closed.
  const page = control.fault({ kind: 'html', status: 200 })
  await act(app, 'Check the network').click()
  await expect(reportOf(app)).toContainText(/failed {2}Answer of [^\n]* with a web page/)
  control.clearFaults(page)
  control.fault({ kind: 'hold', match: { path: '=/getServiceKeys/token' } })
  control.clearRequests()
  await act(app, 'Check the network').click()
  await expect(act(app, 'Checking')).toBeVisible()
  await control.waitForRequest({ path: '=/getServiceKeys/token' })
  await app.window.keyboard.press('Escape')
  await expect(dialogOf(app)).toHaveCount(0)
  await control.waitForRequest({ path: '=/getServiceKeys/token', done: true })
  expect((await stateOf(app)).diagnostics.checking).toBe(false)
})

test('copies and saves the diagnostics from the dialog', async ({ start }, info) => {
  const app = await start()
  await expect(app.window.getByRole('heading', { level: 1 })).toBeVisible()
  await app.window.keyboard.press('Control+K')
  await app.window.getByRole('combobox').fill('diagnostics')
  await app.window.keyboard.press('Enter')
  await expect(reportOf(app)).toContainText('Parallel Tray diagnostics')
  const shown = await reportOf(app).textContent()
  await act(app, 'Copy').click()
  await expect(act(app, 'Copied')).toBeVisible()
  expect(await readClipboard(app)).toBe(shown)
  await stubFileDialogs(app, info.outputPath('mine.txt'))
  await act(app, 'Save…').click()
  await expect(dialogOf(app)).toContainText('Saved as mine.txt')
  expect(readFileSync(info.outputPath('mine.txt'), 'utf8')).toBe(shown)
  await stubFileDialogs(app, '/nowhere/mine.txt')
  await act(app, 'Save…').click()
  await expect(dialogOf(app).getByRole('alert')).toBeVisible()
})
