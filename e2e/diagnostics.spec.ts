/** The diagnostics: their contents, their redaction, and the report of a crash. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CommandArguments, CommandName, CommandValue, Result } from '../preload/contract/index.ts'
import {
  appSystem,
  expect,
  expectOwnerOnly,
  filesContaining,
  filesIn,
  issuedSecrets,
  kill,
  notice,
  openAppSettings,
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

/** What the diagnostics call the keyring, by system. */
const keyringNames: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'gnome_libsecret',
  darwin: 'Keychain',
  win32: 'DPAPI',
}
const organisationId = 'org_halden'
const diagnosticsDialog = ({ window }: RunningApp) => window.getByRole('dialog', { name: 'Diagnostics' })
const diagnosticsText = (app: RunningApp) =>
  diagnosticsDialog(app).getByRole('region', { name: 'Diagnostics' })
const button = (app: RunningApp, name: string) =>
  diagnosticsDialog(app).getByRole('button', { name, exact: true })

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

async function readDiagnostics(app: RunningApp): Promise<string> {
  const read = await command(app, 'diagnostics.read', {})
  if (!read.ok) throw new Error(read.failure.message)
  return read.value
}

/** The secret in every encoding that a log line may hold it in. */
function encodings(secret: string): string[] {
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

function readIdempotencyKey({ control }: Platform): string {
  const [key = ''] = control
    .requests()
    .flatMap(({ body }) => /"idempotency_key":"([^"]+)"/.exec(body)?.[1] ?? [])
  return key
}

