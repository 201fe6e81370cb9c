/**
 * Every state of every screen, in the built app: axe-core finds nothing, and it looks as it did when somebody last
 * looked at it (`looks/baselines`).
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from './app.ts'
import { objections } from './looks/axe.ts'
import { withPalette } from './looks/png.ts'
import { openStage, steadyDrawing } from './looks/stage.ts'
import { looks } from './looks/states.ts'

const usual = { width: 420, height: 640 }
const wide = { width: 960, height: 720 }
const narrow = { width: 360, height: 640 }

const start = { args: steadyDrawing, env: { TZ: 'UTC', LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8' } }
const baselines = resolve(import.meta.dirname, 'looks/baselines')
/** All pictures of this run, to look at and to make baselines of. */
const taken = resolve(process.env.PARALLEL_TRAY_RESULTS ?? 'test-results', 'looks')

test.describe.configure({ timeout: 300_000 })

test('looks: every state passes axe-core and matches its baseline', async ({ start: launch }) => {
  const app = await launch(start)
  const stage = await openStage(app)
  const { page } = stage
  const chrome = await app.electron.evaluate(() => process.versions.chrome.split('.')[0] ?? '')
  const compared = process.platform === 'linux' && existsSync(join(baselines, `chrome-${chrome}`))
  if (!compared) console.log(`LOOKS NOT COMPARED: there are no pictures of Chrome ${chrome} on this system.`)
  const folder = `chrome-${chrome}`
  mkdirSync(join(taken, folder), { recursive: true })
  const unlike: string[] = []
  const compare = async (name: string): Promise<void> => {
    const picture = await page.screenshot({ animations: 'disabled' })
    const path = [folder, `${name}.png`]
    const isThere = existsSync(join(baselines, ...path))
    if (isThere && isAlike(picture, path)) return
    writeFileSync(join(taken, ...path), withPalette(picture))
    if (compared) unlike.push(isThere ? `${name} looks different` : `${name} has no baseline`)
  }

  for (const look of looks) {
    await page.setViewportSize(usual)
    await page.emulateMedia({ colorScheme: 'light' })
    await stage.show(look)
    await expect
      .soft(page.getByText(look.shows).locator('visible=true').first(), look.name)
      .toBeVisible({ timeout: 2000 })
    await compare(`${look.name}-light`)
    expect.soft(await objections(page), look.name).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    await compare(`${look.name}-dark`)
    // Only the colours are others.
    expect.soft(await objections(page, ['color-contrast']), `${look.name} in dark`).toEqual([])
    await page.emulateMedia({ colorScheme: 'light' })
    for (const [size, name, isWanted] of [
      [wide, 'wide', look.alsoWide],
      [narrow, 'narrow', look.alsoNarrow],
    ] as const) {
      if (!isWanted) continue
      await page.setViewportSize(size)
      await compare(`${look.name}-${name}`)
    }
  }
  expect(unlike, `Look at test-results/looks; what is as wanted, copy to e2e/looks/baselines`).toEqual([])
})

function isAlike(picture: Buffer, path: string[]): boolean {
  try {
    expect(picture).toMatchSnapshot(path, { maxDiffPixelRatio: 0.002 })
    return true
  } catch {
    return false
  }
}
