/** Shared elements keep their position in every step of the sign-in and of a top-up. */
import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { deterministicRendering, openPreview, type Preview } from './looks/preview.ts'
import { screenStates } from './looks/states.ts'

const start = { args: deterministicRendering, env: { TZ: 'UTC', LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8' } }
const sizes = [
  { width: 360, height: 640 },
  { width: 420, height: 640 },
  { width: 960, height: 720 },
]

type Edge = 'left' | 'top' | 'right' | 'bottom'
/** A selector, and the edges that stay fixed: fewer where the length of the text varies. */
type Shared = readonly [selector: string, edges: readonly Edge[]]

const all: readonly Edge[] = ['left', 'top', 'right', 'bottom']

type Steps = { readonly states: readonly string[]; readonly shared: readonly Shared[] }

const everySignInStep: Steps = {
  states: [
    'welcome',
    'consent',
    'starting',
    'code-before-browser',
    'code',
    'code-offline',
    'storing',
    'expired',
    'denied',
  ],
  shared: [
    ['.sign-in-header', all],
    ['.app-name', all],
    ['h1', all],
    ['.lede', ['left', 'top', 'right']],
    ['.sign-in-status', all],
  ],
}

const fromCodeToApproval: Steps = {
  states: ['starting', 'code-before-browser', 'code', 'code-offline'],
  shared: [
    ['.exit', all],
    ['.lede', all],
    ['.code-row', all],
    ['.user-code', ['left', 'top', 'bottom']],
    ['.countdown', all],
    ['.progress', all],
    ['.ways', all],
    ['.ways h2', all],
    ['.address', ['left', 'top']],
    ['.ways .actions', all],
    ['.ways .actions > :nth-child(1)', all],
    ['.ways .actions > :nth-child(2)', all],
    ['.ways > :last-child', ['left', 'top', 'right']],
    ['.sign-in-status b', ['left', 'top', 'bottom']],
    ['.sign-in-status p', ['left', 'top', 'bottom']],
  ],
}

const everyTopUpStep: Steps = {
  states: ['top-up-choose', 'top-up-confirm', 'top-up-charging', 'top-up-added'],
  shared: [
    ['.dialog', all],
    ['.dialog h2', all],
    ['.dialog-text', all],
    ['.dialog .actions', all],
    ['.dialog .actions > :last-child', ['top', 'right', 'bottom']],
  ],
}

const fromConfirmingToAdded: Steps = {
  states: ['top-up-confirm', 'top-up-charging', 'top-up-added'],
  shared: [1, 2, 3, 4].map((row): Shared => [`.summary > :nth-child(${row})`, all]),
}

const fromConfirmingToCharging: Steps = {
  states: ['top-up-confirm', 'top-up-charging'],
  shared: [['.dialog .actions > :last-child', all]],
}

async function boxes(page: Page, shared: readonly Shared[]): Promise<Record<string, unknown>> {
  return page.evaluate((shared) => {
    const box = ([selector, edges]: (typeof shared)[number]) => {
      const rect = document.querySelector(selector)?.getBoundingClientRect()
      return [selector, rect ? Object.fromEntries(edges.map((edge) => [edge, rect[edge]])) : 'missing']
    }
    return Object.fromEntries(shared.map(box))
  }, shared)
}

async function expectNothingMoves(preview: Preview, { states, shared }: Steps): Promise<void> {
  for (const size of sizes) {
    await preview.page.setViewportSize(size)
    let first: Record<string, unknown> | undefined
    for (const name of states) {
      const screenState = screenStates.find((candidate) => candidate.name === name)
      if (screenState === undefined) throw new Error(`no state: ${name}`)
      await preview.show(screenState)
      await expect(preview.page.getByText(screenState.shows).locator('visible=true').first()).toBeVisible()
      const here = await boxes(preview.page, shared)
      expect(Object.values(here), name).not.toContain('missing')
      first ??= here
      expect.soft(here, `${name} after ${states[0]}, ${size.width}`).toEqual(first)
    }
  }
}

test('looks: nothing moves between the steps of sign-in', async ({ start: launch }) => {
  const preview = await openPreview(await launch(start))
  await expectNothingMoves(preview, everySignInStep)
  await expectNothingMoves(preview, fromCodeToApproval)
})

test('looks: nothing moves between the steps of a top-up', async ({ start: launch }) => {
  const preview = await openPreview(await launch(start))
  await expectNothingMoves(preview, everyTopUpStep)
  await expectNothingMoves(preview, fromConfirmingToAdded)
  await expectNothingMoves(preview, fromConfirmingToCharging)
})
