import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { PlatformState } from './state.ts'

/** Reads a saved state; null when there is none. Throws with the file's name when it can't be used. */
export function readStateFile(path: string): PlatformState | null {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
  let state: unknown
  try {
    state = JSON.parse(text)
  } catch {
    throw new Error(`${path} is not readable as saved state: delete it to start afresh`)
  }
  if (typeof state !== 'object' || state === null || !('version' in state) || state.version !== 1)
    throw new Error(`${path} was saved by another version: delete it to start afresh`)
  return state as PlatformState
}

/** Replaces the file atomically: a killed process leaves the old state or the new one, never half of it. */
export function writeStateFile(path: string, state: PlatformState): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const temporary = `${path}.tmp-${process.pid}`
  try {
    writeFileSync(temporary, `${JSON.stringify(state, null, 1)}\n`, { mode: 0o600 })
    chmodSync(temporary, 0o600)
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}
