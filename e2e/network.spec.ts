/** Networks as they are: proxies, private authorities, portals and IPv6, through Electron's own network. */
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import {
  test as base,
  expect,
  filesThatShow,
  notice,
  openSection,
  type RunningApp,
  signIn,
  stateOf,
} from './app.ts'
import type { LaunchOptions } from './desktop/launch.ts'
import { type Authority, makeAuthority } from './network/authority.ts'
import { type Front, startFront } from './network/front.ts'
import { type LocalProxy, startProxy } from './network/proxy.ts'
import type { Platform } from './platform/platform.ts'

type Company = {
  readonly authority: Authority
  readonly proxy: LocalProxy
  /** Parallel's servers by https, under names that only the proxy knows. */
  readonly servers: Pick<LaunchOptions, 'platformUrl' | 'serviceApiUrl'>
  /** The switch by which Chromium takes the proxy. */
  readonly fixed: string
}

const test = base.extend<{
  readonly company: Company
  readonly fronts: (front: Promise<Front>) => Promise<Front>
}>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
  fronts: async ({}, use) => {
    const open: Front[] = []
    await use(async (starting) => {
      const front = await starting
      open.push(front)
      return front
    })
    for (const front of open) await front.close()
  },
  company: async ({ platform, desktop, fronts }, use) => {
    const authority = makeAuthority(join(desktop.folder, 'authority'))
    authority.installFor(desktop.folder)
    const servers = await secureServers(platform, fronts, 'parallel.test', authority.issue('parallel.test'))
    const proxy = await startProxy()
    await use({ authority, proxy, servers, fixed: `--proxy-server=${proxy.address}` })
    await proxy.close()
  },
})

const right = 'ada.lovelace:opening-the-doors-7'
const password = 'opening-the-doors-7'

async function secureServers(
  { platformUrl, serviceApiUrl }: Platform,
  fronts: (front: Promise<Front>) => Promise<Front>,
  name: string,
  certificate: { key: string; cert: string },
) {
  const naming = platformUrl
  const platform = await fronts(
    startFront({ to: platformUrl, host: `platform.${name}`, certificate, naming }),
  )
  const api = await fronts(startFront({ to: serviceApiUrl, host: `api.${name}`, certificate }))
  return { platformUrl: platform.url, serviceApiUrl: api.url }
}

async function tryToSignIn({ window }: RunningApp): Promise<void> {
  await window.getByRole('button', { name: 'Sign in', exact: true }).click()
}

const dialog = (window: Page) => window.getByRole('dialog', { name: 'Password for the proxy' })

async function enter(window: Page, username: string, secret: string): Promise<void> {
  await dialog(window).getByLabel('User name').fill(username)
  await dialog(window).getByLabel('Password', { exact: true }).fill(secret)
  await dialog(window).getByRole('button', { name: 'Continue' }).click()
}

/** Signs in to the organisation through a proxy that wants the right password. */
async function signInThroughProxy(app: RunningApp, platform: Platform): Promise<void> {
  await tryToSignIn(app)
  await notice(app.window).getByRole('button', { name: 'Enter password' }).click()
  await enter(app.window, 'ada.lovelace', password)
  const code = await app.window.getByText(/^[A-Z]{4}-[A-Z]{4}$/).textContent()
  platform.control.approve({ userCode: code ?? '', orgId: 'org_halden' })
  await expect(notice(app.window)).toContainText('Signed in to')
}

test('a fixed proxy without a password', { tag: '@linux' }, async ({ platform, company, start }) => {
  const app = await start({ ...company.servers, args: [company.fixed] })
  await signIn(app, platform)
  const hosts = new Set(company.proxy.requests.map(({ method, target }) => `${method} ${target}`))
  expect(hosts).toEqual(
    new Set([
      `CONNECT ${new URL(company.servers.platformUrl).host}`,
      `CONNECT ${new URL(company.servers.serviceApiUrl).host}`,
    ]),
  )
})

// GNOME has settings of its own for this, and with them Chromium doesn't look at the environment.
test('a proxy that the environment names', { tag: '@linux' }, async ({ platform, company, start }) => {
  const env = { https_proxy: `http://${company.proxy.address}`, XDG_CURRENT_DESKTOP: 'XFCE' }
  const app = await start({ ...company.servers, env })
  await signIn(app, platform)
  expect(company.proxy.requests.length).toBeGreaterThan(3)
})

test('a proxy that a script chooses', { tag: '@linux' }, async ({ platform, company, start }) => {
  const { hostname } = new URL(company.servers.serviceApiUrl)
  const script = `function FindProxyForURL(url, host) {
    return host === '${hostname}' ? 'PROXY ${company.proxy.address}' : 'PROXY 127.0.0.1:9; PROXY ${company.proxy.address}'
  }`
  const pac = `data:application/x-ns-proxy-autoconfig;base64,${Buffer.from(script).toString('base64')}`
  const app = await start({ ...company.servers, args: [`--proxy-pac-url=${pac}`] })
  await signIn(app, platform)
  expect(company.proxy.requests.some(({ target }) => target.startsWith(hostname))).toBe(true)
})

