/**
 * Starts a virtual display, a session bus and a keyring, each as a process that ends with its parent. Used by the tests,
 * and by `npm start` on a system without them.
 */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import dbus from 'dbus-next'
import { asUser, writeUserFile } from '../setup/user.mjs'

const startTimeoutMs = 15_000

/**
 * Starts a program in its own process group, so that Ctrl+C reaches only the parent. On Linux the kernel terminates it
 * when the parent dies.
 */
export function startService(command, args, options) {
  const hasSetpriv = process.platform === 'linux' && existsSync('/usr/bin/setpriv')
  const child = spawn(
    hasSetpriv ? '/usr/bin/setpriv' : command,
    hasSetpriv ? ['--pdeathsig', 'TERM', command, ...args] : args,
    { detached: process.platform !== 'win32', ...asUser(), ...options },
  )
  child.on('error', () => {})
  return child
}

/** Terminates a process, and kills it after `graceMs`. Safe to call twice. */
export async function stopProcess(child, graceMs = 3000) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const exited = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), graceMs)
  await exited
  clearTimeout(timer)
}

/** The first line that a stream prints. `name` is for errors. */
function firstLine(child, stream, name) {
  return new Promise((resolve, reject) => {
    let text = ''
    const timer = setTimeout(
      () => reject(new Error(`${name} did not start in ${startTimeoutMs / 1000} s`)),
      startTimeoutMs,
    )
    child.on('exit', (code) => reject(new Error(`${name} exited at once (${code})`)))
    child.on('error', reject)
    stream.on('data', (chunk) => {
      text += chunk
      if (!text.includes('\n')) return
      clearTimeout(timer)
      resolve(text.split('\n')[0])
    })
  })
}

/**
 * The content of an Xauthority file with one cookie for every display (Xau(3), Xsecurity(7)): numbers are big-endian
 * words, and 0xffff is FamilyWild.
 * @param {Buffer} cookie
 */
function authorityFile(cookie) {
  const field = (bytes) => {
    const length = Buffer.alloc(2)
    length.writeUInt16BE(bytes.length)
    return Buffer.concat([length, bytes])
  }
  const [address, display, name] = ['', '', 'MIT-MAGIC-COOKIE-1'].map((text) => field(Buffer.from(text)))
  return Buffer.concat([Buffer.from([0xff, 0xff]), address, display, name, field(cookie)])
}

/**
 * Starts a virtual display with a free number. Only clients that can read `authority` (as `XAUTHORITY`) may connect.
 * @param {{folder: string, size?: string, keepPicture?: boolean}} options `folder` belongs to the user; `keepPicture`:
 *   whether the framebuffer is the file `screenFile` in it
 */
export async function startDisplay({ folder, size = '1280x1024x24', keepPicture = true }) {
  const authority = join(folder, 'Xauthority')
  writeUserFile(authority, authorityFile(randomBytes(16)))
  const options = ['-displayfd', '3', '-screen', '0', size, '-auth', authority, '-nolisten', 'tcp']
  if (keepPicture) options.push('-fbdir', folder)
  const child = startService('Xvfb', options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const number = await firstLine(child, child.stdio[3], 'The virtual display (Xvfb)')
  return {
    display: `:${number}`,
    authority,
    screenFile: join(folder, 'Xvfb_screen0'),
    stop: () => stopProcess(child),
  }
}

/** Starts a session bus without service activation, so that only services started by the caller exist. */
export async function startBus({ folder }) {
  const config = join(folder, 'bus.conf')
  rmSync(config, { force: true })
  writeFileSync(
    config,
    `<busconfig>
  <type>session</type>
  <keep_umask/>
  <listen>unix:dir=${folder}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
    <allow user="*"/>
  </policy>
</busconfig>
`,
    { mode: 0o644, flag: 'wx' },
  )
  const args = [`--config-file=${config}`, '--nofork', '--print-address=1']
  const child = startService('dbus-daemon', args, { stdio: ['ignore', 'pipe', 'ignore'] })
  const address = await firstLine(child, child.stdout, 'The session bus (dbus-daemon)')
  return { address, stop: () => stopProcess(child) }
}

/** Waits until a name on the bus has an owner. */
async function waitForName(address, name) {
  const bus = dbus.sessionBus({ busAddress: address })
  const disconnected = new Promise((_, reject) => bus.once('error', reject))
  try {
    const deadlineAt = Date.now() + startTimeoutMs
    while (Date.now() < deadlineAt) {
      const message = new dbus.Message({
        destination: 'org.freedesktop.DBus',
        path: '/org/freedesktop/DBus',
        interface: 'org.freedesktop.DBus',
        member: 'NameHasOwner',
        signature: 's',
        body: [name],
      })
      const reply = await Promise.race([bus.call(message), disconnected])
      if (reply.body[0] === true) return
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
    throw new Error(`${name} has no owner on the bus after ${startTimeoutMs / 1000} s`)
  } finally {
    bus.disconnect()
  }
}

/**
 * Starts a keyring on the bus of `env`, stored in its XDG_DATA_HOME. With a password it is unlocked; without one it stays
 * locked, as no prompter runs.
 * @param {{env: Record<string, string>, password?: string}} options
 */
export async function startKeyring({ env, password }) {
  for (const folder of [env.XDG_DATA_HOME, env.XDG_RUNTIME_DIR])
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  const args = ['--foreground', '--components=secrets', ...(password === undefined ? [] : ['--unlock'])]
  const child = startService('gnome-keyring-daemon', args, { env, stdio: ['pipe', 'ignore', 'ignore'] })
  child.stdin.on('error', () => {})
  child.stdin.end(password ?? '')
  await waitForName(env.DBUS_SESSION_BUS_ADDRESS, 'org.freedesktop.secrets')
  return { stop: () => stopProcess(child) }
}
