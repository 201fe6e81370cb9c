/** Proxies, private certificate authorities, captive portals and IPv6, through Electron's network. */
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import {
  test as base,
  expect,
  filesContaining,
  notice,
  openAppSettings,
  type RunningApp,
  readUserCode,
  signIn,
  stateOf,
} from './app.ts'
import type { LaunchOptions } from './desktop/launch.ts'
import { type CertificateAuthority, createCertificateAuthority } from './network/certificate-authority.ts'
import { type LocalProxy, startProxy } from './network/proxy.ts'
import { type ReverseProxy, type ReverseProxyOptions, startReverseProxy } from './network/reverse-proxy.ts'
import type { Platform } from './platform/platform.ts'

type CorporateNetwork = {
  readonly authority: CertificateAuthority
  readonly proxy: LocalProxy
  /** The stand-in's servers over https, under names that only the proxy resolves. */
  readonly servers: Pick<LaunchOptions, 'platformUrl' | 'serviceApiUrl'>
  /** The command-line switch that sets the proxy. */
  readonly proxySwitch: string
}

type StartReverseProxy = (options: ReverseProxyOptions) => Promise<ReverseProxy>

const test = base.extend<{
  readonly network: CorporateNetwork
  /** Starts a reverse proxy that is closed after the test. */
  readonly reverseProxy: StartReverseProxy
}>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's dependencies from this pattern
  reverseProxy: async ({}, use) => {
    const started: ReverseProxy[] = []
    await use(async (options) => {
      const proxy = await startReverseProxy(options)
      started.push(proxy)
      return proxy
    })
    for (const proxy of started) await proxy.close()
  },
  network: async ({ platform, desktop, reverseProxy }, use) => {
    const authority = createCertificateAuthority(join(desktop.folder, 'authority'))
    authority.installFor(desktop.folder)
    const servers = await startHttpsServers(
      platform,
      reverseProxy,
      'parallel.test',
      authority.issue('parallel.test'),
    )
    const proxy = await startProxy()
    await use({ authority, proxy, servers, proxySwitch: `--proxy-server=${proxy.address}` })
    await proxy.close()
  },
})

const validCredentials = 'ada.lovelace:opening-the-doors-7'
const password = 'opening-the-doors-7'

async function startHttpsServers(
  { platformUrl, serviceApiUrl }: Platform,
  reverseProxy: StartReverseProxy,
  domain: string,
  certificate: { key: string; cert: string },
) {
  const platform = await reverseProxy({ target: platformUrl, host: `platform.${domain}`, certificate })
  const api = await reverseProxy({ target: serviceApiUrl, host: `api.${domain}`, certificate })
  return { platformUrl: platform.url, serviceApiUrl: api.url }
}

async function clickSignIn({ window }: RunningApp): Promise<void> {
  await window.getByRole('button', { name: 'Get a code' }).click()
}

const passwordDialog = (window: Page) => window.getByRole('dialog', { name: 'Password for the proxy' })

async function submitCredentials(window: Page, username: string, secret: string): Promise<void> {
  await passwordDialog(window).getByLabel('User name').fill(username)
  await passwordDialog(window).getByLabel('Password', { exact: true }).fill(secret)
  await passwordDialog(window).getByRole('button', { name: 'Continue' }).click()
}

/** Signs in through a proxy that requires `validCredentials`. */
async function signInThroughProxy(app: RunningApp, platform: Platform): Promise<void> {
  await clickSignIn(app)
  await notice(app.window).getByRole('button', { name: 'Enter password' }).click()
  await submitCredentials(app.window, 'ada.lovelace', password)
  platform.control.approve({ userCode: await readUserCode(app.window), orgId: 'org_halden' })
  await expect(notice(app.window)).toContainText('Signed in to')
}

test('connects through a fixed proxy', { tag: '@linux' }, async ({ platform, network, start }) => {
  const app = await start({ ...network.servers, args: [network.proxySwitch] })
  await signIn(app, platform)
  const hosts = new Set(network.proxy.requests.map(({ method, target }) => `${method} ${target}`))
  expect(hosts).toEqual(
    new Set([
      `CONNECT ${new URL(network.servers.platformUrl).host}`,
      `CONNECT ${new URL(network.servers.serviceApiUrl).host}`,
    ]),
  )
})

// On GNOME Chromium reads the desktop's proxy settings instead of the environment.
test('connects through the proxy of the environment variables', { tag: '@linux' }, async ({
  platform,
  network,
  start,
}) => {
  const env = { https_proxy: `http://${network.proxy.address}`, XDG_CURRENT_DESKTOP: 'XFCE' }
  const app = await start({ ...network.servers, env })
  await signIn(app, platform)
  expect(network.proxy.requests.length).toBeGreaterThan(3)
})

