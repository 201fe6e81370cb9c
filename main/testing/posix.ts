/** What Windows doesn't have: file modes, pipes, links that anybody may make, scripts that run by their first line. */
import { statSync } from 'node:fs'
import { expect } from 'vitest'

export const isPosix = process.platform !== 'win32'

/** On Windows files are their owner's by the folder that they lie in. */
export function expectMode(path: string, mode: number): void {
  if (isPosix) expect(statSync(path).mode & 0o777).toBe(mode)
}
