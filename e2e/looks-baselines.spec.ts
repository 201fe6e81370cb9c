/** Visual regression and accessibility tests of every screen state, against `looks/baselines`. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, type RunningApp, test } from './app.ts'
import { findAxeViolations } from './looks/axe.ts'
import { deterministicRendering, openPreview } from './looks/preview.ts'
import { quantize } from './looks/quantize-png.ts'
import { screenStates } from './looks/states.ts'

const defaultSize = { width: 420, height: 640 }
const wide = { width: 960, height: 720 }
const large = { width: 1280, height: 800 }
const narrow = { width: 360, height: 640 }
/** The CSS pixels of the usual window at a zoom of 200 %. */
const zoomed = { width: 210, height: 320 }

/**
 * Small enough that one other digit in small text is seen (7 pixels), large enough for the baselines’ reduced palette.
 * Playwright doesn't count pixels that differ by antialiasing only.
 */
const tolerance = { maxDiffPixels: 4, threshold: 0.1 }

const start = { args: deterministicRendering, env: { TZ: 'UTC', LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8' } }
const baselines = resolve(import.meta.dirname, 'looks/baselines')
/** Where new and different screenshots go, to be reviewed and copied to the baselines. */
const outputFolder = resolve(process.env.PARALLEL_TRAY_RESULTS ?? 'test-results', 'looks')

test.describe.configure({ timeout: 560_000 })

test('looks: every state passes axe-core and matches its baseline', async ({ start: launch }) => {
  const app = await launch(start)
  const preview = await openPreview(app)
  const { page } = preview
  const { folder, hasBaselines } = await baselinesFor(app)
  mkdirSync(join(outputFolder, folder), { recursive: true })
  const mismatches: string[] = []
  const compare = async (name: string): Promise<void> => {
    const screenshot = await page.screenshot({ animations: 'disabled' })
    const path = [folder, `${name}.png`]
    const hasBaseline = existsSync(join(baselines, ...path))
    if (hasBaseline && matchesBaseline(screenshot, path)) return
    writeFileSync(join(outputFolder, ...path), quantize(screenshot))
    if (hasBaselines) mismatches.push(hasBaseline ? `${name} looks different` : `${name} has no baseline`)
  }

  for (const screenState of screenStates) {
    await page.setViewportSize(defaultSize)
    await page.emulateMedia({ colorScheme: 'light' })
    await preview.show(screenState)
    await expect
      .soft(page.getByText(screenState.shows).locator('visible=true').first(), screenState.name)
      .toBeVisible({ timeout: 2000 })
    await compare(`${screenState.name}-light`)
    expect.soft(await findAxeViolations(page), screenState.name).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    await compare(`${screenState.name}-dark`)
    // Dark mode changes only the colours.
    expect.soft(await findAxeViolations(page, ['color-contrast']), `${screenState.name} in dark`).toEqual([])
    await page.emulateMedia({ colorScheme: 'light' })
    for (const [size, name, isCompared] of [
      [wide, 'wide', screenState.alsoWide],
      [large, 'large', screenState.alsoLarge],
      [narrow, 'narrow', screenState.alsoNarrow],
      [zoomed, 'zoomed', screenState.alsoZoomed],
    ] as const) {
      if (!isCompared) continue
      await page.setViewportSize(size)
      await compare(`${screenState.name}-${name}`)
    }
  }
  expect(mismatches, 'Review test-results/looks and copy intended changes to e2e/looks/baselines').toEqual([])
})

test('looks: one changed digit is seen', async ({ start: launch }) => {
  const app = await launch(start)
  const { page, show } = await openPreview(app)
  const { folder, hasBaselines } = await baselinesFor(app)
  if (!hasBaselines) return
  const overview = screenStates.find(({ name }) => name === 'overview')
  if (overview === undefined) throw new Error('no state: overview')
  await page.setViewportSize(defaultSize)
  await page.emulateMedia({ colorScheme: 'light' })
  await show(overview)
  const path = [folder, 'overview-light.png']
  expect(matchesBaseline(await page.screenshot({ animations: 'disabled' }), path)).toBe(true)
  await page.locator('.age').evaluate((age) => {
    age.textContent = '7 min ago'
  })
  expect(matchesBaseline(await page.screenshot({ animations: 'disabled' }), path)).toBe(false)
})

/** Fonts and antialiasing depend on the system and on Chromium's version, so there may be no baselines for them. */
async function baselinesFor(app: RunningApp): Promise<{ folder: string; hasBaselines: boolean }> {
  const chrome = await app.electron.evaluate(() => process.versions.chrome.split('.')[0] ?? '')
  const folder = `chrome-${chrome}`
  const hasBaselines = process.platform === 'linux' && existsSync(join(baselines, folder))
  if (!hasBaselines)
    console.log(`LOOKS NOT COMPARED: there are no baselines of Chrome ${chrome} on this system.`)
  return { folder, hasBaselines }
}

function matchesBaseline(screenshot: Buffer, path: string[]): boolean {
  try {
    expect(screenshot).toMatchSnapshot(path, tolerance)
    return true
  } catch {
    return false
  }
}