test('a proxy that wants a password is given it once, for good', { tag: '@linux' }, async ({
  platform,
  desktop,
  company,
  start,
}) => {
  const { proxy, servers, fixed } = company
  proxy.setPassword(right)
  const app = await start({ ...servers, args: [fixed] })
  const { window } = app
  await tryToSignIn(app)
  await expect(window.getByRole('heading', { name: 'Proxy wants a password' })).toBeVisible()
  await expect(notice(window)).toContainText(`The proxy ${proxy.address} wants a password`)

  // Cancelled: the strip stays, and nothing else happens.
  await notice(window).getByRole('button', { name: 'Enter password' }).click()
  await expect(dialog(window)).toContainText('It calls itself “Halden Works”.')
  await expect(dialog(window)).toContainText('encrypted by the keyring')
  await expect(dialog(window).getByLabel('User name')).toBeFocused()
  await expect(dialog(window).getByLabel('Password', { exact: true })).toHaveAttribute('type', 'password')
  await dialog(window).getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog(window)).toHaveCount(0)

  await notice(window).getByRole('button', { name: 'Enter password' }).click()
  await dialog(window).getByRole('button', { name: 'Continue' }).click()
  await expect(dialog(window)).toContainText('Enter a user name.')
  await enter(window, 'ada.lovelace', 'a-wrong-one-5')
  await expect(dialog(window)).toContainText('The proxy didn’t accept this user name or password.')
  expect(
    proxy.requests.filter(({ credentials }) => credentials === 'ada.lovelace:a-wrong-one-5'),
  ).toHaveLength(1)
  await expect(dialog(window).getByLabel('User name')).toHaveValue('ada.lovelace')

  // What was stopped goes on by itself.
  await enter(window, 'ada.lovelace', password)
  await expect(window.getByRole('heading', { name: 'Approve this code' })).toBeVisible()
  await expect(dialog(window)).toHaveCount(0)
  await expect(notice(window)).toHaveCount(0)
  const code = await window.getByText(/^[A-Z]{4}-[A-Z]{4}$/).textContent()
  platform.control.approve({ userCode: code ?? '', orgId: 'org_halden' })
  await expect(notice(window)).toContainText('Signed in to')
  expect(JSON.stringify(await stateOf(app))).not.toContain(password)
  await app.close()

  // A restart asks nobody.
  const again = await start({ ...servers, args: [fixed] })
  await platform.control.waitForRequest({ path: '/balance', count: 2, done: true })
  await expect(notice(again.window)).toHaveCount(0)
  expect(filesThatShow(desktop.folder, [password, 'a-wrong-one-5', right])).toEqual([])

  await openSection(again.window, 'Settings')
  await expect(again.window.getByText('Signed in as ada.lovelace.')).toBeVisible()
  await again.window.getByRole('button', { name: 'Forget' }).click()
  await expect(again.window.getByText('Signed in as ada.lovelace.')).toHaveCount(0)
  await again.close()
  const last = await start({ ...servers, args: [fixed] })
  await expect(notice(last.window)).toContainText('wants a password')
  expect(filesThatShow(last.userData, ['ada.lovelace'])).toEqual([])
})

test('a password that was changed is asked for again, and the old one sent once', { tag: '@linux' }, async ({
  platform,
  company,
  start,
}) => {
  const { proxy, servers, fixed } = company
  proxy.setPassword(right)
  const app = await start({ ...servers, args: [fixed] })
  await signInThroughProxy(app, platform)
  await app.close()

  proxy.setPassword('ada.lovelace:another-one-3')
  const before = proxy.requests.length
  const again = await start({ ...servers, args: [fixed] })
  await expect(notice(again.window)).toContainText('It didn’t take the last password.')
  await notice(again.window).getByRole('button', { name: 'Enter password' }).click()
  await enter(again.window, 'ada.lovelace', 'another-one-3')
  await expect(notice(again.window)).toHaveCount(0)
  const since = proxy.requests.slice(before)
  expect(since.filter(({ credentials }) => credentials === right)).toHaveLength(1)
  expect(since.at(-1)).toMatchObject({ allowed: true })
})

test.describe('without a keyring', () => {
  test.use({ desktopOptions: { keyring: 'none' } })

  test('the password of a proxy stays in memory', { tag: '@linux' }, async ({ company, desktop, start }) => {
    const { proxy, servers, fixed } = company
    proxy.setPassword(right)
    const app = await start({ ...servers, args: [fixed] })
    await app.window.getByRole('button', { name: 'Sign in', exact: true }).click()
    await app.window.getByRole('button', { name: 'Continue' }).click()
    await notice(app.window).getByRole('button', { name: 'Enter password' }).click()
    await expect(dialog(app.window)).toContainText('Kept in memory until you quit')
    await enter(app.window, 'ada.lovelace', password)
    await expect(dialog(app.window)).toHaveCount(0)
    await app.window.getByRole('button', { name: 'Continue' }).click()
    await expect.poll(async () => (await stateOf(app)).proxy.saved).toMatchObject([{ keeping: 'memory' }])
    expect(filesThatShow(desktop.folder, [password, right])).toEqual([])
  })
})

