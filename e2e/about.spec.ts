/** The about dialog: versions and licences. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, openAppSettings, signIn, test } from './app.ts'

test('the about dialog shows versions and every licence, and works by keyboard', async ({
  platform,
  start,
}) => {
  const app = await start()
  await signIn(app, platform)
  const { window: page } = app
  await openAppSettings(page)
  const showLicences = page.getByRole('button', { name: 'Show licenses' })
  await showLicences.click()

  const dialog = page.getByRole('dialog')
  const { version } = JSON.parse(readFileSync(resolve(import.meta.dirname, '../package.json'), 'utf8'))
  await expect(dialog.getByRole('heading', { name: `Parallel Tray ${version}` })).toBeVisible()
  const versions = await app.electron.evaluate(() => process.versions)
  await expect(
    dialog.getByText(
      `Electron ${versions.electron} · Chromium ${versions.chrome} · Node.js ${versions.node}`,
    ),
  ).toBeVisible()

  const licences = JSON.parse(readFileSync(resolve(import.meta.dirname, '../out/licences.json'), 'utf8'))
  await expect(dialog.locator('.licence')).toHaveCount(licences.packages.length)
  const preact = dialog.locator('details', { hasText: 'preact' }).first()
  await expect(preact.getByText('Permission is hereby granted')).toBeHidden()
  await preact.locator('summary').focus()
  await page.keyboard.press('Enter')
  await expect(preact.getByText('Copyright (c) 2015-present Jason Miller')).toBeVisible()
  await expect(preact.getByText('Permission is hereby granted')).toBeVisible()

  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(showLicences).toBeFocused()
})
