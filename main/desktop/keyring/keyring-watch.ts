/** Reports when the keyring is unlocked. Linux only: elsewhere the login unlocks it. */
import { spawn } from 'node:child_process'
import { findProgram } from '../system/programs.ts'
import { askBus } from '../system/session-bus.ts'

const service = 'org.freedesktop.secrets'
const collection = 'org.freedesktop.Secret.Collection'

/** Each prints at least one line for every D-Bus signal of the service, until it is killed. */
const monitors: readonly { readonly command: string; readonly args: readonly string[] }[] = [
  { command: 'gdbus', args: ['monitor', '--session', '--dest', service] },
  { command: 'dbus-monitor', args: ['--session', `type='signal',sender='${service}'`] },
]

export type Monitor = { stop(): void }

/** Starts a program and calls back with each line that it prints. */
export type StartMonitor = (
  command: string,
  args: readonly string[],
  onLine: (line: string) => void,
  onMissing: () => void,
) => Monitor

export type KeyringWatchOptions = {
  readonly onUnlocked: () => void
  readonly startMonitor?: StartMonitor
  /** Whether the default collection is locked. */
  readonly isLocked?: () => Promise<boolean | 'unknown'>
}

export class KeyringWatch {
  readonly #onUnlocked: () => void
  readonly #startMonitor: StartMonitor
  readonly #isLocked: () => Promise<boolean | 'unknown'>
  #monitor: Monitor | null = null

  constructor({ onUnlocked, startMonitor = spawnMonitor, isLocked = isDefaultLocked }: KeyringWatchOptions) {
    this.#onUnlocked = onUnlocked
    this.#startMonitor = startMonitor
    this.#isLocked = isLocked
  }

  /** @param isNeeded whether a ciphertext waits for the keyring; nothing is monitored otherwise */
  set(isNeeded: boolean): void {
    if (isNeeded && this.#monitor === null) this.#start(0)
    if (isNeeded || this.#monitor === null) return
    this.#monitor.stop()
    this.#monitor = null
  }

  #start(index: number): void {
    const monitor = monitors[index]
    if (monitor === undefined) return
    this.#monitor = this.#startMonitor(
      monitor.command,
      monitor.args,
      (line) => void this.#onLine(line),
      () => this.#start(index + 1),
    )
  }

  /** Which of the two signals announces the unlocking depends on the service. */
  async #onLine(line: string): Promise<void> {
    if (!/\b(CollectionChanged|PropertiesChanged)\b/.test(line)) return
    const locked = await this.#isLocked()
    if (locked === false && this.#monitor !== null) this.#onUnlocked()
  }
}

function isDefaultLocked(): Promise<boolean | 'unknown'> {
  const path = '/org/freedesktop/secrets/aliases/default'
  return askBus({ kind: 'property', owner: service, path, of: collection, name: 'Locked' })
}

function spawnMonitor(...[command, args, onLine, onMissing]: Parameters<StartMonitor>): Monitor {
  const program = findProgram(command)
  if (program === null) {
    let isStopped = false
    // Later, as the caller takes this monitor for the running one when it is returned.
    queueMicrotask(() => {
      if (!isStopped) onMissing()
    })
    return {
      stop: () => {
        isStopped = true
      },
    }
  }
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, LC_ALL: 'C' },
  })
  let rest = ''
  child.stdout.on('data', (text: Buffer) => {
    const lines = `${rest}${String(text)}`.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) onLine(line)
  })
  child.once('error', onMissing)
  return {
    stop: () => {
      child.removeAllListeners()
      child.stdout.removeAllListeners()
      // A missing program emits its error later, which would be uncaught.
      child.on('error', () => {})
      child.kill()
    },
  }
}
