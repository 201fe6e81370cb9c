/** Disks that are full or can't be written: real ones, in a mount namespace of the app's own (Linux, no root needed). */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { electronCommand } from './launch.ts'

const mounts = {
  /** So small that a test can fill it. */
  tiny: 'mount -t tmpfs -o size=128k,mode=700 tmpfs "$0"',
  'read-only': 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0"',
} as const

/**
 * @param at the folder that is to be such a disk; made if it isn't there
 * @returns a program for `LaunchOptions.through`
 */
export function electronOn(kind: keyof typeof mounts, at: string, folder: string): string {
  mkdirSync(at, { recursive: true, mode: 0o700 })
  const program = join(folder, `electron-on-${kind}`)
  const [user, group] = [process.getuid?.() ?? 0, process.getgid?.() ?? 0]
  // In the first namespace we may mount, in the second we are ourselves again.
  const inner = `${mounts[kind]} && exec unshare --user --map-user=${user} --map-group=${group} -- "$@"`
  const line = `exec unshare --user --map-root-user --mount sh -c '${inner}' '${at}' '${electronCommand().executable}' "$@"`
  writeFileSync(program, `#!/bin/sh\n${line}\n`)
  chmodSync(program, 0o755)
  return program
}