test('connects through the proxy that a PAC script chooses', { tag: '@linux' }, async ({
  platform,
  network,
  start,
}) => {
  const { hostname } = new URL(network.servers.serviceApiUrl)
  const script = `function FindProxyForURL(url, host) {
    return host === '${hostname}' ? 'PROXY ${network.proxy.address}' : 'PROXY 127.0.0.1:9; PROXY ${network.proxy.address}'
  }`
  const pac = `data:application/x-ns-proxy-autoconfig;base64,${Buffer.from(script).toString('base64')}`
  const app = await start({ ...network.servers, args: [`--proxy-pac-url=${pac}`] })
  await signIn(app, platform)
  expect(network.proxy.requests.some(({ target }) => target.startsWith(hostname))).toBe(true)
})

test('asks once for the password of a proxy and stores it', { tag: '@linux' }, async ({
  platform,
  desktop,
  network,
  start,
}) => {
  const { proxy, servers, proxySwitch } = network
  proxy.setCredentials(validCredentials)
  const app = await start({ ...servers, args: [proxySwitch] })
  const { window } = app
  await clickSignIn(app)
  await expect(window.getByRole('heading', { name: 'Proxy needs a password' })).toBeVisible()
  await expect(notice(window)).toContainText('The proxy needs a password')

  // Cancelling keeps the notice and changes nothing else.
  await notice(window).getByRole('button', { name: 'Enter password' }).click()
  await expect(passwordDialog(window)).toContainText('It calls itself “Halden Works”.')
  await expect(passwordDialog(window)).toContainText('encrypted with your keyring')
  await expect(passwordDialog(window).getByLabel('User name')).toBeFocused()
  await expect(passwordDialog(window).getByLabel('Password', { exact: true })).toHaveAttribute(
    'type',
    'password',
  )
  await passwordDialog(window).getByRole('button', { name: 'Cancel' }).click()
  await expect(passwordDialog(window)).toHaveCount(0)

  await notice(window).getByRole('button', { name: 'Enter password' }).click()
  await passwordDialog(window).getByRole('button', { name: 'Continue' }).click()
  await expect(passwordDialog(window)).toContainText('Enter a user name.')
  await submitCredentials(window, 'ada.lovelace', 'a-wrong-one-5')
  await expect(passwordDialog(window)).toContainText('The proxy rejected this user name or password.')
  expect(
    proxy.requests.filter(({ credentials }) => credentials === 'ada.lovelace:a-wrong-one-5'),
  ).toHaveLength(1)
  await expect(passwordDialog(window).getByLabel('User name')).toHaveValue('ada.lovelace')

  // The interrupted sign-in continues automatically.
  await submitCredentials(window, 'ada.lovelace', password)
  await expect(window.getByRole('heading', { name: 'Same code in your browser?' })).toBeVisible()
  await expect(passwordDialog(window)).toHaveCount(0)
  await expect(notice(window)).toHaveCount(0)
  platform.control.approve({ userCode: await readUserCode(window), orgId: 'org_halden' })
  await expect(notice(window)).toContainText('Signed in to')
  expect(JSON.stringify(await stateOf(app))).not.toContain(password)
  await app.close()

  // A restart uses the stored password without asking.
  const again = await start({ ...servers, args: [proxySwitch] })
  await platform.control.waitForRequest({ path: '/balance', count: 2, done: true })
  await expect(notice(again.window)).toHaveCount(0)
  expect(filesContaining(desktop.folder, [password, 'a-wrong-one-5', validCredentials])).toEqual([])

  await openAppSettings(again.window)
  await expect(again.window.getByText('Signed in as ada.lovelace.')).toBeVisible()
  await again.window.getByRole('button', { name: 'Remove' }).click()
  await expect(again.window.getByText('Signed in as ada.lovelace.')).toHaveCount(0)
  await again.close()
  const last = await start({ ...servers, args: [proxySwitch] })
  await expect(notice(last.window)).toContainText('needs a password')
  expect(filesContaining(last.userData, ['ada.lovelace'])).toEqual([])
})

