/** The built app on real desktops: what the desktop reports about it, and what is on the screen. */
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page, TestInfo } from '@playwright/test'
import {
  appEnvironment,
  currentPage,
  expect,
  grantFiles,
  notice,
  observeRelaunch,
  type RunningApp,
  readUserCode,
  runUntilExit,
  signIn,
  startSignIn,
  stateOf,
  test,
  waitForExit,
  whenClosed,
} from '../app.ts'
import type { Desktop, DesktopOptions } from '../desktop/desktop.ts'
import { startGnome } from '../desktop/gnome.ts'
import { startKde } from '../desktop/kde.ts'
import { menuLines } from '../desktop/menu.ts'
import type { Picture, Rectangle } from '../desktop/picture.ts'
import {
  type Button,
  type DesktopWindow,
  middleOf,
  openedByBrowser,
  type RealDesktop,
  type RealDesktopOptions,
  type Wallet,
} from '../desktop/real-desktop.ts'
import type { TrayItem } from '../desktop/tray-item.ts'
import type { Position } from '../desktop/virtual-pointer.ts'
import { waitFor } from '../desktop/wait.ts'
import { startXfce } from '../desktop/xfce.ts'
import type { Platform } from '../platform/platform.ts'

/** Timeout after Playwright has attached to the started app. */
const appearsMs = 3000

/**
 * KWin 5.27 hashes the whole program, twice, before it answers a new connection (`isTrustedOrigin` in wayland_server.cpp),
 * and Electron opens two: on a busy machine its 186 MB take 20 seconds.
 */
const launchTimeoutMs = 60_000

type Kind = {
  readonly start: (desktop: Desktop, options: RealDesktopOptions) => Promise<RealDesktop>
  readonly keyring: DesktopOptions['keyring']
  readonly args: string[]
  /** The button that opens the menu of the icon. */
  readonly menuButton: Button
  /** As the desktop derives it from the window. */
  readonly appId: string
  readonly hasWallet?: true
}
const desktopFile = 'app.parallel_tray.ParallelTray'
/** Since version 38 Electron chooses Wayland without this switch. */
const wayland = ['--ozone-platform=wayland']
const kinds: Record<string, Kind> = {
  GNOME: {
    start: (desktop, options) => startGnome(desktop, { ...options, hasTray: true }),
    keyring: 'unlocked',
    args: wayland,
    appId: desktopFile,
    menuButton: 'left',
  },
  'GNOME without tray icons': {
    start: (desktop, options) => startGnome(desktop, { ...options, hasTray: false }),
    keyring: 'unlocked',
    args: wayland,
    appId: desktopFile,
    menuButton: 'left',
  },
  KDE: {
    start: startKde,
    keyring: 'none',
    args: wayland,
    appId: desktopFile,
    menuButton: 'right',
    hasWallet: true,
  },
  Xfce: { start: startXfce, keyring: 'unlocked', args: [], appId: 'Parallel Tray', menuButton: 'right' },
}

/** The context of a check: the desktop is running, the app isn't started yet. */
type World = {
  readonly name: string
  readonly kind: Kind
  readonly real: RealDesktop
  readonly desktop: Desktop
  readonly platform: Platform
  /** Starts the app on that desktop. */
  readonly open: (options?: { args?: string[] }) => Promise<RunningApp>
  /** Writes a screenshot for review. */
  readonly save: (name: string, area?: Rectangle) => Promise<void>
}
type Check = {
  readonly title: string
  /** By default the check also runs without a tray. */
  readonly needsTray?: true
  readonly needsWayland?: true
  /** Only on desktops whose keyring asks the user for its password in its own dialog. */
  readonly needsWallet?: true
  readonly timeoutMs?: number
  readonly scale?: number
  readonly run: (world: World) => Promise<void>
}

const signInHeading = (page: Page) => page.getByRole('heading', { name: 'Sign in to Parallel' })
const balance = (page: Page) => page.locator('.figure', { hasText: '$184.20' })

