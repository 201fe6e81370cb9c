/** What axe-core finds on each screen, and whether the keyboard alone is enough. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import { expect, notice, openSection, showCode, shownCode, signIn, test } from './app.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Found = {
  violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[]
}
type Axe = { run(): Promise<Found> }

/** What axe-core objects to, as text. */
async function objections(page: Page): Promise<string[]> {
  if (await page.evaluate(() => !('axe' in globalThis))) await page.evaluate(axeSource)
  const { violations } = await page.evaluate(() => (Reflect.get(globalThis, 'axe') as Axe).run())
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}: ${html}: ${failureSummary}`),
  )
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe-core finds nothing on any screen, ${colorScheme}`, async ({ platform, start }) => {
    const app = await start()
    const { window } = app
    await window.emulateMedia({ colorScheme })
    await expect(window.getByRole('heading', { name: 'Sign in to Parallel' })).toBeVisible()
    expect(await objections(window)).toEqual([])
    await window.getByRole('button', { name: 'How tokens are kept' }).click()
    await expect(window.getByRole('dialog', { name: 'How tokens are kept' })).toBeVisible()
    expect(await objections(window)).toEqual([])
    await window.keyboard.press('Escape')
    await expect(window.getByRole('dialog')).toHaveCount(0)
    const denied = await showCode(window)
    expect(await objections(window)).toEqual([])
    platform.control.deny({ userCode: denied })
    await expect(window.getByRole('heading', { name: 'The request was denied' })).toBeVisible()
    expect(await objections(window)).toEqual([])
    await window.getByRole('button', { name: 'Close' }).click()

    await signIn(app, platform)
    expect(await objections(window)).toEqual([])
    await window.getByRole('button', { name: 'Halden Research' }).first().click()
    await expect(window.getByRole('menu')).toBeVisible()
    expect(await objections(window)).toEqual([])
    await window.keyboard.press('Escape')
    await window.keyboard.press('Control+K')
    await expect(window.getByRole('dialog', { name: 'Commands' })).toBeVisible()
    expect(await objections(window)).toEqual([])
    await window.keyboard.press('Escape')
    for (const section of ['Apps & keys', 'Activity', 'Settings', 'Session'] as const) {
      await openSection(window, section)
      await expect(window.getByRole('heading', { name: section, level: 1 })).toBeVisible()
      expect(await objections(window)).toEqual([])
    }
    await window.getByRole('button', { name: 'Sign out…' }).click()
    await expect(window.getByRole('dialog')).toBeVisible()
    expect(await objections(window)).toEqual([])
    await window.keyboard.press('Escape')

    platform.control.fault({ kind: 'drop' })
    await notice(window).getByRole('button', { name: 'Dismiss' }).click()
    await window.getByRole('button', { name: 'Refresh now' }).click()
    await expect(notice(window)).toContainText('Offline since')
    expect(await objections(window)).toEqual([])
  })
}

test('axe-core does find something where something is wrong', async ({ start }) => {
  const { window } = await start()
  await expect(window.getByRole('heading', { name: 'Sign in to Parallel' })).toBeVisible()
  await window.evaluate(() => document.querySelector('main')?.append(document.createElement('button')))
  expect(await objections(window)).toEqual([expect.stringContaining('button-name')])
})

test.describe('without a keyring', () => {
  test.use({ desktopOptions: { keyring: 'none' } })

  test('axe-core finds nothing on the question', { tag: '@linux' }, async ({ start }) => {
    const { window } = await start()
    await window.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(window.getByRole('radiogroup')).toBeVisible()
    expect(await objections(window)).toEqual([])
  })
})

/** Tabs until the element with this name has the focus, which must be visible; as a person without a mouse. */
async function tabTo(page: Page, name: string): Promise<void> {
  const wanted = page.getByRole('button', { name, exact: true }).first()
  for (let steps = 0; steps < 25; steps += 1) {
    await page.keyboard.press('Tab')
    const focused = page.locator(':focus')
    if (!(await wanted.evaluate((element) => element === document.activeElement))) continue
    const outline = await focused.evaluate((element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
    })
    expect(outline).toBe(true)
    return
  }
  throw new Error(`Tab never came to ${name}`)
}

test('the keyboard alone is enough', async ({ platform, start }) => {
  const { window } = await start()
  await tabTo(window, 'Sign in')
  await window.keyboard.press('Enter')
  const heading = window.getByRole('heading', { name: 'Approve this code' })
  await expect(heading).toBeFocused()
  const userCode = await shownCode(window)
  await tabTo(window, 'Copy code')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('button', { name: 'Copied' })).toBeFocused()
  platform.control.approve({ userCode })
  await expect(window.getByRole('heading', { level: 1, name: 'Halden Research' })).toBeFocused()

  await tabTo(window, 'Halden Research')
  await window.keyboard.press('ArrowDown')
  await expect(window.getByRole('menuitemradio', { name: 'Halden Research' })).toBeFocused()
  await window.keyboard.press('End')
  await expect(window.getByRole('menuitem', { name: /^Sign out of/ })).toBeFocused()
  await window.keyboard.press('Escape')
  await expect(window.getByRole('menu')).toHaveCount(0)
  await expect(window.getByRole('button', { name: 'Halden Research' }).first()).toBeFocused()

  await tabTo(window, 'Session')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('heading', { level: 1, name: 'Session' })).toBeFocused()
  await tabTo(window, 'Sign out…')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('dialog').getByRole('button', { name: 'Cancel' })).toBeFocused()
  await window.keyboard.press('Escape')
  await expect(window.getByRole('dialog')).toHaveCount(0)
  await expect(window.getByRole('button', { name: 'Sign out…' })).toBeFocused()
})
