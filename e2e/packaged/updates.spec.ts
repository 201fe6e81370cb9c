/** Updates: checked on a feed, downloaded, verified, and installed over the running AppImage. */
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import type { ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Locator } from '@playwright/test'
import type { AppsAndKeys, CommandArguments, CommandName } from '../../preload/contract/index.ts'
import {
  test as base,
  expect,
  filesIn,
  notice,
  openAppSettings,
  type PermissionLabel,
  startSignIn,
} from '../app.ts'
import { waitFor } from '../desktop/wait.ts'
import type { Platform } from '../platform/platform.ts'
import { type PackagedApp, packagedBinary, packagedFolder, startPackaged } from './packaged-app.ts'
import { trustFeedKey } from './trust-feed-key.ts'
import { feedKey, makeKey, startFeed, type UpdateFeed } from './update-feed.ts'

type InstalledApp = {
  /** The path of the running AppImage; a placeholder file. */
  readonly image: string
  /** Where the new AppImage writes its path and arguments when it is started. */
  readonly argumentsFile: string
  /** The content of the new AppImage. */
  readonly newImage: Buffer
  start(env?: Record<string, string>): Promise<PackagedApp>
}

type Fixtures = { readonly feed: UpdateFeed; readonly installed: InstalledApp }
type WorkerFixtures = { readonly copy: string }

const test = base.extend<Fixtures, WorkerFixtures>({
  // A copy of the packed app with the feed's configuration, as electron-builder writes it.
  copy: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's dependencies from this pattern
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'installed-'))
      execFileSync('cp', ['-a', '--reflink=auto', `${packagedFolder()}/.`, folder])
      await trustFeedKey(join(folder, 'resources/app.asar'))
      await use(folder)
      rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: as above
  feed: async ({}, use) => {
    const feed = await startFeed()
    await use(feed)
    await feed.close()
  },
  installed: async ({ copy, feed, desktop, platform }, use) => {
    const folder = join(desktop.folder, 'applications')
    mkdirSync(folder)
    const image = join(folder, 'parallel-tray-0.1.0.AppImage')
    const argumentsFile = join(desktop.folder, 'started')
    writeFileSync(image, 'the old one', { mode: 0o755 })
    const resources = join(copy, 'resources')
    rmSync(join(resources, 'package-type'), { force: true })
    writeFileSync(join(resources, 'app-update.yml'), `provider: generic\nurl: ${feed.url}\n`)
    const apps: PackagedApp[] = []
    await use({
      image,
      argumentsFile,
      newImage: fakeAppImage(argumentsFile),
      async start(env = { APPIMAGE: image, APPDIR: copy }) {
        const binary = join(copy, basename(packagedBinary()))
        const app = await startPackaged({ desktop, ...platform, binary, env, onSpawn: () => {} })
        apps.push(app)
        return app
      },
    })
    for (const { process: child, exited } of apps) {
      child.kill('SIGKILL')
      await exited
    }
  },
})

/** A script that writes its path and arguments to the file; large enough to arrive in several chunks. */
function fakeAppImage(argumentsFile: string): Buffer {
  return Buffer.from(`#!/bin/sh\necho "$0" "$@" > '${argumentsFile}'\nexit\n${'#'.repeat(4_000_000)}\n`)
}

/** Sends one percent at a time up to the middle, where it waits until it may finish. */
function sendSlowly(response: ServerResponse, content: Buffer, mayFinish: () => boolean): void {
  const part = Math.ceil(content.length / 100)
  let sent = 0
  const timer = setInterval(() => {
    if (mayFinish() || response.destroyed) {
      clearInterval(timer)
      response.end(content.subarray(sent))
      return
    }
    if (sent >= content.length / 2) return
    response.write(content.subarray(sent, sent + part))
    sent += part
  }, 50)
}

/** Invalid signatures of feeds with a correct digest. */
const forgeries: Readonly<Record<string, UpdateFeed['sign']>> = {
  'without a signature': () => null,
  'with the signature of another key': makeKey().sign,
  'with the signature of an older version': (name, description) =>
    feedKey.sign(name, description.replace('9.8.7', '9.8.6')),
  'with the signature of another system’s feed': (_name, description) =>
    feedKey.sign('latest.yml', description),
}