/** The states in the order of the tray test: how to reach each, and its tooltip. */
const trayStates: [string, RegExp, (world: World, app: RunningApp, tray: TrayItem) => unknown][] = [
  ['signed-out', /^Parallel Tray: not signed in$/, () => {}],
  ['signing-in', /^Parallel Tray: waiting for your approval$/, (_world, _app, tray) => tray.click('Sign in')],
  [
    'signed-in',
    /^Halden Research: \$184\.20/,
    async ({ platform }, app) => platform.control.approve({ userCode: await readUserCode(currentPage(app)) }),
  ],
  [
    'offline',
    /^Halden Research: \$184\.20/,
    ({ platform }, _app, tray) => {
      platform.control.fault({ kind: 'drop', match: { path: '/balance' } })
      return tray.click('Refresh now')
    },
  ],
  [
    'attention',
    /^Halden Research: sign in again$/,
    ({ platform }, _app, tray) => {
      platform.control.clearFaults()
      for (const { grantId } of platform.control.state().grants) platform.control.removeGrant(grantId)
      return tray.click('Refresh now')
    },
  ],
]

const checks: Check[] = [
  {
    title: 'shows the window within three seconds, and the desktop knows whose it is',
    run: async (world) => {
      const { real, open, save, kind, platform } = world
      expect(await real.windows()).toEqual([])
      const app = await open()
      const startedAt = performance.now()
      await waitForText(real, app, signInHeading, appearsMs)
      console.log(`${world.name}: the window is there after ${Math.round(performance.now() - startedAt)} ms`)
      const window = await theWindow(real)
      expect(window).toMatchObject({ title: 'Parallel Tray', isFocused: true, isVisible: true })
      expect(window.appId).toBe(kind.appId)
      await signIn(app, platform)
      await waitForText(real, app, balance)
      await save('window', (await theWindow(real)).frame)
    },
  },
  {
    title: 'tells five states apart by the icon, in each size and colour that the panel has',
    needsTray: true,
    timeoutMs: 300_000,
    run: async (world) => {
      const { real, open, save } = world
      const app = await open()
      const item = await onlyTrayItem(real)
      const looks = (real.iconSizes ?? [undefined]).flatMap((size) =>
        (real.setPanelDark ? [false, true] : [undefined]).map((isDark) => ({
          size,
          isDark,
          name: `${size ?? 'usual'} px, ${isDark === undefined ? 'usual' : isDark ? 'dark' : 'light'} panel`,
          pictures: [] as Picture[],
        })),
      )
      let iconHash = ''
      let last: Picture | undefined
      for (const [state, tooltip, go] of trayStates) {
        await go(world, app, item)
        await item.waitForTooltip(tooltip)
        iconHash = (await item.waitForProperties((properties) => properties.iconHash !== iconHash)).iconHash
        for (const { size, isDark, name, pictures } of looks) {
          if (size !== undefined) await real.setIconSize?.(size)
          if (isDark !== undefined) await real.setPanelDark?.(isDark)
          last = await settledPicture(real, last)
          pictures.push(last)
          await save(`tray, ${name}, ${state}`, real.tray)
        }
      }
      expect(looks.flatMap(({ name, pictures }) => complaints(real, name, pictures))).toEqual([])
    },
  },
  {
    title: 'opens the window by a click on the icon, shows its tooltip and its menu, and quits from it',
    needsTray: true,
    run: async ({ real, open, save, kind }) => {
      const app = await open()
      const item = await onlyTrayItem(real)
      const position = await findIcon(real, item)
      await real.change('close')
      await waitForNoWindow(real)
      const plain = await settledPicture(real)
      await real.move(position)
      await item.waitForTooltip(/^Parallel Tray: not signed in$/)
      await waitForChange(real, plain)
      await save('tooltip')
      await real.click(position, kind.menuButton)
      const menu = await item.menu()
      expect(menuLines(menu)).toEqual(['Sign in', '-', 'Open Parallel Tray', 'Quit Parallel Tray'])
      await waitForChange(real, plain)
      await save('menu')
      const exit = waitForExit(app)
      await item.click('Quit Parallel Tray')
      expect(await exit).toBe(0)
      await waitFor('An empty tray', async () => (await real.trayItems()).length === 0)
      expect(await real.windows()).toEqual([])
    },
  },
  {
    title: 'brings the closed, the minimised and the left window back by the icon and by a second start',
    timeoutMs: 300_000,
    run: async (world) => {
      const { real, open, platform } = world
      const app = await open()
      await waitForText(real, app, signInHeading)
      const position = real.tray && (await findIcon(real, await onlyTrayItem(real)))
      const ways = {
        ...(position ? { icon: () => real.openByIcon(position) } : {}),
        'second start': async () => {
          const { code, stdout } = await secondStart(world)
          expect(`${code}: ${stdout}`).toMatch(/^0: \S/)
        },
      }
      for (const what of ['close', 'minimise', 'leave'] as const) {
        for (const [way, goBack] of Object.entries(ways)) {
          await test.step(`${what}, ${way}`, async () => {
            await real.change(what)
            await waitFor('No window in view', async () =>
              (await real.windows()).every(({ isVisible }) => !isVisible),
            )
            await goBack()
            await waitForText(real, app, signInHeading)
          })
        }
      }
      expect(platform.control.state().grants).toEqual([])
    },
  },
  {
    title: 'shows a notification, whose click opens the organisation',
    needsTray: true,
    run: async (world) => {
      const { real, open, save, platform } = world
      const app = await open()
      const item = await onlyTrayItem(real)
      await signIn(app, platform)
      // Another screen than the one that the click opens.
      await currentPage(app).evaluate(() => window.parallelTray.command('sign-in.show', {}))
      await real.change('close')
      await waitForNoWindow(real)
      // That the app keeps running in the tray.
      await clickNotification(real)
      await waitFor('The window', async () => (await real.windows()).some(({ isVisible }) => isVisible))
      await real.change('close')
      await waitForNoWindow(real)
      for (const { grantId } of platform.control.state().grants) platform.control.removeGrant(grantId)
      await item.click('Refresh now')
      await waitFor('A notification', () => real.notification())
      await save('notification')
      await clickNotification(real)
      await waitFor('The window', async () => (await real.windows()).some(({ isVisible }) => isVisible))
      const page = currentPage(app)
      await expect(notice(page)).toContainText('Sign in to Halden Research again')
      expect((await stateOf({ window: page })).view).toMatchObject({
        screen: 'overview',
        organisationId: 'org_halden',
      })
    },
  },
  {
    title: 'notifies of what a window on another workspace of the desktop shows',
    needsTray: true,
    // On X11 Electron takes such a window for visible.
    needsWayland: true,
    run: async ({ real, open, platform }) => {
      const app = await open()
      const item = await onlyTrayItem(real)
      await item.click('Sign in')
      await item.waitForTooltip(/^Parallel Tray: waiting for your approval$/)
      platform.control.approve({ userCode: await readUserCode(currentPage(app)) })
      await item.waitForTooltip(/^Halden Research: \$184\.20/)
      await real.change('leave')
      await waitFor('No window in view', async () =>
        (await real.windows()).every(({ isVisible }) => !isVisible),
      )
      for (const { grantId } of platform.control.state().grants) platform.control.removeGrant(grantId)
      await item.click('Refresh now')
      await waitFor('A notification', () => real.notification())
    },
  },
  {
    title: 'stays signed in across a restart, with the desktop’s own keyring',
    run: async ({ real, open, platform }) => {
      const app = await open()
      await signIn(app, platform)
      await app.close()
      const [grant = ''] = grantFiles(app)
      // In base64 the mark of a ciphertext whose key is in the keyring: `v11`.
      expect(readFileSync(grant, 'utf8')).toContain('"djEx')
      const again = await open()
      await waitForText(real, again, balance)
    },
  },
  {
    title: 'shows the last balance while the keyring asks for its password, and then reads it again',
    needsWallet: true,
    run: async (world) => {
      const { real, open, save, platform } = world
      const wallet = await signInWithWallet(world)
      await wallet.close()
      const app = await open()
      await waitFor('The dialog of the keyring', () => wallet.isAsking())
      const item = await onlyTrayItem(real)
      await item.waitForTooltip(/^Halden Research: \$184\.20/)
      // The keyring's dialog may lie over the balance.
      await expect(balance(currentPage(app))).toBeVisible()
      await waitForText(real, app, (page) => notice(page).getByText('Waiting for the keyring'))
      expect(await wallet.isAsking()).toBe(true)
      await save('keyring asks')
      platform.control.clearRequests()
      await wallet.enterPassword()
      await platform.control.waitForRequest({ path: '/balance', done: true }, 10_000)
      await expect(notice(currentPage(app)).filter({ hasText: 'Waiting for the keyring' })).toHaveCount(0)
      await waitForText(real, app, balance)
    },
  },
  {
    title: 'keeps the sign-in while its keyring is refused, and restarts from the tray once it is open',
    needsWallet: true,
    run: async (world) => {
      const { real, open, save, platform } = world
      const wallet = await signInWithWallet(world)
      await wallet.close()
      const app = await open()
      const [grant = ''] = grantFiles(app)
      const stored = readFileSync(grant)
      await wallet.refuse()
      await expectUnreadable(real, app)
      await save('keyring refused')
      expect(readFileSync(grant).equals(stored)).toBe(true)
      await real.change('close')
      await waitForNoWindow(real)
      const relaunched = await observeRelaunch(app)
      await wallet.open()
      expect(await relaunched()).toContain('--hidden')
      await app.close()
      const again = await open()
      await waitForText(real, again, balance)
      expect(platform.control.state().grants).toMatchObject([{ revoked: null }])
    },
  },
  {
    title: 'keeps the sign-in while its keyring is switched off in the desktop’s settings',
    needsWallet: true,
    run: async (world) => {
      const { real, open, platform } = world
      const wallet = await signInWithWallet(world)
      await wallet.setEnabled(false)
      const app = await open()
      await expectUnreadable(real, app)
      await app.close()
      await wallet.setEnabled(true)
      await wallet.open()
      const again = await open()
      await waitForText(real, again, balance)
      expect(platform.control.state().grants).toMatchObject([{ revoked: null }])
    },
  },
  {
    title: 'opens the approval page in the default browser',
    run: async ({ real, open }) => {
      const app = await open()
      const userCode = await startSignIn(app.window)
      await app.window.getByRole('button', { name: 'Open browser' }).click()
      const address = await waitFor('An address in the browser', () => openedByBrowser(real.env)[0])
      expect(address).toContain(userCode)
    },
  },
  {
    title: 'follows the desktop to dark and back while it runs',
    run: async ({ real, open, save }) => {
      await real.setDark(false)
      const app = await open()
      await waitForText(real, app, signInHeading)
      for (const isDark of [true, false]) {
        await real.setDark(isDark)
        await expect
          .poll(() => app.window.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches))
          .toBe(isDark)
        await waitForText(real, app, signInHeading)
        if (isDark) await save('dark', (await theWindow(real)).frame)
      }
    },
  },
  ...[1.5, 2].map(
    (scale): Check => ({
      title: `is drawn at the scale of the screen: ${scale}`,
      scale,
      run: async ({ real, open, save }) => {
        const app = await open()
        await waitForText(real, app, signInHeading)
        const { frame } = await theWindow(real)
        // Electron 33 changes the width by its shadow on GNOME, and on KDE divides it by the scale, down to the minimum of 360.
        expect(Math.abs(frame.width - 420)).toBeLessThan(70)
        await save(`scale ${scale}`)
      },
    }),
  ),
  {
    title: 'opens with the size that it was closed with, start after start',
    run: async ({ real, open }) => {
      const heights: number[] = []
      for (let nth = 0; nth < 3; nth += 1) {
        const app = await open()
        await waitForText(real, app, signInHeading)
        heights.push((await theWindow(real)).frame.height)
        await app.close()
        await waitForNoWindow(real)
      }
      // On GNOME the frame of Electron 33 is 19 pixels lower without the focus (electron/electron#48588).
      expect(Math.max(...heights) - Math.min(...heights), heights.join(', ')).toBeLessThan(20)
    },
  },
]