/** Makes the server quote each secret in error bodies and request ids, in every encoding. */
async function echoSecrets(app: RunningApp, platform: Platform, secrets: readonly string[]): Promise<void> {
  const { control } = platform
  for (const secret of secrets) {
    for (const encoded of encodings(secret)) {
      control.clearRequests()
      const fault = control.fault({
        kind: 'status',
        status: 500,
        body: { detail: `It is ${encoded}` },
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
  const searched = info.outputPath('searched')
  const record = (name: string, text: string) => writeFileSync(join(searched, name), text, { flush: true })
  const app = await start()

  // Polls are answered with the device code in an error.
  const userCode = await startSignIn(app.window, ['Add money', 'Manage apps and keys'])
  const [deviceCode = ''] = control.secrets().deviceCodes
  for (const encoded of encodings(deviceCode))
    control.fault({
      kind: 'status',
      status: 503,
      body: { detail: `No: ${encoded}` },
      match: { path: '=/getServiceKeys/token' },
      times: 1,
    })
  await expect.poll(async () => readDiagnostics(app), { timeout: 60_000 }).toMatch(/503/)
  control.clearFaults()
  control.approve({ userCode, orgId: organisationId })
  await command(app, 'sign-in.try-now', {})
  await expect(notice(app.window)).toContainText('Signed in to', { timeout: 30_000 })

  // A top-up whose response is lost, and a key whose secret is still on screen.
  control.fault({ kind: 'drop-after', match: { path: '/balance/add' } })
  // Main charges after real input only.
  await app.window.keyboard.press('Shift')
  await command(app, 'top-up.start', { organisationId, amountCents: 1000 })
  await expect.poll(async () => (await stateOf(app)).organisations[0]?.topUp.kind).toBe('unknown')
  const idempotencyKey = readIdempotencyKey(platform)
  expect(idempotencyKey).toMatch(/^[\w-]{36}$/)
  await command(app, 'keys.refresh', { organisationId })
  const key = { organisationId, appId: 'app_halden_enrich', name: 'laptop' }
  await expect.poll(async () => (await command(app, 'keys.create', key)).ok).toBe(true)
  await expect.poll(async () => (await stateOf(app)).secret?.keyName).toBe('laptop')
  const [apiKey = ''] = control.secrets().apiKeys
  const { accessTokens, refreshTokens } = control.secrets()
  const secrets = [...accessTokens, ...refreshTokens, apiKey, idempotencyKey]
  expect(secrets).toHaveLength(4)
  await echoSecrets(app, platform, secrets)

  // Errors that quote the secrets, thrown in the window and in main.
  const quoted = [...secrets, deviceCode].flatMap(encodings)
  await app.window.evaluate(
    (all) => {
      setTimeout(() => {
        throw new Error(`window: ${all.join(' ')}`)
      })
    },
    quoted.slice(0, 8),
  )
  await app.electron.evaluate((_, all) => {
    for (const text of all) void Promise.reject(new Error(`rejected: ${text}`))
  }, quoted)
  await expect.poll(() => readDiagnostics(app)).toMatch(/promise not heard[^\n]*rejected: /)
  expect(await readDiagnostics(app)).toMatch(/window said[^\n]*window: /)

  // The copied and saved text equals the shown one.
  mkdirSync(searched, { recursive: true })
  const text = await readDiagnostics(app)
  await command(app, 'diagnostics.copy', {})
  expect(await readClipboard(app)).toBe(text)
  const file = join(searched, 'exported.txt')
  await stubFileDialogs(app, file)
  expect(await command(app, 'diagnostics.export', {})).toEqual({ ok: true, value: 'exported.txt' })
  expect(readFileSync(file, 'utf8')).toBe(text)
  expectOwnerOnly(file)
  expect(text).toContain('GET /account/service/v1/balance  server  500: It is ')
  expect(text).not.toContain('Halden')
  record('clipboard', await readClipboard(app))

  // The dialog of the secret has to close first.
  await command(app, 'secret.copy', {})
  await command(app, 'secret.done', {})
  await command(app, 'dialog.open', { dialog: { kind: 'diagnostics' } })
  await expect(diagnosticsText(app)).toContainText('Parallel Tray diagnostics')
  record('window', `${await app.window.content()}\n${await diagnosticsText(app).textContent()}`)
  record('state', JSON.stringify(await stateOf(app)))

  // An uncaught error in main that quotes all of them.
  const exit = waitForExit(app)
  await app.electron.evaluate(
    (_, all) => {
      setTimeout(() => {
        throw new TypeError(`broken: ${all.join(' ')}`)
      })
    },
    quoted.slice(0, 40),
  )
  expect(await exit).toBe(1)
  const logs = join(app.userData, 'logs')
  expect(readdirSync(logs).sort()).toEqual(['crash.json', 'main.log'])
  expectOwnerOnly(...filesIn(logs))
  expect(readFileSync(join(logs, 'crash.json'), 'utf8')).toContain('TypeError: broken: [removed]')
  record('output', app.output())
  const all = [...issuedSecrets(platform), idempotencyKey]
  expect(all).toHaveLength(5)
  expect([...filesContaining(logs, all), ...filesContaining(searched, all)]).toEqual([])
})

test('exits after an uncaught error in main and reports it once at the next start', async ({
  platform,
  start,
}) => {
  const app = await start()
  await signIn(app, platform)
  const exit = waitForExit(app)
  await app.electron.evaluate(() => {
    setTimeout(() => {
      throw new TypeError('no such thing')
    })
  })
  expect(await exit).toBe(1)

  const next = await start()
  await expect(notice(next.window)).toContainText('Quit unexpectedly (')
  await notice(next.window).getByRole('button', { name: 'Diagnostics…' }).click()
  await expect(diagnosticsText(next)).toContainText('TypeError: no such thing')
  await expect(diagnosticsText(next)).toContainText('run before ended crashed')
  await button(next, 'Close').click()
  await expect(diagnosticsDialog(next)).toHaveCount(0)
  await expect(notice(next.window)).toHaveCount(0)
  await next.close()

  const last = await start()
  await expect(last.window.getByRole('region', { name: 'Balance', exact: true })).toBeVisible()
  await openAppSettings(last.window)
  await last.window.getByRole('button', { name: 'Show…' }).click()
  await expect(diagnosticsText(last)).toContainText('run before ended in order')
  await expect(diagnosticsText(last)).toContainText('TypeError: no such thing')
  expect((await stateOf(last)).notices).toEqual([])
})

test('lists a killed run in the diagnostics without a notice', async ({ start }) => {
  const app = await start()
  await kill(app)
  const next = await start()
  await command(next, 'dialog.open', { dialog: { kind: 'diagnostics' } })
  await expect(diagnosticsText(next)).toContainText('run before ended without a word')
  expect((await stateOf(next)).notices).toEqual([])
})

test('the network check contacts only the two servers, without a token', async ({ platform, start }) => {
  const { control } = platform
  const app = await start()
  await signIn(app, platform)
  await command(app, 'dialog.open', { dialog: { kind: 'diagnostics' } })
  await expect(diagnosticsText(app)).toContainText('not run')
  await expect(diagnosticsText(app)).toContainText('tray host yes')
  await expect(diagnosticsText(app)).toContainText(`keyring ${keyringNames[appSystem]}`)
  await expect(diagnosticsText(app)).toContainText(/proxy +DIRECT for 127\.0\.0\.1:\d+/)
  control.clearRequests()
  await button(app, 'Check the network').click()
  await expect(diagnosticsText(app)).toContainText(
    /ok {6}Answer of 127\.0\.0\.1:\d+: HTTP 405 with JSON[\s\S]*\n {2}ok {6}Answer of 127\.0\.0\.1:\d+: HTTP 401 with JSON/,
  )
  await expect(diagnosticsText(app)).toContainText(/ok {6}Name of 127\.0\.0\.1:\d+: 127\.0\.0\.1/)
  await expect(button(app, 'Check the network')).toBeVisible()
  const requests = control.requests()
  expect(requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'GET /getServiceKeys/token',
    'GET /account/service/v1/balance',
  ])
  for (const { headers } of requests) expect(headers.authorization).toBeUndefined()

  // A network that answers with its own page, then one that never answers, until the dialog is closed.
  const page = control.fault({ kind: 'html', status: 200 })
  await button(app, 'Check the network').click()
  await expect(diagnosticsText(app)).toContainText(/failed {2}Answer of [^\n]* with a web page/)
  control.clearFaults(page)
  control.fault({ kind: 'hold', match: { path: '=/getServiceKeys/token' } })
  control.clearRequests()
  await button(app, 'Check the network').click()
  await expect(button(app, 'Checking')).toBeVisible()
  await control.waitForRequest({ path: '=/getServiceKeys/token' })
  await app.window.keyboard.press('Escape')
  await expect(diagnosticsDialog(app)).toHaveCount(0)
  await control.waitForRequest({ path: '=/getServiceKeys/token', done: true })
  expect((await stateOf(app)).diagnostics.checking).toBe(false)
})

test('copies and saves the diagnostics from the dialog', async ({ start }, info) => {
  const app = await start()
  await expect(app.window.getByRole('heading', { level: 1 })).toBeVisible()
  await app.window.keyboard.press('ControlOrMeta+K')
  await app.window.getByRole('combobox').fill('diagnostics')
  await app.window.keyboard.press('Enter')
  await expect(diagnosticsText(app)).toContainText('Parallel Tray diagnostics')
  const shown = await diagnosticsText(app).textContent()
  await button(app, 'Copy').click()
  await expect(button(app, 'Copied')).toBeVisible()
  expect(await readClipboard(app)).toBe(shown)
  await stubFileDialogs(app, info.outputPath('mine.txt'))
  await button(app, 'Save…').click()
  await expect(diagnosticsDialog(app)).toContainText('Saved as mine.txt')
  expect(readFileSync(info.outputPath('mine.txt'), 'utf8')).toBe(shown)
  await stubFileDialogs(app, '/nowhere/mine.txt')
  await button(app, 'Save…').click()
  await expect(diagnosticsDialog(app).getByRole('alert')).toBeVisible()
})
