/**
 * Attacks from a compromised window of the packaged app. Its main process accepts no debugger, so the tests observe only
 * effects outside of it.
 */
import type { Page } from '@playwright/test'
import { test as base, expect } from '../app.ts'
import { type CanaryServer, startCanaryServer } from './canary-server.ts'
import { type PackagedApp, withPackagedApp } from './packaged-app.ts'

export const test = withPackagedApp(base).extend<{
  readonly canary: CanaryServer
  /** The packaged app, signed out. */
  readonly app: PackagedApp
}>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's dependencies from this pattern
  canary: async ({}, use) => {
    const canary = await startCanaryServer()
    await use(canary)
    await canary.close()
  },
  app: async ({ packaged }, use) => {
    const app = await packaged()
    await expect(welcome(app.window)).toBeVisible()
    await use(app)
  },
})

export const appUrl = 'parallel-tray://app/index.html'

export function welcome(page: Page) {
  return page.getByRole('heading', { name: 'Sign in to Parallel' })
}
