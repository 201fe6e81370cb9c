/**
 * What a desktop session provides, each as a process of its own that ends with whoever started it:
 * a virtual display, a session bus, a keyring. Used by `npm start` where there is none, and by the tests.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import dbus from 'dbus-next'
import { asUser } from '../setup/user.mjs'

const waitMs = 15_000

/**
 * Starts a program in a process group of its own, so that Ctrl+C reaches only us. On Linux the kernel ends it
 * should we die without a word.
 */
export function startService(command, args, options) {
  const guard = process.platform === 'linux' && existsSync('/usr/bin/setpriv')
  const child = spawn(
    guard ? '/usr/bin/setpriv' : command,
    guard ? ['--pdeathsig', 'TERM', command, ...args] : args,
    { detached: process.platform !== 'win32', ...asUser(), ...options },
  )
  child.on('error', () => {})
  return child
}

/** Ends a process: asks, waits, then kills. Safe to call twice. */
export async function stopProcess(child, graceMs = 3000) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((settle) => child.once('exit', settle))
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), graceMs)
  await ended
  clearTimeout(timer)
}

/** The first line that a stream prints. */
function firstLine(child, stream, what) {
  return new Promise((settle, refuse) => {
    let text = ''
    const timer = setTimeout(() => refuse(new Error(`${what} did not start in ${waitMs / 1000} s`)), waitMs)
    child.on('exit', (code) => refuse(new Error(`${what} ended at once (${code})`)))
    child.on('error', refuse)
    stream.on('data', (chunk) => {
      text += chunk
      if (!text.includes('\n')) return
      clearTimeout(timer)
      settle(text.split('\n')[0])
    })
  })
}

/** A virtual display; the server picks a free number. Its picture can be read from `folder`/Xvfb_screen0. */
export async function startDisplay({ folder, size = '1280x1024x24' }) {
  const options = ['-displayfd', '3', '-screen', '0', size, '-ac', '-nolisten', 'tcp', '-fbdir', folder]
  const child = startService('Xvfb', options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const number = await firstLine(child, child.stdio[3], 'The virtual display (Xvfb)')
  return { display: `:${number}`, screenFile: join(folder, 'Xvfb_screen0'), stop: () => stopProcess(child) }
}

/** A session bus on which nothing starts by itself: what isn't started by us isn't there. */
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

/** Waits until somebody on the bus owns a name. */
async function waitForName(address, name) {
  const bus = dbus.sessionBus({ busAddress: address })
  const broken = new Promise((_, refuse) => bus.once('error', refuse))
  try {
    const until = Date.now() + waitMs
    while (Date.now() < until) {
      const question = new dbus.Message({
        destination: 'org.freedesktop.DBus',
        path: '/org/freedesktop/DBus',
        interface: 'org.freedesktop.DBus',
        member: 'NameHasOwner',
        signature: 's',
        body: [name],
      })
      const reply = await Promise.race([bus.call(question), broken])
      if (reply.body[0] === true) return
      await new Promise((settle) => setTimeout(settle, 25))
    }
    throw new Error(`Nobody owns ${name} on the bus after ${waitMs / 1000} s`)
  } finally {
    bus.disconnect()
  }
}

/**
 * A keyring on the bus of `env`, kept in its XDG_DATA_HOME. With a password it is unlocked, without one it stays
 * locked (and nobody is there to ask for the password).
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