for (const [name, kind] of Object.entries(kinds)) {
  test.describe(name, () => {
    test.use({ desktopOptions: { trayHost: false, keyring: kind.keyring ?? 'unlocked' } })
    for (const { title, needsTray, needsWayland, needsWallet, scale, timeoutMs, run } of checks) {
      if (needsTray && name.includes('without')) continue
      if (needsWayland && kind.args !== wayland) continue
      if (needsWallet && !kind.hasWallet) continue
      test(title, { tag: '@linux' }, async ({ desktop, platform, start }, info) => {
        test.setTimeout(timeoutMs ?? 180_000)
        const real = await kind.start(desktop, { logs: info.outputPath('logs'), ...(scale ? { scale } : {}) })
        const save: World['save'] = (what, area) => real.savePicture(pictureFile(info, name, what), area)
        try {
          const open: World['open'] = (options) =>
            start({
              args: [...kind.args, ...(options?.args ?? [])],
              env: real.env,
              colorScheme: null,
              launchTimeoutMs,
            })
          await run({ name, kind, real, desktop, platform, open, save })
        } catch (error) {
          await real.savePicture(info.outputPath('screen.png')).catch(() => {})
          throw error
        } finally {
          await real.close()
        }
      })
    }
  })
}

function pictureFile(info: TestInfo, name: string, what: string): string {
  const folder = process.env.PARALLEL_TRAY_DESKTOPS ?? info.outputPath()
  mkdirSync(folder, { recursive: true })
  return join(folder, `${name}, ${what}.png`)
}

