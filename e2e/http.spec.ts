/** The app's requests through Electron's network, against misbehaving servers and networks. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, filesContaining, notice, signIn, startSignIn, test } from './app.ts'

const balance = { path: '/balance' } as const

test('reports redirects and does not follow them', async ({ platform, start }) => {
  const targetRequests: string[] = []
  const target = createServer((request, response) => {
    targetRequests.push(`${request.method} ${request.url} ${request.headers.authorization}`)
    response.end('{}')
  })
  await new Promise<void>((listening) => target.listen(0, '127.0.0.1', listening))
  const location = `http://127.0.0.1:${(target.address() as AddressInfo).port}/stolen`
  try {
    const app = await start()
    const { window } = app
    const fault = platform.control.fault({ kind: 'redirect', location, match: { path: '/device/code' } })
    await window.getByRole('button', { name: 'Get a code' }).click()
    await expect(window.getByRole('heading', { name: 'Redirected' })).toBeVisible()
    await expect(window.getByText('didn’t follow it')).toBeVisible()
    await window.getByRole('button', { name: 'Close' }).click()

    platform.control.clearFaults(fault)
    await signIn(app, platform)
    for (const status of [301, 303, 307, 308]) {
      platform.control.clearFaults()
      platform.control.clearRequests()
      platform.control.fault({ kind: 'redirect', location, status, match: balance })
      await window.getByRole('button', { name: 'Refresh now' }).click()
      await platform.control.waitForRequest({ ...balance, done: true })
      await expect(window.getByRole('button', { name: 'Refresh now' })).toHaveAttribute(
        'aria-disabled',
        'false',
      )
    }
    await notice(window).getByRole('button', { name: 'Dismiss' }).click()
    await expect(notice(window)).toContainText('Redirected since')
    expect(targetRequests).toEqual([])
  } finally {
    target.close()
  }
})

test('keeps the last balance on screen when responses are unusable', async ({ platform, start }) => {
  const app = await start()
  await signIn(app, platform)
  const { window } = app
  await notice(window).getByRole('button', { name: 'Dismiss' }).click()
  for (const [fault, message] of [
    [{ kind: 'huge-body' }, 'Problem at Parallel since'],
    [{ kind: 'cut-off' }, 'Offline since'],
    [{ kind: 'not-json' }, 'Problem at Parallel since'],
    [{ kind: 'empty-body' }, 'Problem at Parallel since'],
    [{ kind: 'html', status: 200 }, 'Unexpected answer since'],
    [{ kind: 'rate-limit', retryAfterSeconds: 30 }, 'Too many requests since'],
    [{ kind: 'replace-reply', json: { org_id: 'org_another' } }, 'Problem at Parallel since'],
  ] as const) {
    const id = platform.control.fault({ ...fault, match: balance })
    await window.getByRole('button', { name: 'Refresh now' }).click()
    await expect(notice(window)).toContainText(message)
    await expect(window.locator('.figure')).toHaveText('$184.20')
    platform.control.clearFaults(id)
    await notice(window).getByRole('button', { name: 'Try now' }).click()
    await expect(notice(window)).toHaveCount(0)
  }
})

test('stores no cookies and caches nothing', async ({ platform, desktop, start }) => {
  platform.control.fault({ kind: 'set-cookie', cookie: 'track=1; Path=/; Max-Age=86400' })
  platform.control.fault({ kind: 'cacheable' })
  const app = await start()
  await signIn(app, platform)
  platform.control.setOrganisation('org_halden', { creditBalanceCents: 11_250 })
  await app.window.getByRole('button', { name: 'Refresh now' }).click()
  await expect(app.window.locator('.figure')).toHaveText('$100.00')
  await app.close()
  const again = await start()
  await platform.control.waitForRequest({ ...balance, count: 3, done: true })
  await again.close()
  const requests = platform.control.requests()
  expect(requests.length).toBeGreaterThanOrEqual(6)
  for (const { headers } of requests) {
    expect(headers.cookie).toBeUndefined()
    expect(headers['user-agent']).toMatch(/^ParallelTray\/\d+\.\d+\.\d+$/)
    expect(headers.referer).toBeUndefined()
  }
  expect(filesContaining(desktop.folder, ['credit_balance_cents', 'pending_debit_balance_cents'])).toEqual([])
})

test('registers again when the server has forgotten the client', async ({ platform, start }) => {
  const { window } = await start()
  platform.control.approve({ userCode: await startSignIn(window) })
  await expect(notice(window)).toContainText('Signed in to Halden Research')
  platform.control.forgetClients()
  await window.getByRole('button', { name: 'Halden Research' }).first().click()
  await window.getByRole('menuitem', { name: 'Add an organization…' }).click()
  const userCode = await startSignIn(window)
  platform.control.approve({ userCode, orgId: 'org_brightwater' })
  await expect(notice(window)).toContainText('Signed in to Brightwater Labs')
  expect(platform.control.requests().filter(({ path }) => path.endsWith('/register'))).toHaveLength(2)
})

test('refreshes automatically once the network is back', async ({ platform, start }) => {
  const app = await start()
  await signIn(app, platform)
  await notice(app.window).getByRole('button', { name: 'Dismiss' }).click()
  platform.control.fault({ kind: 'drop' })
  await app.window.getByRole('button', { name: 'Refresh now' }).click()
  await expect(notice(app.window)).toContainText('Offline since')
  await expect(app.window.locator('.figure')).toHaveText('$184.20')
  platform.control.setOrganisation('org_halden', { creditBalanceCents: 19_450 })
  platform.control.clearFaults()
  // No click: a failed read is retried within 15 seconds.
  await expect(app.window.locator('.figure')).toHaveText('$182.00', { timeout: 30_000 })
  await expect(notice(app.window)).toHaveCount(0)
})