/** Signs in and opens the settings. */
async function openSettings(
  { window }: PackagedApp,
  platform: Platform,
  permissions: readonly PermissionLabel[] = [],
): Promise<void> {
  const userCode = await startSignIn(window, permissions)
  platform.control.approve({ userCode, orgId: 'org_halden' })
  await expect(window.locator('.figure')).toHaveText('$184.20')
  await notice(window).getByRole('button', { name: 'Dismiss' }).click()
  await openAppSettings(window)
}

/** The status of updates in the settings. */
function updatesRow({ window }: PackagedApp): Locator {
  return window.locator('.set', { has: window.locator('#updates-row') })
}

async function checkForUpdates(app: PackagedApp): Promise<void> {
  await updatesRow(app).getByRole('button', { name: 'Check now' }).click()
}

function command<N extends CommandName>(app: PackagedApp, name: N, args: CommandArguments<N>) {
  return app.window.evaluate(
    ([name, args]) => window.parallelTray.command(name as CommandName, args as never),
    [name, args] as const,
  )
}

/** Quits by command. The app may exit before it can reply, so the failure of this call is ignored. */
async function quit(app: PackagedApp): Promise<number | null> {
  await command(app, 'app.quit', {}).catch(() => {})
  return app.exited
}

test.describe('updates', { tag: '@linux' }, () => {
  test('downloads and verifies a newer version and installs it on quit', async ({
    feed,
    installed,
    desktop,
    platform,
  }) => {
    const { image, argumentsFile, newImage } = installed
    feed.publish('9.8.7', newImage)
    let mayFinish = false
    feed.respond = (path, response) => {
      if (!path.endsWith('.AppImage')) return false
      response.setHeader('content-length', newImage.length)
      sendSlowly(response, newImage, () => mayFinish)
      return true
    }
    const app = await installed.start()
    await openSettings(app, platform)
    await expect(updatesRow(app)).toContainText('Not checked yet.')
    await checkForUpdates(app)
    await expect(updatesRow(app).getByRole('progressbar')).toHaveAttribute('aria-valuenow', /^[1-4]?[1-9]$/)
    await expect(updatesRow(app)).toContainText(/Downloading version 9\.8\.7: [1-4]?[1-9]%\./)
    mayFinish = true
    await expect(updatesRow(app)).toContainText('Version 9.8.7 is ready. It installs when you quit.')
    const strip = app.window.getByRole('region', { name: 'Notice', exact: true })
    await expect(strip).toContainText('Version 9.8.7 is readyIt installs when you quit.')
    expect(readFileSync(image, 'utf8')).toBe('the old one')

    expect(await quit(app)).toBe(0)
    expect(readFileSync(image).equals(newImage)).toBe(true)
    expect(statSync(image).mode & 0o777).toBe(0o755)
    expect(existsSync(argumentsFile)).toBe(false)
    const imageFiles = filesIn(desktop.folder).filter((path) => /AppImage|updaterId/.test(path))
    expect(imageFiles).toEqual([image])
    expect(feed.requests.map(({ path }) => path.replace('-arm64', ''))).toEqual([
      '/latest-linux.yml',
      '/latest-linux.yml.sig',
      '/parallel-tray-linux.AppImage',
    ])
    // The requests identify neither the user nor the installation.
    for (const { headers } of feed.requests) {
      expect(headers['user-agent']).toBe('ParallelTray/0.1.0')
      expect(Object.keys(headers).filter((name) => /^x-|cookie|authorization|referer/.test(name))).toEqual([])
    }
  })

  test('installs on restart, but not while a new secret is open', async ({ feed, installed, platform }) => {
    const { image, argumentsFile, newImage } = installed
    feed.publish('9.8.7', newImage)
    const app = await installed.start()
    const { window } = app
    await openSettings(app, platform, ['Manage apps and keys'])
    await checkForUpdates(app)
    await expect(updatesRow(app)).toContainText('is ready')

    await command(app, 'apps.create', { organisationId: 'org_halden', name: 'update-app' })
    const organisationId = 'org_halden'
    const appId = await waitFor('The app', async () => {
      const answer = await command(app, 'keys.read', { organisationId })
      const apps = answer.ok ? (answer.value as AppsAndKeys).apps : []
      return apps.find(({ name }) => name === 'update-app')?.appId
    })
    await command(app, 'keys.create', { organisationId, appId, name: 'ci' })
    await expect(window.getByRole('dialog')).toContainText('ci')
    await command(app, 'updates.restart', {})
    const refusal = 'Not restarted: a secret, a top-up, or a sign-in is still open.'
    await expect(window.locator('.toast').filter({ hasText: refusal })).toBeVisible()
    expect(readFileSync(image, 'utf8')).toBe('the old one')
    await command(app, 'secret.discard', {})
    await expect(window.getByRole('dialog')).toHaveCount(0)

    await updatesRow(app).getByRole('button', { name: 'Restart' }).click()
    expect(await app.exited).toBe(0)
    const startedWith = (): string => (existsSync(argumentsFile) ? readFileSync(argumentsFile, 'utf8') : '')
    await waitFor('The start of the new AppImage', () => startedWith().startsWith(`${image} `))
    expect(startedWith()).toContain('--remote-debugging-port=0')
    expect(readFileSync(image).equals(newImage)).toBe(true)
  })

  test('discards a download that does not match the announced digest', async ({
    feed,
    installed,
    desktop,
    platform,
  }) => {
    const { image, newImage } = installed
    feed.publish('9.8.7', newImage, Buffer.from(newImage.toString().replace('exit', 'quit')))
    const app = await installed.start()
    await openSettings(app, platform)
    await checkForUpdates(app)
    await expect(updatesRow(app)).toContainText('Couldn’t download the update.')
    await expect(updatesRow(app)).toContainText(
      'The download didn’t match the announced file and was discarded.',
    )
    expect(await quit(app)).toBe(0)
    expect(readFileSync(image, 'utf8')).toBe('the old one')
    expect(filesIn(desktop.folder).filter((path) => path.includes('AppImage'))).toEqual([image])
  })

  for (const [what, makeSignature] of Object.entries(forgeries)) {
    test(`installs nothing from a feed ${what}`, async ({ feed, installed, copy, platform }) => {
      const { image, newImage } = installed
      feed.publish('9.8.7', newImage)
      feed.sign = makeSignature
      const app = await installed.start()
      await openSettings(app, platform)
      await checkForUpdates(app)
      await expect(updatesRow(app)).toContainText('Couldn’t check for updates.')
      expect(await quit(app)).toBe(0)
      expect(readFileSync(image, 'utf8')).toBe('the old one')

      writeFileSync(join(copy, 'resources/package-type'), 'deb')
      const deb = await installed.start({})
      await openAppSettings(deb.window)
      await checkForUpdates(deb)
      await expect(updatesRow(deb)).toContainText('Couldn’t check for updates.')
      await expect(updatesRow(deb)).not.toContainText('9.8.7')
      expect(await quit(deb)).toBe(0)
      expect(feed.requests.some(({ path }) => path.endsWith('.AppImage'))).toBe(false)
    })
  }

  test('ignores the same, an older and a pre-release version', async ({ feed, installed, platform }) => {
    const app = await installed.start()
    await openSettings(app, platform)
    for (const version of ['0.1.0', '0.0.9', '9.0.0-beta.1']) {
      feed.publish(version, installed.newImage)
      const requestCount = feed.requests.length
      await checkForUpdates(app)
      await expect.poll(() => feed.requests.length).toBe(requestCount + 2)
      await expect(updatesRow(app)).toContainText('Up to date, checked')
    }
    expect(feed.requests.some(({ path }) => path.endsWith('.AppImage'))).toBe(false)
  })

  test('reports a failing feed and retries, and restarts an interrupted download', async ({
    feed,
    installed,
    platform,
  }) => {
    const { newImage } = installed
    feed.publish('9.8.7', newImage)
    const app = await installed.start()
    await openSettings(app, platform)
    feed.respond = (_path, response) => {
      response.writeHead(503).end('<h1>no</h1>')
      return true
    }
    await checkForUpdates(app)
    await expect(updatesRow(app)).toContainText(
      'Couldn’t check for updates. The update server didn’t give a usable answer.',
    )
    await expect(updatesRow(app)).toContainText('Next try at')
    feed.respond = (path, response) => {
      if (!path.endsWith('.AppImage')) return false
      response.setHeader('content-length', newImage.length)
      response.write(newImage.subarray(0, 1_000_000), () => response.destroy())
      return true
    }
    await checkForUpdates(app)
    await expect(updatesRow(app)).toContainText(
      'Couldn’t download the update. The update server can’t be reached',
    )
    feed.respond = null
    await checkForUpdates(app)
    await expect(updatesRow(app)).toContainText('Version 9.8.7 is ready')
  })

  test('rejects a redirect to plain http', async ({ feed, installed, platform }) => {
    feed.publish('9.8.7', installed.newImage)
    const app = await installed.start()
    await openSettings(app, platform)
    feed.respond = (path, response) => {
      if (!path.endsWith('.AppImage')) return false
      response.writeHead(302, { location: 'http://updates.example/parallel-tray.AppImage' }).end()
      return true
    }
    await checkForUpdates(app)
    await expect(updatesRow(app)).toContainText(
      'Couldn’t download the update. The update server didn’t give a usable answer.',
    )
    const log = readFileSync(join(app.userData, 'logs/main.log'), 'utf8')
    expect(log).toContain('not https')
  })

  test('stops at a redirect loop and at an endless response', async ({ feed, installed, platform }) => {
    feed.publish('9.8.7', installed.newImage)
    const app = await installed.start()
    await openSettings(app, platform)
    feed.respond = (path, response) => {
      response.writeHead(302, { location: path }).end()
      return true
    }
    await checkForUpdates(app)
    await expect(updatesRow(app)).toContainText('Couldn’t check for updates.')
    const requestCount = feed.requests.length
    expect(requestCount).toBeLessThanOrEqual(20)
    feed.respond = (path, response) => {
      if (path.endsWith('.AppImage')) return false
      const send = (): void => {
        if (!response.destroyed) response.write('# more\n'.repeat(10_000), send)
      }
      send()
      return true
    }
    await checkForUpdates(app)
    await expect(updatesRow(app)).toContainText(
      'The download didn’t match the announced file and was discarded.',
    )
    expect(feed.requests).toHaveLength(requestCount + 1)
    feed.respond = null
    await checkForUpdates(app)
    await expect(updatesRow(app)).toContainText('Version 9.8.7 is ready')
  })

  test('installs the update at the end of the session', async ({ feed, installed, platform }) => {
    const { image, newImage } = installed
    feed.publish('9.8.7', newImage)
    const app = await installed.start()
    await openSettings(app, platform)
    await checkForUpdates(app)
    await expect(updatesRow(app)).toContainText('is ready')
    expect(await app.quit()).toBe(0)
    expect(readFileSync(image).equals(newImage)).toBe(true)
  })

  test('says how to update from a read-only folder and from a package', async ({
    feed,
    installed,
    copy,
    platform,
  }) => {
    const { image, newImage } = installed
    feed.publish('9.8.7', newImage)
    chmodSync(join(image, '..'), 0o555)
    const locked = await installed.start()
    await openSettings(locked, platform)
    await checkForUpdates(locked)
    await expect(updatesRow(locked)).toContainText(
      'Version 9.8.7 is available. Replace this AppImage with the new one',
    )
    expect(await quit(locked)).toBe(0)
    chmodSync(join(image, '..'), 0o755)

    writeFileSync(join(copy, 'resources/package-type'), 'deb')
    const deb = await installed.start({})
    await openAppSettings(deb.window)
    await checkForUpdates(deb)
    await expect(updatesRow(deb)).toContainText(
      'Version 9.8.7 is available. Installed from a package repository? Run this command',
    )
    await expect(updatesRow(deb)).toContainText('sudo apt install --only-upgrade parallel-tray')
    expect(await quit(deb)).toBe(0)
    expect(feed.requests.some(({ path }) => path.endsWith('.AppImage'))).toBe(false)
  })

  test('shows no updates when unpacked from an archive or without a feed', async ({
    installed,
    copy,
    feed,
    platform,
  }) => {
    const unpacked = await installed.start({})
    await openSettings(unpacked, platform)
    await expect(unpacked.window.getByText('Erase everything here')).toBeVisible()
    await expect(updatesRow(unpacked)).toHaveCount(0)
    expect(await command(unpacked, 'updates.check', {})).toMatchObject({ ok: false })
    expect(await quit(unpacked)).toBe(0)

    rmSync(join(copy, 'resources/app-update.yml'))
    const without = await installed.start()
    await openAppSettings(without.window)
    await expect(without.window.getByText('Erase everything here')).toBeVisible()
    await expect(updatesRow(without)).toHaveCount(0)
    expect(await quit(without)).toBe(0)
    expect(feed.requests).toEqual([])
  })
})
