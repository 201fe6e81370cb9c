/** Writes the manual page and the shell completions that the Linux packages install. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { root } from '../setup/paths.mjs'

/** Below out/terminal, where electron-builder.yml takes them from. */
export const terminalFiles = /** @type {const} */ ({
  manual: 'parallel-tray.1.gz',
  bash: 'parallel-tray.bash',
  zsh: '_parallel-tray',
  fish: 'parallel-tray.fish',
})

/** The bundle `terminal` must be built. */
export async function writeTerminalFiles() {
  const folder = join(root, 'out/terminal')
  const { completion, manualPage } = await import(pathToFileURL(join(folder, 'index.mjs')).href)
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  mkdirSync(folder, { recursive: true })
  const { manual, ...shells } = terminalFiles
  // Without a timestamp, so that builds are reproducible.
  writeFileSync(join(folder, manual), gzipSync(manualPage(version), { level: 9 }))
  for (const [shell, file] of Object.entries(shells))
    writeFileSync(join(folder, file), `${completion(shell)}\n`)
}
