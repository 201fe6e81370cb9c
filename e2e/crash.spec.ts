/** Kills the app during a sign-in, a refresh and a sign-out. `npm run test:soak` does it more often. */
import { statSync } from 'node:fs'
import { expect, grantFiles, kill, type RunningApp, signIn, startSignIn, stateOf, test } from './app.ts'
import type { Platform } from './platform/platform.ts'

/** Set by `npm run test:soak`, which crashes the app until its time is over. */
const soakMinutes = Number(process.env.PARALLEL_TRAY_SOAK_MINUTES ?? 0)
const usualCrashes = 3
const hourMs = 3600_000
const token = '=/getServiceKeys/token'
const phases = ['sign-in', 'refresh', 'sign-out'] as const

test('keeps the old or the new sign-in through crashes', async ({ platform, start }) => {
  test.setTimeout(soakMinutes * 60_000 + (1 + usualCrashes) * 30_000)
  const until = Date.now() + soakMinutes * 60_000
  const { control } = platform
  /** How often the server had rotated or granted tokens, and their only copy was lost with the app. */
  const lost = { 'sign-in': 0, refresh: 0, 'sign-out': 0 }
  let crashes = 0
  for (; crashes < usualCrashes || Date.now() < until; crashes++) {
    const reused = control.stats().reusedRefreshTokens
    const phase = phases[crashes % phases.length] ?? 'refresh'
    const app = await start()
    if (phase === 'sign-in') {
      control.approve({ userCode: await startSignIn(app.window) })
    } else {
      await signIn(app, platform)
      if (phase === 'refresh') control.advanceClock(hourMs)
      await app.window.evaluate((name) => {
        const organisationId = 'org_halden'
        if (name === 'refresh') void window.parallelTray.command('organisation.refresh', { organisationId })
        else void window.parallelTray.command('organisation.sign-out', { organisationId, forget: false })
      }, phase)
    }
    // Not a wait for a condition: the test kills the app at a random moment.
    await new Promise((resolve) => setTimeout(resolve, Math.random() * (phase === 'sign-in' ? 2000 : 120)))
    await kill(app)

    const next = await start()
    await expect.poll(() => isRestored(next)).toBe(true)
    if ((await stateOf(next)).organisations.length > 0) await next.window.evaluate(refreshBalance)
    await expect.poll(async () => isSettled(next, platform)).toBe(true)
    const [organisation] = (await stateOf(next)).organisations
    if (phase === 'refresh') expect(organisation).toBeDefined()
    if (organisation?.session.kind === 'sign-in-again') {
      // Unavoidable only if the server had rotated the token and the app was killed before it could write the new one.
      expect(control.stats().reusedRefreshTokens).toBeGreaterThan(reused)
      lost[phase] += 1
    } else if (organisation !== undefined) expect(organisation.session.kind).toBe('active')
    else if (countActiveGrants(platform) > 0) lost[phase] += 1
    if (organisation !== undefined) {
      await next.window.evaluate(() => window.parallelTray.command('sign-out.everywhere', { forget: false }))
      await expect.poll(async () => (await stateOf(next)).pendingSignOuts.length).toBe(0)
    }
    await next.close()
    for (const { grantId } of control.state().grants) control.removeGrant(grantId)
  }
  console.log(JSON.stringify({ crashes, lost }))
})

// A crash can cost a sign-in only between the response and the write.
test('writes refreshed tokens to disk within two seconds of the response', async ({ platform, start }) => {
  const app = await start()
  await signIn(app, platform)
  const writeDelaysMs: number[] = []
  for (let count = 1; count <= 5; count++) {
    const [file = ''] = grantFiles(app)
    const before = statSync(file).mtimeMs
    platform.control.clearRequests()
    platform.control.advanceClock(hourMs)
    await app.window.evaluate(refreshBalance)
    await platform.control.waitForRequest({ path: token, body: 'grant_type=refresh_token', done: true })
    const respondedAt = Date.now()
    await expect.poll(() => statSync(file).mtimeMs, { intervals: [5] }).not.toBe(before)
    writeDelaysMs.push(Math.round(statSync(file).mtimeMs - respondedAt))
    await expect.poll(async () => (await stateOf(app)).organisations[0]?.refreshing).toBe(false)
  }
  console.log(JSON.stringify({ writeDelaysMs }))
  expect(Math.max(...writeDelaysMs)).toBeLessThan(2000)
})

function refreshBalance(): void {
  void window.parallelTray.command('organisation.refresh', { organisationId: 'org_halden' })
}

function countActiveGrants({ control }: Platform): number {
  return control.state().grants.filter(({ revoked }) => revoked === null).length
}

/** Signed out with the grant revoked, or signed in with a fresh balance. */
async function isSettled(app: RunningApp, platform: Platform): Promise<boolean> {
  const { organisations, pendingSignOuts } = await stateOf(app)
  const [organisation] = organisations
  if (organisation === undefined) return pendingSignOuts.length === 0 || countActiveGrants(platform) === 0
  const { refreshing, session, trouble } = organisation
  return !refreshing && (session.kind !== 'active' || trouble === null)
}

/** Whether the stored sign-ins are read and decrypted. */
async function isRestored(app: RunningApp): Promise<boolean> {
  const { restoring, decrypting } = await stateOf(app)
  return !restoring && !decrypting
}
