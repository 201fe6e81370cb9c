/** The polyfill for an Electron older than the one in package.json, on the installed Electron. */
import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from './app.ts'
import type { Desktop } from './desktop/desktop.ts'
import { electronCommand } from './desktop/launch.ts'

const run = promisify(execFile)

/** An app that prints, as JSON, which of the polyfill's APIs exist and, if all do, what they return. */
const probe = `
const { app, BrowserWindow, clipboard, ClipboardItem, nativeTheme, safeStorage } = require('electron')
app.whenReady().then(async () => {
  const window = new BrowserWindow({ show: false })
  const logged = new Promise((settle) => window.webContents.on('console-message', settle))
  await window.loadURL('data:text/html,<script>console.warn("logged")</script>')
  const added = {
    ClipboardItem: ClipboardItem !== undefined,
    encryptStringAsync: safeStorage.encryptStringAsync !== undefined,
    decryptStringAsync: safeStorage.decryptStringAsync !== undefined,
    isAsyncEncryptionAvailable: safeStorage.isAsyncEncryptionAvailable !== undefined,
    readText: clipboard.readText() instanceof Promise,
    integratedUi: typeof nativeTheme.shouldUseDarkColorsForSystemIntegratedUI === 'boolean',
    consoleDetails: (await logged).message === 'logged',
  }
  const answer = { version: process.versions.electron, added }
  if (Object.values(added).every(Boolean)) {
    const encrypted = await safeStorage.encryptStringAsync('text')
    answer.decrypted = await safeStorage.decryptStringAsync(encrypted)
    await clipboard.write([new ClipboardItem({ 'text/plain': 'copied' })])
    answer.copied = await clipboard.readText()
  }
  console.log(JSON.stringify(answer))
  app.quit()
})
`

async function runProbe(desktop: Desktop, args: readonly string[]) {
  const { executable } = electronCommand()
  const folder = join(desktop.folder, 'probe')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'probe', version: '1.0.0' }))
  writeFileSync(join(folder, 'index.js'), probe)
  const { stdout } = await run(executable, [...args, folder], { env: desktop.env, timeout: 20_000 })
  return JSON.parse(stdout) as {
    readonly version: string
    readonly added: Readonly<Record<string, boolean>>
    readonly decrypted?: unknown
    readonly copied?: string
  }
}

test('the polyfill adds only what an older Electron lacks', { tag: '@linux' }, async ({ desktop }) => {
  const { args } = electronCommand()
  const switches = args.slice(0, -1)
  const at = switches.indexOf('-r')
  const bare = await runProbe(desktop, at === -1 ? switches : switches.toSpliced(at, 2))
  const whole = await runProbe(desktop, switches)

  expect(whole.added).toEqual(Object.fromEntries(Object.keys(bare.added).map((name) => [name, true])))
  expect(whole.decrypted).toEqual({ result: 'text', shouldReEncrypt: false })
  expect(whole.copied).toBe('copied')
  // The fallback lacks all of these APIs, so no part of the polyfill is unused.
  if (bare.version === '33.2.1') expect(Object.values(bare.added)).toEqual(Array(7).fill(false))
})