async function theWindow(real: RealDesktop): Promise<DesktopWindow> {
  const [window] = await waitFor('The window', async () => {
    const windows = await real.windows()
    return windows.length > 0 && windows
  })
  if (window === undefined) throw new Error('There is no window')
  return window
}

async function onlyTrayItem(real: RealDesktop): Promise<TrayItem> {
  const [item] = await waitFor('An icon in the panel', async () => {
    const items = await real.trayItems()
    return items.length === 1 && items
  })
  if (item === undefined) throw new Error('There is no icon')
  return item
}

async function waitForNoWindow(real: RealDesktop): Promise<void> {
  await waitFor('A closed window', async () => (await real.windows()).length === 0)
}

/** Waits for something new on the screen: a tooltip, a menu. */
async function waitForChange(real: RealDesktop, before: Picture): Promise<void> {
  const all = { x: 0, y: 0, width: before.width, height: before.height }
  await waitFor('Something on the screen', async () => {
    const area = (await real.picture()).differenceIn(all, before)
    return area !== undefined && area.width > 60 && area.height > 15
  })
}

/** Stores a sign-in whose key is in the wallet, and quits. */
async function signInWithWallet({ real, open, platform }: World): Promise<Wallet> {
  const app = await open()
  await signIn(app, platform)
  await app.close()
  if (real.wallet === undefined) throw new Error('This desktop has no wallet')
  return real.wallet
}