test('asks again after the proxy’s password changed, and sends the old one once', { tag: '@linux' }, async ({
  platform,
  network,
  start,
}) => {
  const { proxy, servers, proxySwitch } = network
  proxy.setCredentials(validCredentials)
  const app = await start({ ...servers, args: [proxySwitch] })
  await signInThroughProxy(app, platform)
  await app.close()

  proxy.setCredentials('ada.lovelace:another-one-3')
  const before = proxy.requests.length
  const again = await start({ ...servers, args: [proxySwitch] })
  await expect(notice(again.window)).toContainText('It rejected the last password.')
  await notice(again.window).getByRole('button', { name: 'Enter password' }).click()
  await submitCredentials(again.window, 'ada.lovelace', 'another-one-3')
  await expect(notice(again.window)).toHaveCount(0)
  const since = proxy.requests.slice(before)
  expect(since.filter(({ credentials }) => credentials === validCredentials)).toHaveLength(1)
  expect(since.at(-1)).toMatchObject({ allowed: true })
})

test.describe('without a keyring', () => {
  test.use({ desktopOptions: { keyring: 'none' } })

  test('keeps the password of a proxy in memory', { tag: '@linux' }, async ({ network, desktop, start }) => {
    const { proxy, servers, proxySwitch } = network
    proxy.setCredentials(validCredentials)
    const app = await start({ ...servers, args: [proxySwitch] })
    await app.window.getByRole('button', { name: 'Get a code' }).click()
    await app.window.getByRole('button', { name: 'Continue' }).click()
    await notice(app.window).getByRole('button', { name: 'Enter password' }).click()
    await expect(passwordDialog(app.window)).toContainText('Kept in memory until you quit')
    await submitCredentials(app.window, 'ada.lovelace', password)
    await expect(passwordDialog(app.window)).toHaveCount(0)
    await app.window.getByRole('button', { name: 'Continue' }).click()
    await expect.poll(async () => (await stateOf(app)).proxy.saved).toMatchObject([{ keeping: 'memory' }])
    expect(filesContaining(desktop.folder, [password, validCredentials])).toEqual([])
  })
})

test('never sends the proxy’s password to a server', { tag: '@linux' }, async ({
  platform,
  network,
  start,
}) => {
  const { proxy, servers, proxySwitch } = network
  proxy.setCredentials(validCredentials)
  const app = await start({ ...servers, args: [proxySwitch] })
  await signInThroughProxy(app, platform)
  await notice(app.window).getByRole('button', { name: 'Dismiss' }).click()
  platform.control.fault({
    kind: 'status',
    status: 401,
    body: 'Log in',
    headers: { 'www-authenticate': 'Basic realm="Halden Works"' },
    match: { path: '/balance' },
  })
  await app.window.getByRole('button', { name: 'Refresh now' }).click()
  await expect(notice(app.window)).toContainText('Unexpected answer since')
  const sent = platform.control.requests().map(({ headers }) => headers)
  expect(sent.filter(({ authorization }) => authorization?.startsWith('Basic'))).toEqual([])
  expect(sent.filter((headers) => headers['proxy-authorization'] !== undefined)).toEqual([])
})

test('sends plain HTTP through a proxy with a password', { tag: '@linux' }, async ({
  platform,
  network,
  start,
}) => {
  network.proxy.setCredentials(validCredentials)
  const app = await start({ args: [network.proxySwitch, '--proxy-bypass-list=<-loopback>'] })
  await signInThroughProxy(app, platform)
  expect(platform.control.requests().filter(({ headers }) => headers['proxy-authorization'])).toEqual([])
})

test('reports a proxy that blocks the server or is unreachable', { tag: '@linux' }, async ({
  network,
  start,
}) => {
  network.proxy.setBlocked(403)
  const { window } = await start({ ...network.servers, args: [network.proxySwitch] })
  await window.getByRole('button', { name: 'Get a code' }).click()
  await expect(window.getByRole('heading', { name: 'Blocked by the proxy' })).toBeVisible()
  await expect(window.getByText('This network’s proxy didn’t connect to Parallel.')).toBeVisible()
  await network.proxy.close()
  await window.getByRole('button', { name: 'Get a new code' }).click()
  await expect(window.getByRole('heading', { name: 'Blocked by the proxy' })).toBeVisible()
})

const certificates = [
  {
    what: 'of an unknown authority',
    trusted: false,
    name: 'parallel.test',
    message: 'This computer doesn’t trust whoever issued',
  },
  { what: 'of another server', trusted: true, name: 'other.test', message: 'belongs to another server' },
  {
    what: 'that has expired',
    trusted: true,
    name: 'parallel.test',
    message: 'isn’t valid at this computer’s date and time',
    expired: true,
  },
] as const

