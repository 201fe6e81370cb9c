/** Wine's drive C: and registry, as Windows 10, of the user who runs the tests. */
import { spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { asUser } from '../setup/user.mjs'

/** Debian's folder for the 64-bit programs, which isn't on the PATH. */
const programs = '/usr/lib/wine'

/** Chromium exits if it finds none of Windows' fonts. */
const fonts = `REGEDIT4

[HKEY_LOCAL_MACHINE\\Software\\Microsoft\\Windows NT\\CurrentVersion\\FontSubstitutes]
"MS Shell Dlg"="Liberation Sans"
"MS Shell Dlg 2"="Liberation Sans"

[HKEY_CURRENT_USER\\Software\\Wine\\Fonts\\Replacements]
"Tahoma"="Liberation Sans"
"Segoe UI"="Liberation Sans"
"Arial"="Liberation Sans"
`

/** @returns {Record<string, string>} what programs under Wine need in their environment */
export function wineEnvironment(prefix) {
  return {
    WINEPREFIX: prefix,
    WINEDEBUG: '-all',
    // Otherwise it offers to download .NET and a browser.
    WINEDLLOVERRIDES: 'mscoree,mshtml=d',
    PATH: `${programs}:${process.env.PATH}`,
  }
}

/**
 * Recreates the prefix.
 * @param {{prefix: string, env: Record<string, string>}} options `prefix` is a folder that doesn't exist yet; `env` names
 *   the home of the user
 */
export function makePrefix({ prefix, env }) {
  const file = `${prefix}.reg`
  writeFileSync(file, fonts)
  const wine = (...words) => {
    const { status, error, stdout, stderr } = runIn({ prefix, env }, words)
    if (status !== 0) throw new Error(`${words.join(' ')}: ${error ?? `${stdout}${stderr}`}`)
  }
  wine('wineboot', '--init')
  wine('wine64', 'winecfg', '-v', 'win10')
  wine('wine64', 'regedit', '/S', `Z:${file.replaceAll('/', '\\')}`)
  // Wine writes the registry when the last program of the prefix has exited.
  wine('wineserver', '--wait')
  rmSync(file)
}

/** Ends all programs of the prefix. */
export function endPrefix(options) {
  // Fails when they have all ended already.
  runIn(options, ['wineserver', '--kill'])
}

function runIn({ prefix, env }, [command, ...words]) {
  return spawnSync(command, words, {
    encoding: 'utf8',
    env: { ...process.env, ...env, ...wineEnvironment(prefix) },
    timeout: 120_000,
    ...asUser(),
  })
}
