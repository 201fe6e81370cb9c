/** Prints how long users wait; fails only far beyond that, as the machine may be busy. */
import { expect, notice, startSignIn, test } from './app.ts'

const maxMs = 15_000

function report(what: string, ms: number): void {
  console.log(`${what}: ${Math.round(ms)} ms`)
  expect(ms).toBeGreaterThan(0)
  expect(ms).toBeLessThan(maxMs)
}

test('measures launch to first paint and approval to balance', async ({ platform, start }) => {
  const launchedAt = Date.now()
  const { window } = await start()
  await expect(window.getByRole('heading', { name: 'Sign in to Parallel' })).toBeVisible()
  const paintedAt = await window.evaluate(async () => {
    const painted = (): number | undefined =>
      performance.getEntriesByName('first-contentful-paint')[0]?.startTime
    while (painted() === undefined) await new Promise((frame) => requestAnimationFrame(frame))
    return performance.timeOrigin + (painted() ?? Number.NaN)
  })
  report('launch to window painted', paintedAt - launchedAt)

  const userCode = await startSignIn(window)
  await window.evaluate(() => {
    const shown = new Promise((resolve) => {
      const look = (): void => {
        const figure = document.querySelector('.figure')?.textContent ?? ''
        if (figure.startsWith('$')) requestAnimationFrame(() => resolve(Date.now()))
        else requestAnimationFrame(look)
      }
      look()
    })
    Object.assign(globalThis, { shown })
  })
  platform.control.approve({ userCode })
  await expect(notice(window)).toContainText('Signed in to Halden Research')
  const shownAt: number = await window.evaluate(() => Reflect.get(globalThis, 'shown'))
  const polls = await platform.control.waitForRequest({ body: 'device_code=', done: true })
  const approvedPoll = polls.find(({ status }) => status === 200)
  report('approval to account shown (poll interval aside)', shownAt - Number(approvedPoll?.at))
})
