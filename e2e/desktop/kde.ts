/** KDE Plasma on Wayland, without a screen: KWin, plasmashell, and KWallet as the keyring. */
import { pbkdf2Sync, randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { call, onCall } from './bus.ts'
import type { Desktop } from './desktop.ts'
import type { Rectangle } from './picture.ts'
import {
  type DesktopWindow,
  middleOf,
  type RealDesktop,
  type RealDesktopOptions,
  Session,
  type Wallet,
} from './real-desktop.ts'
import { VirtualPointer } from './virtual-pointer.ts'
import { waitFor } from './wait.ts'

const screen = { width: 1280, height: 800 }
/** Plasma's default panel. */
const panelHeight = 44
const libexec = '/usr/lib/x86_64-linux-gnu/libexec'

export async function startKde(
  desktop: Desktop,
  { logs, scale = 1 }: RealDesktopOptions,
): Promise<RealDesktop> {
  const session = await Session.start(desktop, logs, {
    WAYLAND_DISPLAY: 'wayland-0',
    DISPLAY: '',
    XDG_CURRENT_DESKTOP: 'KDE',
    XDG_SESSION_TYPE: 'wayland',
    KDE_FULL_SESSION: 'true',
    KDE_SESSION_VERSION: '5',
    DESKTOP_SESSION: 'plasma',
    QT_QPA_PLATFORM: 'wayland',
    QT_QPA_PLATFORMTHEME: 'kde',
    QT_QUICK_BACKEND: 'software',
  })
  const { env } = session
  const pixels = { width: scale * screen.width, height: scale * screen.height }
  // In logical pixels.
  const size = ['--width', `${screen.width}`, '--height', `${screen.height}`, '--scale', `${scale}`]
  const kwin = ['--virtual', ...size, '--socket', 'wayland-0', '--no-lockscreen']
  // As at a login: the cache of desktop files, which the default browser is looked up in.
  await session.ask('kbuildsycoca5', ['--noincremental'])
  await session.service('kwin_wayland', kwin, {
    name: 'org.kde.KWin',
    env: {
      WAYLAND_DISPLAY: '',
      KWIN_COMPOSE: 'O2',
      KWIN_WAYLAND_NO_PERMISSION_CHECKS: '1',
      KWIN_SCREENSHOT_NO_PERMISSION_CHECKS: '1',
    },
  })
  const runtime = env.XDG_RUNTIME_DIR ?? ''
  const pointer = await VirtualPointer.connect(join(runtime, 'wayland-0'), screen)
  await session.service('kwalletd5', [], { name: 'org.kde.kwalletd5' })
  await session.service('kded5', [], { name: 'org.kde.StatusNotifierWatcher' })
  await session.service(`${libexec}/kactivitymanagerd`, [], { name: 'org.kde.ActivityManager' })
  await session.service('plasmashell', ['--no-respawn'])
  await session.portal('kde', `${libexec}/xdg-desktop-portal-kde`)
  await session.waitForTray()

  const evaluate = kwinScripts(session, desktop.folder)
  const { picture, savePicture } = session.pictures((png) =>
    session.ask('spectacle', ['--background', '--nonotify', '--fullscreen', '--output', png]),
  )
  // The clock, whose text changes, is right of it.
  const tray = { x: 800, y: screen.height - panelHeight, width: 340, height: panelHeight }
  let before = await picture()
  const hasStarted = async () => {
    const now = await picture()
    const isSettled = now.differenceIn({ x: 0, y: 0, ...pixels }, before) === undefined
    before = now
    return isSettled && now.coloursIn({ x: 0, y: 0, ...pixels }).length > 1000
  }
  await waitFor('The end of the start of Plasma', hasStarted, { timeoutMs: 30_000 })
  const wallet = kwallet(session, evaluate, (keys) => pointer.type(keys))
  // As a login with a password does.
  await wallet.open()
  const setDark = async (isDark: boolean) => {
    await session.ask('plasma-apply-colorscheme', [isDark ? 'BreezeDark' : 'BreezeLight'])
  }
  return {
    env,
    screen,
    tray,
    wallet,
    windows: () =>
      evaluate<DesktopWindow[]>(`return workspace.clientList().filter(isAppWindow).map(toWindow)`),
    trayItems: () => session.trayItems(),
    picture,
    savePicture,
    move: (position) => pointer.move(position),
    click: (position, button) => pointer.click(position, button),
    change: async (what) => {
      const changes = {
        close: 'w.closeWindow()',
        minimise: 'w.minimized = true',
        leave: 'workspace.desktops = 2; workspace.currentDesktop = 3 - workspace.currentDesktop',
      }
      await evaluate(`const [w] = workspace.clientList().filter(isAppWindow); ${changes[what]}; return true`)
    },
    notification: async () => {
      const [popup] = await evaluate<Rectangle[]>(
        'return workspace.clientList().filter((w) => w.notification || w.criticalNotification).map(toFrame)',
      )
      return popup && middleOf(popup)
    },
    openByIcon: (position) => pointer.click(position),
    setDark,
    setPanelDark: setDark,
    close: async () => {
      pointer.close()
      await session.close()
    },
  }
}

/** Runs JavaScript in KWin. Its scripts can't return anything, so they call a method of ours. */
function kwinScripts({ bus }: Session, folder: string) {
  const answers = new Map<string, (json: string) => void>()
  const path = '/answers'
  const ourName = 'app.parallel_tray.Tests'
  const named = bus.requestName(ourName, 0)
  onCall(bus, (message) => {
    if (message.path !== path) return undefined
    answers.get(String(message.member))?.(String(message.body[0]))
    return ['', []]
  })
  const scripting = { destination: 'org.kde.KWin', path: '/Scripting', interface: 'org.kde.kwin.Scripting' }
  const helpers = `
    const isWalletDialog = (w) => String(w.resourceClass).includes('kwalletd')
    const isAppWindow = (w) => w.normalWindow && w.resourceClass != 'plasmashell' && !isWalletDialog(w)
    const toRectangle = ({ x, y, width, height }) => ({ x, y, width, height })
    const toFrame = (w) => toRectangle(w.frameGeometry)
    const toWindow = (w) => ({
      title: w.caption,
      appId: String(w.desktopFileName),
      isFocused: w.active,
      isVisible: !w.minimized && (w.desktop == workspace.currentDesktop || w.onAllDesktops),
      frame: toFrame(w),
      surface: toRectangle(w.bufferGeometry),
    })`
  return async <T>(body: string): Promise<T> => {
    const member = `answer${randomUUID().replaceAll('-', '')}`
    const file = join(folder, `${member}.js`)
    const run = `(() => { ${helpers}\n ${body} })()`
    writeFileSync(
      file,
      `callDBus('${ourName}', '${path}', '${ourName}', '${member}', JSON.stringify(${run}))`,
    )
    await named
    const answer = new Promise<string>((settle) => answers.set(member, settle))
    const [id] = await call(bus, scripting, 'loadScript', 'ss', [file, member])
    await call(bus, { ...scripting, path: `/${id}`, interface: 'org.kde.kwin.Script' }, 'run')
    const json = await waitFor('An answer of KWin', () =>
      Promise.race([answer, new Promise<undefined>((later) => setTimeout(later, 500))]),
    )
    await call(bus, scripting, 'unloadScript', 's', [member])
    answers.delete(member)
    rmSync(file)
    return JSON.parse(json) as T
  }
}

function kwallet(
  session: Session,
  evaluate: ReturnType<typeof kwinScripts>,
  type: (keys: readonly number[]) => Promise<void>,
): Wallet {
  const { bus, env } = session
  const daemon = {
    destination: 'org.kde.kwalletd5',
    path: '/modules/kwalletd5',
    interface: 'org.kde.KWallet',
  }
  const name = 'kdewallet'
  const password = { text: 'kde', keys: [37, 32, 18] }
  const enter = 28
  // As `pam_kwallet` derives the key that it hands over.
  const folder = join(env.XDG_DATA_HOME ?? '', 'kwalletd')
  const salt = randomBytes(56)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.salt`), salt)
  const key = pbkdf2Sync(password.text, salt, 50_000, 56, 'sha512')
  const isAsking = () => evaluate<boolean>('return workspace.clientList().some(isWalletDialog)')
  const waitForDialog = () => waitFor('The dialog of KWallet', isAsking)
  const waitForNoDialog = () => waitFor('No dialog of KWallet', async () => !(await isAsking()))
  const withDialog = (act: string) =>
    evaluate(`const [w] = workspace.clientList().filter(isWalletDialog); ${act}; return true`)
  return {
    open: async () => {
      const [handle] = await call(bus, daemon, 'pamOpen', 'sayi', [name, key, 0])
      if (Number(handle) < 0) throw new Error('KWallet did not open')
    },
    close: async () => {
      await call(bus, daemon, 'close', 'sb', [name, true])
    },
    setEnabled: async (isEnabled) => {
      writeFileSync(join(env.XDG_CONFIG_HOME ?? '', 'kwalletrc'), `[Wallet]\nEnabled=${isEnabled}\n`)
      // KWallet ends when it is switched off, and starts again when it is switched on.
      if (isEnabled) await session.service('kwalletd5', [], { name: daemon.destination })
      else await call(bus, daemon, 'reconfigure')
    },
    isAsking,
    refuse: async () => {
      await waitForDialog()
      await withDialog('w.closeWindow()')
      await waitForNoDialog()
    },
    enterPassword: async () => {
      await waitForDialog()
      await withDialog('workspace.activeClient = w')
      await type([...password.keys, enter])
      await waitForNoDialog()
    },
  }
}
