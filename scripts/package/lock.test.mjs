/** What is installed: every package pinned, verified by a hash, and without running its code. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../setup/paths.mjs'

const read = (file) => readFileSync(join(root, file), 'utf8')
const { packages } = JSON.parse(read('package-lock.json'))
const installed = Object.entries(packages).filter(([folder]) => folder !== '')

test('pins every version, with an integrity hash for each installed package', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json'))
  // Everything is bundled: nothing is installed with the app.
  expect(dependencies).toBeUndefined()
  for (const [name, version] of Object.entries(devDependencies))
    expect(version, name).toMatch(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/)
  expect(installed.length).toBeGreaterThan(300)
  const withoutHash = installed.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''))
  expect(withoutHash.map(([folder]) => folder)).toEqual([])
})

test('no package comes from anywhere but the registry', () => {
  const elsewhere = installed.filter(
    ([, { resolved, link }]) => link || (resolved && !resolved.startsWith('https://registry.npmjs.org/')),
  )
  expect(elsewhere.map(([folder]) => folder)).toEqual([])
})

test('no package runs a script when it is installed', () => {
  const config = execFileSync('npm', ['config', 'get', 'ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  expect(config.trim()).toBe('true')
  // Electron fetches its binary by `node node_modules/electron/install.js`, which the scripts and workflows call.
  const notNeeded = [
    // Chooses a 7-Zip for Squirrel.Windows, which isn't packaged.
    'node_modules/electron-winstaller',
    // Passes file descriptors over D-Bus; dbus-next works without it.
    'node_modules/usocket',
  ]
  const withScripts = installed.filter(([, { hasInstallScript }]) => hasInstallScript)
  expect(withScripts.map(([folder]) => folder).sort()).toEqual(notNeeded)
})
