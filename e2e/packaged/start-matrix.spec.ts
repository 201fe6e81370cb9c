/** The refused starts of the packaged app: folder × servers × switch × environment. */
import { chmodSync, cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { terminal } from '../../words/terminal.ts'
import { test as base, expect, stripChromiumLog } from '../app.ts'
import { packagedFolder, runPackaged, withPackagedApp } from './packaged-app.ts'

const test = withPackagedApp(base)

const debugging = `${terminal.refused.debugging}\n`
const sandbox = `${terminal.refused.sandbox}\n`
const accepted = `${terminal.noneRuns}\n`
const unknown = (argument: string) => `${terminal.unknown(argument)}\n`

/** The output with the real servers, and with others. */
const expectedOutput: Readonly<Record<string, readonly [real: string, other: string]>> = {
  '--lang=de': [accepted, accepted],
  '--remote-debugging-port=0': [debugging, accepted],
  '--remote-debugging-pipe': [debugging, accepted],
  '--inspect=0': [debugging, accepted],
  '--js-flags=--expose-gc': [debugging, accepted],
  '--no-sandbox': [sandbox, sandbox],
  ...Object.fromEntries(
    [
      '--disable-seccomp-filter-sandbox',
      '--disable-gpu-sandbox',
      '--disable-features=IsolateOrigins',
      '--use-mock-keychain',
    ].map((argument) => [argument, [unknown(argument), unknown(argument)]]),
  ),
}

/** With `--quit` a start that isn't refused ends too, before it opens anything: no app runs that could quit. */
async function outputOf(argument: readonly string[], env: Record<string, string>): Promise<string> {
  const { exited, output } = runPackaged([...argument, '--quit'], env)
  const code = await exited
  const printed = stripChromiumLog(output())
  expect(code, argument.join()).toBe(printed === accepted ? 3 : 2)
  return printed
}

test.describe('starts of the packaged app', { tag: '@linux' }, () => {
  for (const folder of ['the default folder', 'a folder of its own', 'a copy of the default folder']) {
    test(`refuses switches that remove a protection, with ${folder}`, async ({ desktop, platform }) => {
      const userData = join(desktop.folder, 'elsewhere')
      if (folder.startsWith('a copy')) {
        const kept = join(desktop.folder, 'config/Parallel Tray')
        mkdirSync(join(kept, 'documents'), { recursive: true })
        writeFileSync(join(kept, 'documents/settings.json'), '{}')
        cpSync(kept, userData, { recursive: true })
      }
      const real = {
        ...desktop.env,
        ...(folder === 'the default folder' ? {} : { PARALLEL_TRAY_USER_DATA: userData }),
      }
      const other = {
        ...real,
        PARALLEL_PLATFORM_URL: platform.platformUrl,
        PARALLEL_SERVICE_API_URL: platform.serviceApiUrl,
      }
      const printed: Record<string, readonly [string, string]> = {}
      for (const argument of Object.keys(expectedOutput))
        printed[argument] = await Promise.all([outputOf([argument], real), outputOf([argument], other)])
      expect(printed).toEqual(expectedOutput)
    })
  }

  test('refuses a sandbox that the environment turns off', async ({ desktop }) => {
    const env = { ...desktop.env, ELECTRON_DISABLE_SANDBOX: '1' }
    expect(await outputOf([], env)).toBe(sandbox)
  })

  test('accepts --no-sandbox from an AppImage, but only on a system without user namespaces', async ({
    desktop,
  }) => {
    const image = { APPIMAGE: join(desktop.folder, 'tray.AppImage'), APPDIR: packagedFolder() }
    const env = { ...desktop.env, ...image }
    expect(await outputOf(['--no-sandbox'], env)).toBe(sandbox)
    // The output of `unshare` on such a system, which the start script of an AppImage checks too.
    const bin = join(desktop.folder, 'without-namespaces')
    mkdirSync(bin)
    writeFileSync(join(bin, 'unshare'), '#!/bin/sh\nexit 1\n')
    chmodSync(join(bin, 'unshare'), 0o755)
    const without: Record<string, string> = { ...env, PATH: `${bin}:${desktop.env.PATH}` }
    expect(await outputOf(['--no-sandbox'], without)).toBe(accepted)
    const { APPDIR: _folder, ...installed } = without
    expect(await outputOf(['--no-sandbox'], installed)).toBe(sandbox)
  })

  test('writes no keys of its connections where SSLKEYLOGFILE says', async ({ desktop, packaged }) => {
    const keys = join(desktop.folder, 'keys')
    const app = await packaged({ SSLKEYLOGFILE: keys })
    await expect(app.window.getByRole('button', { name: 'Get a code' })).toBeVisible()
    expect(await app.quit()).toBe(0)
    expect(existsSync(keys)).toBe(false)
  })
})
