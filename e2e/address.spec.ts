/** The verification address: copied, opened and validated. */
import { expect, readClipboard, startSignIn, test } from './app.ts'

const codeReply = { path: '/device/code' } as const

test('copies the code and the link', async ({ platform, start }) => {
  const app = await start()
  const userCode = await startSignIn(app.window)
  await app.window.getByRole('button', { name: 'Copy code' }).click()
  await expect(app.window.getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(await readClipboard(app)).toBe(userCode)
  await app.window.getByRole('button', { name: 'Copy link' }).click()
  const link = `${platform.platformUrl}/getServiceKeys/device?user_code=${userCode}`
  await expect.poll(() => readClipboard(app)).toBe(link)
})

test('opens an address on another domain only after confirmation', { tag: '@linux' }, async ({
  platform,
  desktop,
  start,
}) => {
  const foreign = 'https://login.example/device'
  platform.control.fault({
    kind: 'replace-reply',
    json: { verification_uri: foreign, verification_uri_complete: `${foreign}?user_code=BCDF-GHJK` },
    match: codeReply,
  })
  const { window } = await start()
  const userCode = await startSignIn(window)
  await expect(window.getByText('This page isn’t on Parallel’s own domain.')).toBeVisible()
  await expect(window.getByRole('img', { name: 'QR code of the link' })).toHaveCount(0)
  const tray = await desktop.tray?.waitForItem()
  await tray?.click(`${userCode} – copy and show`)

  await window.getByRole('button', { name: 'Open browser…' }).click()
  await expect(window.getByRole('heading', { name: 'Open this address?' })).toBeVisible()
  await expect(window.getByText('login.example', { exact: true })).toBeVisible()
  await window.getByRole('button', { name: 'Don’t open' }).click()
  await expect(window.getByText(userCode)).toBeVisible()
  expect(desktop.openedUrls()).toEqual([])

  await window.getByRole('button', { name: 'Open browser…' }).click()
  await window.getByRole('button', { name: 'Open anyway' }).click()
  expect(await desktop.waitForOpenedUrl()).toBe(`${foreign}?user_code=BCDF-GHJK`)
  await expect(window.getByRole('button', { name: 'Open again' })).toBeVisible()
})

test('rejects unsafe verification addresses', async ({ platform, desktop, start }) => {
  const { window } = await start()
  for (const address of [
    'javascript:alert(1)',
    'file:///etc/passwd',
    'http://login.example/device',
    'https://user:secret@login.example/device',
  ]) {
    const fault = platform.control.fault({
      kind: 'replace-reply',
      json: { verification_uri: address, verification_uri_complete: address },
      match: codeReply,
    })
    await window.getByRole('button', { name: 'Get a code' }).click()
    await expect(window.getByRole('heading', { name: 'Problem at Parallel' })).toBeVisible()
    const code = platform.control.state().deviceAuthorizations.at(-1)
    await expect(window.getByText(String(code?.userCode))).toHaveCount(0)
    await window.getByRole('button', { name: 'Close' }).click()
    platform.control.clearFaults(fault)
  }
  expect(platform.control.state().deviceAuthorizations).toHaveLength(4)
  expect(desktop.openedUrls()).toEqual([])
  expect(platform.control.requests().filter(({ path }) => path.endsWith('/token'))).toEqual([])
})