for (const { what, trusted, name, message, ...options } of certificates) {
  test(`rejects a certificate ${what} and says why`, { tag: '@linux' }, async ({
    platform,
    desktop,
    reverseProxy,
    start,
  }) => {
    const authority = createCertificateAuthority(join(desktop.folder, 'authority'))
    if (trusted) authority.installFor(desktop.folder)
    const certificate = authority.issue(name, 'expired' in options)
    const servers = await startHttpsServers(platform, reverseProxy, 'parallel.test', certificate)
    const rules = '--host-resolver-rules=MAP *.parallel.test 127.0.0.1'
    const { window } = await start({ ...servers, args: [rules] })
    await window.getByRole('button', { name: 'Get a code' }).click()
    await expect(window.getByRole('heading', { name: 'Connection not trusted' })).toBeVisible()
    await expect(window.getByText(message)).toBeVisible()
    expect(platform.control.requests()).toEqual([])
  })
}

test('presents no certificate of the user’s to a server that asks for one', { tag: '@linux' }, async ({
  platform,
  desktop,
  reverseProxy,
  start,
}) => {
  const authority = createCertificateAuthority(join(desktop.folder, 'authority'))
  authority.installFor(desktop.folder)
  authority.installClientCertificate(desktop.folder, 'ada.lovelace')
  const certificate = authority.issue('parallel.test')
  const { platformUrl, serviceApiUrl } = platform
  const server = await reverseProxy({
    target: platformUrl,
    host: 'platform.parallel.test',
    certificate,
    wantsClientCertificate: true,
  })
  const args = ['--host-resolver-rules=MAP *.parallel.test 127.0.0.1']
  const app = await start({ platformUrl: server.url, serviceApiUrl, args })
  await clickSignIn(app)
  // Electron 33 aborts such a connection; later versions continue without a certificate.
  await expect.poll(() => server.abortedHandshakes() + server.clientCertificates.length).toBeGreaterThan(0)
  expect(server.clientCertificates.filter((name) => name !== '')).toEqual([])

  const answer = await app.electron.evaluate(
    (electron, url) =>
      new Promise<readonly unknown[]>((resolve) => {
        let isPrevented = false
        const event = { preventDefault: () => (isPrevented = true) }
        const callback = (...chosen: readonly unknown[]): void => resolve([isPrevented, ...chosen])
        const [contents] = electron.webContents.getAllWebContents()
        const certificates = [{ subjectName: 'ada.lovelace' }]
        electron.app.emit('select-client-certificate', event, contents, url, certificates, callback)
      }),
    server.url,
  )
  expect(answer).toEqual([true])
})

const portals: readonly (readonly [string, RequestListener, string])[] = [
  [
    'a page',
    (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' })
      response.end('<!doctype html><title>Welcome aboard</title>')
    },
    'Unexpected answer',
  ],
  [
    'a redirect',
    (_request, response) => response.writeHead(302, { location: 'http://portal.test/login' }).end(),
    'Redirected',
  ],
  ['a 511', (_request, response) => response.writeHead(511).end(), 'Unexpected answer'],
]

for (const [what, answer, heading] of portals) {
  test(`recognises a captive portal that answers with ${what}`, async ({ start }) => {
    const portal = createServer(answer)
    await new Promise<void>((listening) => portal.listen(0, '127.0.0.1', listening))
    const url = `http://127.0.0.1:${(portal.address() as AddressInfo).port}`
    try {
      const { window } = await start({ platformUrl: url, serviceApiUrl: url })
      await window.getByRole('button', { name: 'Get a code' }).click()
      await expect(window.getByRole('heading', { name: heading })).toBeVisible()
      await expect(window.locator('.lede')).toContainText('Sign in to the network in your browser')
    } finally {
      portal.close()
    }
  })
}

test('works over IPv6 only', { tag: '@linux' }, async ({ platform, reverseProxy, start, desktop }) => {
  const ipv6 = { host: '[::1]', listenOn: '::1' } as const
  const proxied = await reverseProxy({ ...ipv6, target: platform.platformUrl })
  const api = await reverseProxy({ ...ipv6, target: platform.serviceApiUrl })
  const app = await start({ platformUrl: proxied.url, serviceApiUrl: api.url })
  await clickSignIn(app)
  await app.window.getByRole('button', { name: 'Open browser' }).click()
  expect(await desktop.waitForOpenedUrl()).toContain('http://[::1]:')
  platform.control.approve({ userCode: await readUserCode(app.window), orgId: 'org_halden' })
  await expect(app.window.locator('.figure')).toHaveText('$184.20')
})
