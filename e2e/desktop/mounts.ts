/** Full and read-only file systems: real mounts, in a mount namespace of the app's own (Linux, without root). */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { electronCommand } from './launch.ts'

const mounts = {
  /** Small enough for a test to fill. */
  tiny: 'mount -t tmpfs -o size=128k,mode=700 tmpfs "$0"',
  'read-only': 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0"',
} as const

/**
 * @param mountPoint created if missing
 * @param folder for the returned program
 * @returns a program for `LaunchOptions.wrapper`
 */
export function electronWithMount(kind: keyof typeof mounts, mountPoint: string, folder: string): string {
  mkdirSync(mountPoint, { recursive: true, mode: 0o700 })
  const program = join(folder, `electron-with-${kind}-mount`)
  const [user, group] = [process.getuid?.() ?? 0, process.getgid?.() ?? 0]
  // The outer user namespace maps to root, which may mount; the inner one maps back to the user.
  const inner = `${mounts[kind]} && exec unshare --user --map-user=${user} --map-group=${group} -- "$@"`
  const line = `exec unshare --user --map-root-user --mount sh -c '${inner}' '${mountPoint}' '${electronCommand().executable}' "$@"`
  writeFileSync(program, `#!/bin/sh\n${line}\n`)
  chmodSync(program, 0o755)
  return program
}
