/** Keyboard access. `looks-baselines.spec.ts` runs axe-core on each screen. */
import type { Page } from '@playwright/test'
import { expect, readUserCode, test } from './app.ts'
import { findAxeViolations } from './looks/axe.ts'

test('axe-core reports a button without a name', async ({ start }) => {
  const { window } = await start()
  await expect(window.getByRole('heading', { name: 'Sign in to Parallel' })).toBeVisible()
  await window.evaluate(() => document.querySelector('main')?.append(document.createElement('button')))
  expect(await findAxeViolations(window)).toEqual([expect.stringContaining('button-name')])
})

/** Presses Tab until the button has the focus, and checks that the focus ring is visible. */
async function tabTo(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true }).first()
  for (let steps = 0; steps < 25; steps += 1) {
    await page.keyboard.press('Tab')
    const focused = page.locator(':focus')
    if (!(await button.evaluate((element) => element === document.activeElement))) continue
    const hasFocusRing = await focused.evaluate((element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
    })
    expect(hasFocusRing).toBe(true)
    return
  }
  throw new Error(`Tab never reached ${name}`)
}

test('signs in, switches sections and opens dialogs by keyboard alone', async ({ platform, start }) => {
  const { window } = await start()
  await tabTo(window, 'Get a code')
  await window.keyboard.press('Enter')
  const heading = window.getByRole('heading', { name: 'Same code in your browser?' })
  await expect(heading).toBeFocused()
  const userCode = await readUserCode(window)
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