/** Expects the words for a sign-in that is stored and can’t be opened now. */
async function expectUnreadable(real: RealDesktop, app: RunningApp): Promise<void> {
  await expect(notice(app.window)).toContainText('The keyring was locked')
  await waitForText(real, app, (page) => notice(page).getByText('The keyring was locked'))
  const item = await onlyTrayItem(real)
  await item.waitForTooltip(/the stored sign-in can’t be opened/)
  expect((await stateOf(app)).organisations).toMatchObject([{ session: { kind: 'unreadable' } }])
}

async function clickNotification(real: RealDesktop): Promise<void> {
  await real.click(await waitFor('A notification', () => real.notification()))
  await waitFor('No notification', async () => (await real.notification()) === undefined)
}

function secondStart({ desktop, platform, real, kind }: World) {
  return runUntilExit({ ...appEnvironment(desktop, platform), ...real.env }, { args: kind.args })
}

/** The icon's area: the part of the panel that changes with the state. */
async function findIcon(real: RealDesktop, item: TrayItem): Promise<Position> {
  const before = await settledPicture(real)
  await item.click('Sign in')
  await item.waitForTooltip(/^Parallel Tray: waiting for your approval$/)
  const tray = real.tray
  const area = await waitFor('Another icon', async () => {
    const settled = await settledPicture(real)
    return tray && settled.differenceIn(tray, before)
  })
  await item.click('Cancel sign-in')
  await item.waitForTooltip(/^Parallel Tray: not signed in$/)
  return middleOf(area)
}

