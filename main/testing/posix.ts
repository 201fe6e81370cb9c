/** Windows lacks file modes, named pipes, unprivileged symbolic links and scripts with a shebang. */
import { statSync } from 'node:fs'
import { expect } from 'vitest'

export const isPosix = process.platform !== 'win32'

/** On Windows the folder protects its files, not their mode. */
export function expectMode(path: string, mode: number): void {
  if (isPosix) expect(statSync(path).mode & 0o777).toBe(mode)
}
