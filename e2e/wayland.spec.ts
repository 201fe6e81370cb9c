/** The app on a real Wayland compositor: what the compositor reports, and what is on the screen. */
import { readFileSync } from 'node:fs'
import type { Locator, Page, TestInfo } from '@playwright/test'
import {
  appEnvironment,
  test as base,
  countWindows,
  crashWindow,
  currentPage,
  expect,
  grantFiles,
  notice,
  type RunningApp,
  runUntilExit,
  signIn,
  waitForExit,
  whenClosed,
} from './app.ts'
import { startNotifications } from './desktop/notifications.ts'
import type { Rectangle } from './desktop/picture.ts'
import { type Sway, type SwayOptions, type SwayWindow, startSway } from './desktop/sway.ts'
import { waitFor } from './desktop/wait.ts'
import type { Platform } from './platform/platform.ts'

/** Timeout until the page is visible, after Playwright has attached to the started app and after a click on its icon. */
const appearsMs = 3000
/** Since version 38 Electron chooses Wayland without this switch. */
const args = ['--ozone-platform=wayland']

const signInHeading = (page: Page) => page.getByRole('heading', { name: 'Sign in to Parallel' })
const balance = (page: Page) => page.locator('.figure', { hasText: '$184.20' })

const test = base.extend<{ readonly swayOptions: SwayOptions; readonly sway: Sway }>({
  swayOptions: [{}, { option: true }],
  sway: async ({ desktop, swayOptions }, use) => {
    const sway = await startSway(desktop, swayOptions)
    await use(sway)
    await sway.close()
  },
})

// The tray is waybar's.
test.use({ desktopOptions: { trayHost: false } })

test(
  'shows the window on Wayland and reopens it by a click on the tray icon',
  { tag: '@linux' },
  async ({ sway, platform, start }, info) => {
    expect(await sway.windows()).toEqual([])
    expect((await sway.picture()).differenceIn(sway.panel)).toBeUndefined()
    const startedAt = performance.now()
    const app = await start({ args, env: sway.env })
    await waitForText(sway, app, signInHeading)
    console.log(`window in sway, from the start: ${Math.round(performance.now() - startedAt)} ms`)
    const icon = await waitForIcon(sway)
    await save(sway, info, 'started')

    await signIn(app, platform)
    await waitForText(sway, app, balance)
    await closeByCompositor(sway)

    const clickedAt = performance.now()
    await sway.click(middleOf(icon))
    await waitForText(sway, app, balance)
    console.log(`window in sway, from a click on the icon: ${Math.round(performance.now() - clickedAt)} ms`)
    await save(sway, info, 'back')
  },
)

test('finds the keyring in sway, and stays signed in across a restart', { tag: '@linux' }, async ({
  sway,
  platform,
  start,
}) => {
  const first = await start({ args, env: sway.env })
  await signIn(first, platform)
  await first.close()
  const [file = ''] = grantFiles(first)
  const ciphertexts = readFileSync(file, 'utf8').match(/"[\w+/]{40,}=*"/g) ?? []
  expect(ciphertexts).toHaveLength(1)
  expect(Buffer.from(ciphertexts[0] ?? '', 'base64').toString('latin1', 0, 3)).toBe('v11')

  const again = await start({ args, env: sway.env })
  await waitForText(sway, again, balance)
})

test('brings the window from another workspace by a click on the icon and by a second start', {
  tag: '@linux',
}, async ({ sway, desktop, platform, start }) => {
  const app = await start({ args, env: sway.env })
  const icon = await waitForIcon(sway)
  await waitForText(sway, app, signInHeading)

  await sway.command('workspace 2')
  await waitForWindow(sway, 'out of view', ({ isVisible }) => !isVisible)
  await sway.click(middleOf(icon))
  await waitForWindow(sway, 'focused after the click', ({ isVisible, isFocused }) => isVisible && isFocused)
  await waitForText(sway, app, signInHeading)

  await sway.command('workspace 3')
  await waitForWindow(sway, 'out of view', ({ isVisible }) => !isVisible)
  expect((await runUntilExit({ ...appEnvironment(desktop, platform), ...sway.env }, { args })).code).toBe(0)
  await waitForWindow(
    sway,
    'focused after the second start',
    ({ isVisible, isFocused }) => isVisible && isFocused,
  )
  await waitForText(sway, app, signInHeading)
})

test('recreates a window on another workspace without asking for the focus', { tag: '@linux' }, async ({
  sway,
  start,
}) => {
  const app = await start({ args, env: sway.env })
  await waitForText(sway, app, signInHeading)
  await sway.command('workspace 2')
  const isFocused = () =>
    app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFocused())
  await expect.poll(isFocused).toBe(false)
  const shownBy = app.electron.evaluate(
    ({ BrowserWindow }) =>
      new Promise<string>((resolve) => {
        for (const name of ['show', 'showInactive'] as const) {
          const original = BrowserWindow.prototype[name]
          BrowserWindow.prototype[name] = function (this: Electron.BrowserWindow) {
            resolve(name)
            original.call(this)
          }
        }
      }),
  )
  await crashWindow(app)
  expect(await shownBy).toBe('showInactive')
  await waitForText(sway, app, signInHeading)
})

