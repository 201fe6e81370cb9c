/** A system without a keyring: the user chooses where to keep the sign-in before any request; the default is memory. */
import {
  expect,
  filesContaining,
  grantFiles,
  issuedSecrets,
  notice,
  openSection,
  pressMessageBoxButton,
  readUserCode,
  stubMessageBox,
  test,
  waitForExit,
} from './app.ts'

test.use({ desktopOptions: { keyring: 'none' } })

const storageQuestion = 'Where should the sign-in be kept?'

test('keeps the sign-in in memory by default and revokes it on quit', { tag: '@linux' }, async ({
  platform,
  desktop,
  start,
}) => {
  const first = await start()
  const { window } = first
  await window.getByRole('button', { name: 'Get a code' }).click()
  await expect(window.getByRole('heading', { name: storageQuestion })).toBeVisible()
  await expect(window.getByRole('radio', { name: 'In memory, until you quit' })).toBeChecked()
  expect(platform.control.requests()).toEqual([])

  await window.getByRole('button', { name: 'Continue' }).click()
  const userCode = await readUserCode(window)
  platform.control.approve({ userCode })
  await expect(notice(window)).toContainText('Signed in to Halden Research')
  await expect(window.locator('.figure')).toHaveText('$184.20')
  await openSection(window, 'Session')
  await expect(window.getByText('Tokens are in memory until you quit')).toBeVisible()
  expect(grantFiles(first)).toEqual([])

  await first.close()
  expect(platform.control.state().grants).toMatchObject([{ revoked: 'revoked by the client' }])
  expect(grantFiles(first)).toEqual([])
  expect(filesContaining(desktop.folder, issuedSecrets(platform))).toEqual([])
  const again = await start()
  await expect(again.window.getByRole('heading', { name: 'Sign in to Parallel' })).toBeVisible()
})

test('quitting while offline says which grants could not be revoked', { tag: '@linux' }, async ({
  platform,
  start,
}) => {
  const app = await start()
  const { window } = app
  await window.getByRole('button', { name: 'Get a code' }).click()
  await window.getByRole('button', { name: 'Continue' }).click()
  platform.control.approve({ userCode: await readUserCode(window) })
  await expect(notice(window)).toContainText('Signed in to Halden Research')
  platform.control.fault({ kind: 'drop' })
  const exit = waitForExit(app)
  const shownMessageBox = stubMessageBox(app)
  await app.electron.evaluate(({ app }) => app.quit())
  const messageBox = await shownMessageBox
  expect(messageBox.message).toBe('Parallel couldn’t be reached to revoke the sign-in')
  expect(messageBox.detail).toMatch(/\nHalden Research: \w+ \d+/)
  await pressMessageBoxButton(app)
  expect(await exit).toBe(0)
  expect(platform.control.state().grants).toMatchObject([{ revoked: null }])
})

test('stores tokens unencrypted only with consent, and says so', {
  tag: '@linux',
}, async ({ platform, start }) => {
  const first = await start()
  const { window } = first
  await window.getByRole('button', { name: 'Get a code' }).click()
  await window.getByRole('radio', { name: 'On this disk, not encrypted' }).check()
  await expect(window.getByText('Anyone who can read your files can use your account')).toBeVisible()
  await window.getByRole('button', { name: 'Continue' }).click()
  const userCode = await readUserCode(window)
  platform.control.approve({ userCode })
  await expect(notice(window)).toContainText('Signed in to')
  await openSection(window, 'Session')
  await expect(window.getByText('Tokens are on this disk, not encrypted')).toBeVisible()
  await first.close()
  expect(grantFiles(first)).toHaveLength(1)
  expect(platform.control.state().grants).toMatchObject([{ revoked: null }])

  const again = await start()
  await expect(again.window.locator('.figure')).toHaveText('$184.20')
  await openSection(again.window, 'Session')
  await expect(again.window.getByText('Tokens are on this disk, not encrypted')).toBeVisible()
})

test('cancelling the storage choice sends no request', { tag: '@linux' }, async ({ platform, start }) => {
  const { window } = await start()
  await window.getByRole('button', { name: 'Get a code' }).click()
  await expect(window.getByRole('heading', { name: storageQuestion })).toBeVisible()
  await window.getByRole('button', { name: 'Cancel' }).click()
  await expect(window.getByRole('heading', { name: 'Sign in to Parallel' })).toBeVisible()
  expect(platform.control.requests()).toEqual([])
})

test.describe('a locked keyring', () => {
  test.use({ desktopOptions: { keyring: 'locked' } })

  test('is treated like no keyring', { tag: '@linux' }, async ({ platform, start }) => {
    const { window } = await start()
    await window.getByRole('button', { name: 'Get a code' }).click()
    await expect(window.getByRole('heading', { name: storageQuestion })).toBeVisible()
    expect(platform.control.requests()).toEqual([])
  })
})
