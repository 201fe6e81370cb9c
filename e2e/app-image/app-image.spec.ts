/** A real AppImage: its sandbox, an update over itself, and the autostart entry after its file was moved. */
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runtimeLength } from '../../scripts/package/app-image-tools.mjs'
import { test as base, expect, openAppSettings, startSignIn, stateOf } from '../app.ts'
import { waitFor } from '../desktop/wait.ts'
import { isSandboxed, type PackagedApp, startPackaged } from '../packaged/packaged-app.ts'
import { trustFeedKey } from '../packaged/trust-feed-key.ts'
import { startFeed, type UpdateFeed } from '../packaged/update-feed.ts'

const images = process.env.PARALLEL_TRAY_APP_IMAGES ?? ''
const newVersion = process.env.PARALLEL_TRAY_NEW_VERSION ?? ''

const test = base.extend<{ readonly feed: UpdateFeed }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's dependencies from this pattern
  feed: async ({}, use) => {
    const feed = await startFeed()
    await use(feed)
    await feed.close()
  },
})

/** Writes the AppImage to `path` again, with the feed's address and key in it, as a release has them. */
async function withFeed(image: string, path: string, folder: string, url: string): Promise<void> {
  const length = runtimeLength(image)
  execFileSync('unsquashfs', ['-quiet', '-no-progress', '-offset', String(length), '-dest', folder, image])
  writeFileSync(join(folder, 'resources/app-update.yml'), `provider: generic\nurl: ${url}\n`)
  await trustFeedKey(join(folder, 'resources/app.asar'))
  const options = [
    '-offset',
    String(length),
    '-all-root',
    '-noappend',
    '-quiet',
    '-no-progress',
    '-comp',
    'gzip',
  ]
  execFileSync('mksquashfs', [folder, path, ...options])
  const file = readFileSync(path)
  readFileSync(image).copy(file, 0, 0, length)
  writeFileSync(path, file)
  chmodSync(path, 0o755)
}

/** The process of the window, by the app's user-data folder. */
function findRenderer(userData: string): number {
  const found = readdirSync('/proc').find((pid) => {
    try {
      const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      return words.includes('--type=renderer') && words.includes(userData)
    } catch {
      // Not a process, or another user's.
      return false
    }
  })
  if (found === undefined) throw new Error('The app has no renderer process.')
  return Number(found)
}

async function quit({ window: page, exited }: PackagedApp): Promise<number | null> {
  // The app may exit before it can reply.
  await page.evaluate(() => window.parallelTray.command('app.quit', {})).catch(() => {})
  return exited
}

test('AppImage: starts in its sandbox, updates itself, and opens at login also after its file was moved', async ({
  desktop,
  platform,
  feed,
}) => {
  test.setTimeout(240_000)
  const applications = join(desktop.folder, 'My applications')
  mkdirSync(applications)
  const image = join(applications, 'parallel-tray.AppImage')
  await withFeed(join(images, 'current.AppImage'), image, join(desktop.folder, 'unpacked'), feed.url)
  const newImage = readFileSync(join(images, `${newVersion}.AppImage`))
  feed.publish(newVersion, newImage)
  // Its runtime can't mount it here: see scripts/test/app-image.mjs.
  const env = { APPIMAGE_EXTRACT_AND_RUN: '1' }
  const started: PackagedApp[] = []
  const start = async (binary: string) => {
    const app = await startPackaged({
      desktop,
      ...platform,
      binary,
      env,
      startTimeoutMs: 60_000,
      onSpawn: () => {},
    })
    started.push(app)
    return app
  }
  const autostart = () =>
    /^Exec=(.*)$/m.exec(
      readFileSync(join(desktop.env.XDG_CONFIG_HOME ?? '', 'autostart/parallel-tray.desktop'), 'utf8'),
    )?.[1]

  try {
    const app = await start(image)
    expect(isSandboxed(findRenderer(app.userData))).toBe(true)
    platform.control.approve({ userCode: await startSignIn(app.window), orgId: 'org_halden' })
    await expect(app.window.locator('.figure')).toHaveText('$184.20')
    await app.window.evaluate(() =>
      window.parallelTray.command('settings.change', { change: { openAtLogin: true } }),
    )
    expect(autostart()).toBe(`"${image}"`)

    await openAppSettings(app.window)
    await app.window.getByRole('button', { name: 'Check now' }).click()
    await expect(app.window.locator('#updates-row')).toBeVisible()
    await expect(app.window.getByText(`Version ${newVersion} is ready`).first()).toBeVisible({
      timeout: 60_000,
    })
    expect(await quit(app)).toBe(0)
    expect(readFileSync(image).equals(newImage)).toBe(true)
    expect(statSync(image).mode & 0o777).toBe(0o755)

    const moved = join(applications, 'moved.AppImage')
    renameSync(image, moved)
    const updated = await start(moved)
    await expect(updated.window.locator('.figure')).toHaveText('$184.20')
    expect((await stateOf(updated)).appVersion).toBe(newVersion)
    await waitFor('The autostart entry', () => autostart() === `"${moved}"`)
    expect(await quit(updated)).toBe(0)
  } finally {
    for (const { process: child } of started) child.kill('SIGKILL')
  }
})
