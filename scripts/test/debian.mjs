/** Creates Debian systems for tests from this system's mirror, and runs programs in them in namespaces. Needs root. */
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const minuteMs = 60_000
/** On a busy machine a desktop takes as long. */
const installMs = 30 * minuteMs

/**
 * Runs a program and waits for its exit.
 * @returns {string} its stdout
 * @throws with its output, if it failed or took longer than `options.timeout`, by default eight minutes
 */
export function run(command, words, options = {}) {
  const answer = spawnSync(command, words, { encoding: 'utf8', timeout: 8 * minuteMs, ...options })
  if (answer.status === 0) return answer.stdout
  throw new Error(`${command} ended with ${answer.status ?? answer.error}:\n${answer.stdout}${answer.stderr}`)
}

function aptSources() {
  const folder = '/etc/apt/sources.list.d'
  const more = readdirSync(folder).filter((name) => /\.(?:list|sources)$/.test(name))
  return ['/etc/apt/sources.list', ...more.map((name) => join(folder, name))].filter((path) =>
    existsSync(path),
  )
}

/** The name of this system's release. */
export function codename() {
  return /^VERSION_CODENAME=(\w+)$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? 'stable'
}

/** For `unshare`: mounts are visible only to the program and end with it, so that deleting a system never follows one. */
const ownMounts = ['--mount', '--propagation', 'private']

/**
 * Creates a Debian of this system's release with the required packages, apt, and `packages`.
 * @param {string} system a folder that doesn't exist yet
 * @param {string[]} packages
 */
export function makeDebian(system, packages = []) {
  const include = packages.length > 0 ? [`--include=${packages.join(',')}`] : []
  const words = [
    '--variant=minbase',
    '--dpkgopt=force-unsafe-io',
    ...include,
    codename(),
    system,
    ...aptSources(),
  ]
  run('unshare', [...ownMounts, 'mmdebstrap', ...words], { timeout: installMs })
  copyFileSync('/etc/resolv.conf', join(system, 'etc/resolv.conf'))
}

/** Arguments for `unshare` that run a program in the system by chroot; its mounts end with it. */
export function inChroot(system, words, options = []) {
  const script = 'mount -t proc proc "$0/proc"; mount --rbind /dev "$0/dev"; exec chroot "$@"'
  return [...ownMounts, 'sh', '-ec', script, system, ...options, system, ...words]
}

/**
 * Arguments for `unshare` that run a program with the system as its root by pivot_root: in a chroot the kernel forbids
 * user namespaces, and so Chromium's sandbox.
 * @param {string} system
 * @param {string[]} words
 * @param {{sharedFolder?: string}} options a folder of this machine that lies at the same place in the system
 */
export function inPivotedRoot(system, words, { sharedFolder } = {}) {
  const share = sharedFolder === undefined ? '' : 'mkdir -p ".$1"\n    mount --bind "$1" ".$1"\n    shift'
  // One command per line: `sh -e` ignores a failure within `a && b`, and would run the program on this machine.
  const script = `cd "$0"
    mount --rbind . .
    cd "$0"
    mount -t proc proc proc
    mount --rbind /dev dev
    mount --rbind /sys sys
    ${share}
    mkdir -p .host
    pivot_root . .host
    umount -l /.host
    rmdir /.host
    cd /
    exec "$@"`
  const shared = sharedFolder === undefined ? [] : [sharedFolder]
  return [...ownMounts, 'sh', '-ec', script, system, ...shared, ...words]
}
