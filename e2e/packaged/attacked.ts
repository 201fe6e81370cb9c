/**
 * A window that an attacker has taken over, in the packaged app: everything that must not work is tried from within it.
 * The app's process can't be looked into, as it lets no debugger in; it is judged by what arrives outside.
 */
import type { Page } from '@playwright/test'
import { test as base, expect } from '../app.ts'
import { type PackagedApp, startsPackaged } from './packaged-app.ts'
import { openTrap, type Trap } from './trap.ts'

export const test = startsPackaged(base).extend<{
  readonly trap: Trap
  /** The packaged app, before anybody signed in. */
  readonly app: PackagedApp
}>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from here
  trap: async ({}, use) => {
    const trap = await openTrap()
    await use(trap)
    await trap.close()
  },
  app: async ({ packaged }, use) => {
    const app = await packaged()
    await expect(welcome(app.window)).toBeVisible()
    await use(app)
  },
})

export const ownPage = 'parallel-tray://app/index.html'

export function welcome(page: Page) {
  return page.getByRole('heading', { name: 'Sign in to Parallel' })
}