/** The icons that are invisible or indistinguishable in pictures of the same panel, one for each state. */
function complaints(real: RealDesktop, look: string, pictures: readonly Picture[]): string[] {
  const areas = pictures.flatMap((picture, index) =>
    pictures.slice(index + 1).map((other) => real.tray && picture.differenceIn(real.tray, other)),
  )
  const there = areas.filter((area) => area !== undefined)
  const [x, y] = [Math.min(...there.map((area) => area.x)), Math.min(...there.map((area) => area.y))]
  const icon = {
    x,
    y,
    width: Math.max(...there.map((area) => area.x + area.width)) - x,
    height: Math.max(...there.map((area) => area.y + area.height)) - y,
  }
  const share = (isCounted: (position: Position) => boolean): number => {
    let count = 0
    for (let dy = 0; dy < icon.height; dy += 1)
      for (let dx = 0; dx < icon.width; dx += 1) if (isCounted({ x: x + dx, y: y + dy })) count += 1
    return count / (icon.width * icon.height)
  }
  return pictures.flatMap((picture, index) => {
    const state = trayStates[index]?.[0]
    // The strokes leave this corner empty.
    const ground = picture.colourAt({ x: x - 1, y: y - 1 })
    const ink = share((position) => contrast(picture.colourAt(position), ground) >= 3)
    const faint = ink < 0.1 ? [`${look}, ${state}: ${(100 * ink).toFixed(1)}% of it can be seen`] : []
    const alike = pictures.slice(index + 1).flatMap((other, more) => {
      const differs = share((at) => contrast(picture.colourAt(at), other.colourAt(at)) >= 1.5)
      const name = `${state} and ${trayStates[index + 1 + more]?.[0]}`
      return differs < 0.04 ? [`${look}, ${name}: ${(100 * differs).toFixed(1)}% differs`] : []
    })
    return [...faint, ...alike]
  })
}

/** As WCAG 2.2 defines it, from 1 to 21. */
function contrast(one: string, other: string): number {
  const [light, dark] = [one, other].map(luminance).sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/**
 * A picture of the tray once two consecutive ones are equal.
 * @param before the last picture of a panel that is about to change; the new one differs from it
 */
async function settledPicture(real: RealDesktop, before?: Picture): Promise<Picture> {
  const differs = (one: Picture, other: Picture) =>
    real.tray === undefined || one.differenceIn(real.tray, other) !== undefined
  let last = await real.picture()
  return waitFor('A panel that is at rest', async () => {
    const next = await real.picture()
    const isSettled = !differs(next, last) && (before === undefined || differs(next, before))
    last = next
    return isSettled && next
  })
}

/** Waits until the window is open and a large text of its page is visible on the screen at its position. */
async function waitForText(
  real: RealDesktop,
  app: RunningApp,
  find: (page: Page) => Locator,
  timeoutMs?: number,
): Promise<void> {
  let seen: unknown
  await waitFor(
    'The page of the window on the screen',
    async () => {
      const windows = await real.windows()
      seen = { windows }
      const [window] = windows
      const text = find(currentPage(app))
      const box = await text.boundingBox({ timeout: appearsMs }).catch(whenClosed(text, null))
      if (window === undefined || !window.isVisible || box === null) return false
      const ink = await text
        .evaluate((element) => getComputedStyle(element).color)
        .catch(whenClosed(text, ''))
      const page = await app.electron.evaluate(({ BrowserWindow }) => {
        const [first] = BrowserWindow.getAllWindows()
        return first && { outer: first.getBounds(), inner: first.getContentBounds() }
      })
      if (page === undefined) return false
      const picture = await real.picture()
      const scale = picture.width / real.screen.width
      // On Wayland the app doesn't know where it is on the screen, only where the page is in what it draws.
      const left = window.surface.x + page.inner.x - page.outer.x
      const top = window.surface.y + page.inner.y - page.outer.y
      const area = {
        x: Math.floor(scale * (left + box.x)),
        y: Math.floor(scale * (top + box.y)),
        width: Math.ceil(scale * box.width),
        height: Math.ceil(scale * box.height),
      }
      const colours = picture.coloursIn(area)
      seen = { windows, page, scale, area, ink, colours: colours.slice(0, 5) }
      return colours.some(({ colour, share }) => rgb(colour) === ink && share > 0.01 && share < 0.5)
    },
    { ...(timeoutMs === undefined ? {} : { timeoutMs }), seen: () => seen },
  )
}

/** `#0b6a56` as a computed style writes it. */
function rgb(colour: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  return `rgb(${red}, ${green}, ${blue})`
}
