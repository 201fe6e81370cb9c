/** Keeps the programs that the app starts from being looked up in the current folder, where others may have put files. */
import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'

/**
 * Changes to a folder that only the system's administrator can write to. Programs and libraries that Electron, its
 * updater and other programs start by name may be looked up in the current folder first, as Windows does.
 */
export function leaveStartFolder(): void {
  process.chdir(process.platform === 'win32' ? (process.env.SystemRoot ?? 'C:\\Windows') : '/')
}

/**
 * The absolute path of a program in the folders of PATH; null if it is in none of them. Entries that depend on the current
 * folder are skipped. Node itself would search the current folder on Windows, and such entries elsewhere.
 */
export function findProgram(name: string, env: NodeJS.ProcessEnv = process.env): string | null {
  const isWindows = process.platform === 'win32'
  // In a copy of Windows' environment the name keeps its case, which is `Path` by default.
  const path = Object.entries(env).find(([variable]) => variable.toUpperCase() === 'PATH')?.[1] ?? ''
  const folders = path.split(delimiter).map((entry) => (isWindows ? entry.replaceAll('"', '') : entry))
  const candidates = folders
    .filter((folder) => isAbsolute(folder))
    .map((folder) => join(folder, isWindows ? `${name}.exe` : name))
  return candidates.find(isExecutable) ?? null
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