test('a server that wants a password never gets the proxy’s', { tag: '@linux' }, async ({
  platform,
  company,
  start,
}) => {
  const { proxy, servers, fixed } = company
  proxy.setPassword(right)
  const app = await start({ ...servers, args: [fixed] })
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
  await expect(notice(app.window)).toContainText('Another page answered since')
  const sent = platform.control.requests().map(({ headers }) => headers)
  expect(sent.filter(({ authorization }) => authorization?.startsWith('Basic'))).toEqual([])
  expect(sent.filter((headers) => headers['proxy-authorization'] !== undefined)).toEqual([])
})

test('plain http through a proxy with a password', { tag: '@linux' }, async ({
  platform,
  company,
  start,
}) => {
  company.proxy.setPassword(right)
  const app = await start({ args: [company.fixed, '--proxy-bypass-list=<-loopback>'] })
  await signInThroughProxy(app, platform)
  expect(platform.control.requests().filter(({ headers }) => headers['proxy-authorization'])).toEqual([])
})

test('a proxy that refuses, and one that is gone, are named', { tag: '@linux' }, async ({
  company,
  start,
}) => {
  company.proxy.setBlocked(403)
  const { window } = await start({ ...company.servers, args: [company.fixed] })
  await window.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(window.getByRole('heading', { name: 'Proxy in the way' })).toBeVisible()
  await expect(window.getByText('The proxy of this network didn’t connect to Parallel.')).toBeVisible()
  await company.proxy.close()
  await window.getByRole('button', { name: 'Start again' }).click()
  await expect(window.getByRole('heading', { name: 'Proxy in the way' })).toBeVisible()
})

const certificates = [
  {
    what: 'of an unknown authority',
    known: false,
    name: 'parallel.test',
    says: 'Nobody this computer knows',
  },
  { what: 'of another server', known: true, name: 'other.test', says: 'belongs to another server' },
  {
    what: 'that has expired',
    known: true,
    name: 'parallel.test',
    says: 'isn’t valid at the time',
    expired: 'expired',
  },
] as const

for (const { what, known, name, says, ...more } of certificates) {
  test(`a certificate ${what} is refused, and why is said`, { tag: '@linux' }, async ({
    platform,
    desktop,
    fronts,
    start,
  }) => {
    const authority = makeAuthority(join(desktop.folder, 'authority'))
    if (known) authority.installFor(desktop.folder)
    const certificate = authority.issue(name, 'expired' in more ? more.expired : undefined)
    const servers = await secureServers(platform, fronts, 'parallel.test', certificate)
    const rules = '--host-resolver-rules=MAP *.parallel.test 127.0.0.1'
    const { window } = await start({ ...servers, args: [rules] })
    await window.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(window.getByRole('heading', { name: 'Connection not trusted' })).toBeVisible()
    await expect(window.getByText(says)).toBeVisible()
    expect(platform.control.requests()).toEqual([])
  })
}

const portals: readonly (readonly [string, RequestListener, string])[] = [
  [
    'a page',
    (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' })
      response.end('<!doctype html><title>Welcome aboard</title>')
    },
    'Another page answered',
  ],
  [
    'a redirect',
    (_request, response) => response.writeHead(302, { location: 'http://portal.test/login' }).end(),
    'Sent elsewhere',
  ],
  ['a 511', (_request, response) => response.writeHead(511).end(), 'Another page answered'],
]

for (const [what, answer, heading] of portals) {
  test(`a network that wants a sign-in first, with ${what}`, async ({ start }) => {
    const portal = createServer(answer)
    await new Promise<void>((listening) => portal.listen(0, '127.0.0.1', listening))
    const url = `http://127.0.0.1:${(portal.address() as AddressInfo).port}`
    try {
      const { window } = await start({ platformUrl: url, serviceApiUrl: url })
      await window.getByRole('button', { name: 'Sign in', exact: true }).click()
      await expect(window.getByRole('heading', { name: heading })).toBeVisible()
      await expect(window.locator('.lede')).toContainText('Sign in to the network in your browser')
    } finally {
      portal.close()
    }
  })
}

test('IPv6 only', async ({ platform, fronts, start, desktop }) => {
  const naming = platform.platformUrl
  const at = { host: '[::1]', listenOn: '::1' } as const
  const front = await fronts(startFront({ ...at, to: platform.platformUrl, naming }))
  const api = await fronts(startFront({ ...at, to: platform.serviceApiUrl }))
  const app = await start({ platformUrl: front.url, serviceApiUrl: api.url })
  await tryToSignIn(app)
  await app.window.getByRole('button', { name: 'Open browser' }).click()
  expect(await desktop.waitForOpened()).toContain('http://[::1]:')
  const code = await app.window.getByText(/^[A-Z]{4}-[A-Z]{4}$/).textContent()
  platform.control.approve({ userCode: code ?? '', orgId: 'org_halden' })
  await expect(app.window.locator('.figure')).toHaveText('$184.20')
})