for (const closing of ['stays', 'is closed', 'is closed with unsaved input'] as const) {
  test(`shows a minimised window that ${closing} again, by a click on the icon`, { tag: '@linux' }, async ({
    sway,
    start,
  }) => {
    const app = await start({ args, env: sway.env })
    const icon = await waitForIcon(sway)
    await waitForText(sway, app, signInHeading)
    const hasInput = closing === 'is closed with unsaved input'
    if (hasInput)
      await app.window.evaluate(() => window.parallelTray.command('view.typing', { unsaved: true }))
    // Like the button in the title bar that Chromium draws.
    await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
    if (closing !== 'stays') await requestClose(sway)
    // If it were hidden, showing it again could abort the process.
    await expect.poll(() => countWindows(app)).toBe(closing === 'is closed' ? 0 : 1)
    await sway.click(middleOf(icon))
    await waitForText(sway, app, signInHeading)
  })
}

test('notifies of what a window on another workspace shows', { tag: '@linux' }, async ({
  sway,
  desktop,
  platform,
  start,
}) => {
  const server = await startNotifications(desktop.env.DBUS_SESSION_BUS_ADDRESS ?? '')
  try {
    const app = await start({ args, env: sway.env })
    await waitForIcon(sway)
    await signIn(app, platform)
    await sway.command('workspace 2')
    await waitForWindow(sway, 'out of view', ({ isVisible }) => !isVisible)
    await refuseSignIn(app, platform)
    await server.waitFor(/^Sign in to Halden Research again$/)
  } finally {
    server.close()
  }
})

test('notifies of what a window shows whose page is not drawn, and catches up once it is', {
  tag: '@linux',
}, async ({ sway, desktop, platform, start }) => {
  const server = await startNotifications(desktop.env.DBUS_SESSION_BUS_ADDRESS ?? '')
  try {
    const app = await start({ args, env: sway.env })
    await waitForIcon(sway)
    await signIn(app, platform)
    await waitForWindow(sway, 'in focus', ({ isFocused }) => isFocused)
    // Simulates a newer compositor, which reports minimised windows; this one has no such state.
    await setPageVisible(app, false)
    await refuseSignIn(app, platform)
    await server.waitFor(/^Sign in to Halden Research again$/)
    await expect(notice(app.window)).not.toContainText('Sign in to Halden Research again')
    await setPageVisible(app, true)
    await expect(notice(app.window)).toContainText('Sign in to Halden Research again')
  } finally {
    server.close()
  }
})

test('says that sway offers no shortcuts, and blames no other program', { tag: '@linux' }, async ({
  sway,
  start,
}) => {
  const app = await start({ args, env: sway.env })
  await expect(app.window.getByRole('heading', { name: 'Sign in to Parallel' })).toBeVisible()
  const change = { shortcut: 'Control+Alt+P' }
  const answer = await app.window.evaluate(
    (wanted) => window.parallelTray.command('settings.change', { change: wanted }),
    change,
  )
  expect(answer).toMatchObject({ ok: false, failure: { kind: 'no-shortcuts' } })
})

test.describe('without a panel', () => {
  test.use({ swayOptions: { panel: false } })

  test('says that closing the window quits the app where windows can’t be minimised, and does so', {
    tag: '@linux',
  }, async ({ sway, start }) => {
    const app = await start({ args, env: sway.env })
    await expect(notice(app.window)).toContainText('Closing the window quits the app')
    const exit = waitForExit(app)
    await closeByCompositor(sway)
    expect(await exit).toBe(0)
  })
})

async function setPageVisible({ window: page }: RunningApp, isVisible: boolean): Promise<void> {
  await page.evaluate(
    (state) => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    },
    isVisible ? 'visible' : 'hidden',
  )
}

/** Ends the authorization on the server, and makes the app notice it. */
async function refuseSignIn({ window: page }: RunningApp, { control }: Platform): Promise<void> {
  for (const { grantId } of control.state().grants) control.removeGrant(grantId)
  await page.evaluate(() =>
    window.parallelTray.command('organisation.refresh', { organisationId: 'org_halden' }),
  )
}

async function waitForWindow(
  sway: Sway,
  what: string,
  predicate: (window: SwayWindow) => boolean,
): Promise<void> {
  let seen: SwayWindow[] = []
  const isSo = async () => {
    seen = await sway.windows()
    return seen.length === 1 && seen.every(predicate)
  }
  await waitFor(`A window ${what}`, isSo, { timeoutMs: appearsMs, seen: () => seen })
}

/** Waits until the window is open and a large text of its page is visible on the screen at its position. */
async function waitForText(sway: Sway, app: RunningApp, find: (page: Page) => Locator): Promise<void> {
  let seen: unknown
  await waitFor(
    'The page of the window on the screen',
    async () => {
      const windows = await sway.windows()
      seen = { windows }
      const [window] = windows
      const text = find(currentPage(app))
      const box = await text.boundingBox({ timeout: appearsMs }).catch(whenClosed(text, null))
      if (window === undefined || !window.isVisible || box === null) return false
      const ink = await text
        .evaluate((element) => getComputedStyle(element).color)
        .catch(whenClosed(text, ''))
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

/** Waits until waybar shows the icon. */
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

/** Like the compositor's close button. */
async function requestClose(sway: Sway): Promise<void> {
  const window = await waitFor('A window to close', async () => (await sway.windows())[0])
  await sway.command(`[con_id=${window.id}] kill`)
}

async function closeByCompositor(sway: Sway): Promise<void> {
  await requestClose(sway)
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
