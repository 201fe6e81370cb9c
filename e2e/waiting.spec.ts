/** Errors while a code waits for approval: polling continues, never faster than the interval allows. */
import { expect, notice, readUserCode, startSignIn, test } from './app.ts'

const polls = { body: 'device_code=', done: true } as const

test('keeps waiting for the approval through a network outage', async ({ platform, start }) => {
  const { window } = await start()
  const userCode = await startSignIn(window)
  await platform.control.waitForRequest(polls)
  platform.control.fault({ kind: 'drop' })
  const status = window.getByRole('region', { name: 'Happening now' })
  await expect(status).toContainText('No connection, still trying')
  await expect(status).toContainText('Code still valid')
  await expect(window.getByText(userCode)).toBeVisible()

  platform.control.clearFaults()
  platform.control.approve({ userCode })
  await status.getByRole('button', { name: 'Try now' }).click()
  await expect(notice(window)).toContainText('Signed in to Halden Research')
  expect(platform.control.stats()).toMatchObject({ earlyPolls: 0, immediateFirstPolls: 0 })
})

test('reports a missing network and starts again once it is back', async ({ platform, start }) => {
  const { window } = await start()
  platform.control.fault({ kind: 'drop' })
  await window.getByRole('button', { name: 'Get a code' }).click()
  await expect(window.getByRole('heading', { name: 'No connection' })).toBeVisible()
  await expect(window.getByText('Check your network, then try again.')).toBeVisible()
  platform.control.clearFaults()
  await window.getByRole('button', { name: 'Get a new code' }).click()
  expect(await readUserCode(window)).toMatch(/^[A-Z]{4}-[A-Z]{4}$/)
})

test('slow_down adds five seconds to the poll interval', async ({ platform, start }) => {
  const { window } = await start()
  platform.control.fault({ kind: 'slow-down', times: 1 })
  const userCode = await startSignIn(window)
  const [first] = await platform.control.waitForRequest(polls)
  expect(first?.note).toBe('slow-down')
  platform.control.approve({ userCode })
  await expect(notice(window)).toContainText('Signed in to Halden Research', { timeout: 15_000 })
  const [firstPoll, secondPoll] = await platform.control.waitForRequest(polls)
  // One second plus five (RFC 8628 3.5).
  expect(Number(secondPoll?.at) - Number(firstPoll?.at)).toBeGreaterThanOrEqual(6000)
  expect(platform.control.stats()).toMatchObject({ earlyPolls: 0, immediateFirstPolls: 0 })
})

for (const [status, heading] of [
  [502, 'Problem at Parallel'],
  [403, 'Unexpected answer'],
] as const) {
  test(`handles a web page with status ${status} in place of JSON`, async ({ platform, start }) => {
    const { window } = await start()
    const fault = platform.control.fault({ kind: 'html', status, match: { path: '/device/code' } })
    await window.getByRole('button', { name: 'Get a code' }).click()
    await expect(window.getByRole('heading', { name: heading })).toBeVisible()
    await expect(window.getByText('Ray ID')).toHaveCount(0)

    platform.control.clearFaults(fault)
    platform.control.fault({ kind: 'html', status, match: { body: 'device_code=' }, times: 1 })
    await window.getByRole('button', { name: 'Get a new code' }).click()
    const userCode = await readUserCode(window)
    await expect(window.getByRole('region', { name: 'Happening now' })).toContainText(
      `${heading}, still trying`,
    )
    platform.control.approve({ userCode })
    await expect(notice(window)).toContainText('Signed in to Halden Research')
    expect(platform.control.stats()).toMatchObject({ earlyPolls: 0 })
  })
}
