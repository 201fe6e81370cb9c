/** Malformed commands, and look-alike verification addresses. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, signIn, stateOf } from '../app.ts'
import { test } from './compromised-window.ts'
import { malformedCommands } from './malformed-commands.ts'

test('5,000 malformed commands change nothing', async ({ app, platform, desktop }) => {
  test.setTimeout(120_000)
  const { window: page } = app
  await signIn(app, platform, 'org_halden', ['Add money', 'Manage apps and keys'])
  const before = await stateOf(app)
  const serverBefore = platform.control.state()
  platform.control.clearRequests()

  const batches = malformedCommands(5000, 500)
  let answered = 0
  for (const batch of batches) {
    const { answers, helloMs } = await page.evaluate(async (commands) => {
      const command = window.parallelTray.command as (...args: unknown[]) => Promise<unknown>
      const answers = Promise.all(
        commands.map((values) => {
          const args = values.map((value) =>
            typeof value === 'string' ? value.replace(/^MiB$/, 'x'.repeat(2 ** 20)) : value,
          )
          // The bridge itself rejects values that can't be cloned.
          try {
            return command(...args).catch(() => 'refused by the bridge')
          } catch {
            return 'refused by the bridge'
          }
        }),
      )
      // Valid commands are still answered in between.
      const startedAt = performance.now()
      await command('hello', {})
      const helloMs = performance.now() - startedAt
      return { answers: await answers, helloMs }
    }, batch)
    answered += answers.length
    expect(answers.filter((answer) => !isRefusal(answer))).toEqual([])
    expect(helloMs).toBeLessThan(5000)
  }
  expect(answered).toBe(5000)
  const uncloneable = await page.evaluate(async () => {
    const command = window.parallelTray.command as (...args: unknown[]) => Promise<unknown>
    const cyclic: Record<string, unknown> = {}
    cyclic.organisationId = cyclic
    const deep = Array.from({ length: 5000 }).reduce((inner) => ({ organisationId: inner }), null)
    const throwing = () => {
      throw new Error('from the page')
    }
    const values = [
      cyclic,
      deep,
      throwing,
      Symbol('organisationId'),
      document.body,
      window,
      Promise.resolve({}),
      new Proxy({}, { get: throwing, has: throwing, ownKeys: throwing, getPrototypeOf: throwing }),
      Object.create({ organisationId: 'org_halden', amountCents: 100 }),
      Object.defineProperty({}, 'organisationId', { get: throwing, enumerable: true }),
      { organisationId: { toString: () => 'org_halden' }, amountCents: { valueOf: () => 100 } },
      new ArrayBuffer(2 ** 20),
      new Error('from the page'),
    ]
    const commands = values.flatMap((value) => [
      ['top-up.start', value],
      ['limits.change', value],
      [value, {}],
    ])
    return Promise.all(
      commands.map(async (args) => {
        try {
          return await command(...args)
        } catch {
          return 'refused by the bridge'
        }
      }),
    )
  })
  expect(uncloneable.filter((answer) => !isRefusal(answer))).toEqual([])

  const after = await stateOf(app)
  const relevantState = ({
    signIn: attempt,
    organisations,
    settings,
    secret,
    view,
    notices,
  }: typeof after) => ({
    attempt,
    settings,
    secret,
    view,
    notices,
    organisations: organisations.map(({ id, session, permissions, limits, topUp, keys }) => ({
      id,
      session,
      permissions,
      limits,
      topUp,
      keys,
    })),
  })
  expect(relevantState(after)).toEqual(relevantState(before))
  expect(platform.control.requests().filter(({ method }) => method !== 'GET')).toEqual([])
  const { charges, grants, organisations } = platform.control.state()
  expect({ charges, grants: grants.length, organisations }).toEqual({
    charges: serverBefore.charges,
    grants: serverBefore.grants.length,
    organisations: serverBefore.organisations,
  })
  expect(desktop.openedUrls()).toEqual([])
  const logs = join(app.userData, 'logs')
  const logSize = readdirSync(logs).reduce((sum, name) => sum + statSync(join(logs, name)).size, 0)
  expect(logSize).toBeLessThan(3.3 * 2 ** 20)
  await page.getByRole('button', { name: 'Refresh now' }).click()
  expect(await app.quit()).toBe(0)
})

function isRefusal(answer: unknown): boolean {
  if (answer === 'refused by the bridge') return true
  if (typeof answer !== 'object' || answer === null || !('ok' in answer) || answer.ok !== false) return false
  return 'failure' in answer && (answer.failure as { kind: string }).kind === 'bug'
}

test('the window can open a named destination, but no URL', { tag: '@linux' }, async ({ app, desktop }) => {
  const answers = await app.window.evaluate(() => {
    const command = window.parallelTray.command as (...args: unknown[]) => Promise<{ ok: boolean }>
    const invalid = [
      'https://example.com',
      'javascript:alert(1)',
      'file:///etc/passwd',
      '__proto__',
      'constructor',
      'toString',
      '',
      ' docs',
      'DOCS',
      null,
      ['docs'],
      { docs: 1 },
    ]
    return Promise.all(invalid.map((destination) => command('link.open', { destination })))
  })
  expect(answers.filter(({ ok }) => ok)).toEqual([])
  await app.window.evaluate(() => window.parallelTray.command('link.open', { destination: 'docs' }))
  expect(await desktop.waitForOpenedUrl()).toBe('https://docs.parallel.ai/')
  expect(desktop.openedUrls()).toHaveLength(1)
})

test('rejects look-alike verification addresses or shows their real host', { tag: '@linux' }, async ({
  app,
  platform,
  desktop,
}) => {
  const { window: page } = app
  const lookAlikes: readonly (readonly [address: string, shownHost: string | null])[] = [
    ['javascript:alert(1)', null],
    ['file:///etc/passwd', null],
    ['data:text/html,<h1>Parallel</h1>', null],
    ['vbscript:msgbox(1)', null],
    ['parallel-tray://app/index.html', null],
    ['http://platform.parallel.ai/device', null],
    ['http://192.0.2.1/device', null],
    ['https://parallel.ai@evil.example/device', null],
    ['https://parallel.ai:443@evil.example/device', null],
    ['https://platform.parallel.ai\\@evil.example/device', 'platform.parallel.ai'],
    ['//evil.example/device', null],
    ['https://', null],
    [`https://evil.example/${'x'.repeat(2100)}`, null],
    ['https://parallel.ai.evil.example/device', 'parallel.ai.evil.example'],
    ['https://platform-parallel.ai/device', 'platform-parallel.ai'],
    ['https://evil.example/https://platform.parallel.ai/device', 'evil.example'],
    ['https://p\u0430rallel.ai/device', 'xn--prallel-2fg.ai'],
    ['https://xn--prallel-2fg.ai/device', 'xn--prallel-2fg.ai'],
    ['https://parallel.ai./device', 'parallel.ai.'],
    ['https://platform.parallel.ai:8443/device', 'platform.parallel.ai:8443'],
    ['https://192.0.2.1/device', '192.0.2.1'],
    ['https://3221225985/device', '192.0.2.1'],
    ['https://[2001:db8::1]/device', '[2001:db8::1]'],
    ['https://\uff50arallel\u3002ai/device', 'parallel.ai'],
  ]
  for (const [address, shownHost] of lookAlikes) {
    const fault = platform.control.fault({
      kind: 'replace-reply',
      json: { verification_uri: address, verification_uri_complete: address },
      match: { path: '/device/code' },
    })
    await page.evaluate(() => window.parallelTray.command('sign-in.start', { permissions: ['see'] }))
    await expect
      .poll(async () => (await stateOf(app)).signIn.kind, address)
      .toBe(shownHost === null ? 'ended' : 'waiting')
    const { signIn: attempt } = await stateOf(app)
    if (attempt.kind === 'waiting') {
      expect(attempt.foreignHost, address).toBe(shownHost)
      await page.getByRole('button', { name: 'Open browser…' }).click()
      await expect(page.getByText(attempt.foreignHost ?? '', { exact: true })).toBeVisible()
      await page.getByRole('button', { name: 'Don’t open' }).click()
      await page.evaluate(() =>
        window.parallelTray.command('sign-in.open-browser', { allowForeignHost: false }),
      )
    }
    await page.evaluate(() => window.parallelTray.command('sign-in.cancel', {}))
    await expect.poll(async () => (await stateOf(app)).signIn.kind).toBe('idle')
    platform.control.clearFaults(fault)
  }
  expect(desktop.openedUrls()).toEqual([])
})
