/** Starting at login on Linux, by an entry in the user's autostart folder (XDG autostart). */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { failed, ok, type Result } from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'
import { readTextSync } from '../files/read-file.ts'
import { codeOf, deleteFile } from '../files/store-files.ts'

/** @param configFolder `$XDG_CONFIG_HOME` */
export function autostartPath(configFolder: string): string {
  return join(configFolder, 'autostart', 'parallel-tray.desktop')
}

/** @param command the program and its arguments; null removes the entry */
export function writeAutostart(path: string, name: string, command: readonly string[] | null): Result<null> {
  try {
    if (command === null) deleteFile(path)
    else replaceFile(path, autostartEntry(name, command))
    return ok(null)
  } catch (error) {
    return failed(failure('storage', `${codeOf(error) ?? 'unknown error'}: could not change ${path}`))
  }
}

/** Whether the entry exists and isn't disabled, as the settings of desktops do it. */
export function isAutostarted(path: string): boolean {
  const text = textOf(path)
  return text !== null && !/^\s*(Hidden\s*=\s*true|X-GNOME-Autostart-enabled\s*=\s*false)\s*$/m.test(text)
}

/** Quotes the command for "Exec" (Desktop Entry Specification 1.5). */
export function autostartEntry(name: string, command: readonly string[]): string {
  const quoted = command.map((word) => `"${word.replace(/[\\"`$]/g, '\\$&')}"`).join(' ')
  // Escaped again as a string value of the file; `%` would start a field code.
  const exec = quoted.replaceAll('\\', '\\\\').replaceAll('%', '%%')
  return `[Desktop Entry]\nType=Application\nName=${name}\nExec=${exec}\nTerminal=false\n`
}

function replaceFile(path: string, text: string): void {
  if (textOf(path) === text) return
  mkdirSync(dirname(path), { recursive: true })
  // Renamed into place, as the desktop may read the entry at any time.
  const next = `${path}.new`
  // Always a new file: an existing one of that name may be a link to another file.
  rmSync(next, { force: true })
  writeFileSync(next, text, { flag: 'wx' })
  renameSync(next, path)
}

function textOf(path: string): string | null {
  try {
    return readTextSync(path)
  } catch {
    return null
  }
}
