/** On a real Wayland compositor: what the compositor says of the window, and what can be seen on the screen. */
import type { Locator, TestInfo } from '@playwright/test'
import { test as base, expect, readUserCode } from './app.ts'
import type { Rectangle } from './desktop/picture.ts'
import { type Sway, startSway } from './desktop/sway.ts'
import { waitFor } from './desktop/wait.ts'

/** Until the page can be seen: once Playwright has attached to the started app, and after a click on its icon. */
const appearsMs = 3000
/** From version 38 on Electron chooses Wayland without it. */
const args = ['--ozone-platform=wayland']

const test = base.extend<{ readonly sway: Sway }>({
  sway: async ({ desktop }, use) => {
    const sway = await startSway(desktop)
    await use(sway)
    await sway.close()
  },
})

// The tray is waybar's. Without a keyring, as Chromium looks for none in sway.
test.use({ desktopOptions: { trayHost: false, keyring: 'none' } })

test(
  'shows the window on Wayland and reopens it by a click on the tray icon',
  { tag: '@linux' },
  async ({ sway, platform, start }, info) => {
    expect(await sway.windows()).toEqual([])
    expect((await sway.picture()).differenceIn(sway.panel)).toBeUndefined()
    const startedAt = performance.now()
    const app = await start({ args, env: sway.env })
    await waitForText(sway, app.window.getByRole('heading', { name: 'Sign in to Parallel' }))
    console.log(`window in sway, from the start: ${Math.round(performance.now() - startedAt)} ms`)
    const icon = await waitForIcon(sway)
    await save(sway, info, 'started')

    await app.window.getByRole('button', { name: 'Sign in', exact: true }).click()
    await app.window.getByRole('button', { name: 'Continue' }).click()
    platform.control.approve({ userCode: await readUserCode(app.window) })
    const balance = app.window.locator('.figure', { hasText: '$184.20' })
    await waitForText(sway, balance)
    await closeByCompositor(sway)

    const clickedAt = performance.now()
    await sway.click(middleOf(icon))
    await waitForText(sway, balance)
    console.log(`window in sway, from a click on the icon: ${Math.round(performance.now() - clickedAt)} ms`)
    await save(sway, info, 'back')
  },
)

/** Waits until the window is there, and the ink of a large text of its page is on the screen at the text's place. */
async function waitForText(sway: Sway, text: Locator): Promise<void> {
  let seen: unknown
  await waitFor(
    'The page of the window on the screen',
    async () => {
      const windows = await sway.windows()
      seen = { windows }
      const [window] = windows
      const box = await text.boundingBox({ timeout: appearsMs })
      if (window === undefined || !window.isVisible || box === null) return false
      const ink = await text.evaluate((element) => getComputedStyle(element).color)
      const { x, y } = window.content
      const area = {
        x: Math.floor(x + box.x),
        y: Math.floor(y + box.y),
        width: Math.ceil(box.width),
        height: Math.ceil(box.height),
      }
      const colours = (await sway.picture()).coloursIn(area)
      seen = { windows, area, ink, colours: colours.slice(0, 5) }
      return colours.some(({ colour, share }) => rgb(colour) === ink && share > 0.01 && share < 0.5)
    },
    { timeoutMs: appearsMs, seen: () => seen },
  )
}

/** Waits until waybar has taken the icon in, and shows it. */
async function waitForIcon(sway: Sway): Promise<Rectangle> {
  const [item] = await waitFor('An icon in waybar', async () => {
    const items = await sway.trayItems()
    return items.length === 1 && items
  })
  await item?.waitForTooltip(/^Parallel Tray: not signed in$/)
  const area = await waitFor('The picture of the icon', async () =>
    (await sway.picture()).differenceIn(sway.panel),
  )
  expect(area.width).toBeLessThanOrEqual(18)
  expect(area.height).toBeLessThanOrEqual(18)
  expect(Math.min(area.width, area.height)).toBeGreaterThanOrEqual(12)
  return area
}

/** As by the compositor's own close button. */
async function closeByCompositor(sway: Sway): Promise<void> {
  const [window] = await sway.windows()
  await sway.command(`[con_id=${window?.id}] kill`)
  await waitFor('A closed window', async () => (await sway.windows()).length === 0, { timeoutMs: 3000 })
}

function middleOf({ x, y, width, height }: Rectangle): { x: number; y: number } {
  return { x: Math.floor(x + width / 2), y: Math.floor(y + height / 2) }
}

/** `#0b6a56` as a computed style writes it. */
function rgb(colour: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  return `rgb(${red}, ${green}, ${blue})`
}

async function save(sway: Sway, info: TestInfo, name: string): Promise<void> {
  await sway.savePicture(info.outputPath(`${name}.png`))
}
