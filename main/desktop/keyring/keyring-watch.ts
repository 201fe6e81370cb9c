/** Reports when the keyring is unlocked. Linux only: elsewhere the login unlocks it. */
import { spawn } from 'node:child_process'
import { findProgram } from '../system/programs.ts'
import { askBus, askBusForText } from '../system/session-bus.ts'

const secretService = 'org.freedesktop.secrets'
const collection = 'org.freedesktop.Secret.Collection'

/** The D-Bus service in which Chromium looks for the key. */
type KeyringService = typeof secretService | `org.kde.kwalletd${string}`

/**
 * Chromium's choice (`key_storage_util_linux.cc`, `base/nix/xdg_util.cc`): KWallet on KDE, of Plasma's version, elsewhere
 * the Secret Service.
 * @param passwordStore the switch of that name, which overrules the desktop
 */
export function keyringService(env: NodeJS.ProcessEnv, passwordStore = ''): KeyringService {
  const isKde = (env.XDG_CURRENT_DESKTOP ?? '').split(':').includes('KDE')
  const version =
    env.KDE_SESSION_VERSION === '5' || env.KDE_SESSION_VERSION === '6' ? env.KDE_SESSION_VERSION : ''
  const chosen = /^kwallet([56]?)$/.exec(passwordStore)
  if (chosen !== null) return `org.kde.kwalletd${chosen[1]}`
  return isKde && passwordStore === '' ? `org.kde.kwalletd${version}` : secretService
}

/** Each prints at least one line for every D-Bus signal of the service, until it is killed. */
const monitors: readonly {
  readonly command: string
  readonly args: (service: string) => readonly string[]
}[] = [
  { command: 'gdbus', args: (service) => ['monitor', '--session', '--dest', service] },
  { command: 'dbus-monitor', args: (service) => ['--session', `type='signal',sender='${service}'`] },
]

/** `gdbus` and `dbus-monitor` print this once they receive the signals: a change before it must be asked for. */
const connected = /\bis owned by\b|\bNameLost\b/

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
  readonly service?: KeyringService
  readonly startMonitor?: StartMonitor
  /** Whether the default collection or wallet is locked. */
  readonly isLocked?: () => Promise<boolean | 'unknown'>
}

export class KeyringWatch {
  readonly #onUnlocked: () => void
  readonly #service: KeyringService
  readonly #startMonitor: StartMonitor
  readonly #isLocked: () => Promise<boolean | 'unknown'>
  #monitor: Monitor | null = null
  /** Whether the keyring was locked when the watch began: then it may be unlocked before the monitor hears of it. */
  #wasLocked: Promise<boolean | 'unknown'> = Promise.resolve('unknown')

  constructor({
    onUnlocked,
    service = secretService,
    startMonitor = spawnMonitor,
    isLocked = () => isDefaultLocked(service),
  }: KeyringWatchOptions) {
    this.#onUnlocked = onUnlocked
    this.#service = service
    this.#startMonitor = startMonitor
    this.#isLocked = isLocked
  }

  /** @param isNeeded whether a ciphertext waits for the keyring; nothing is monitored otherwise */
  set(isNeeded: boolean): void {
    if (isNeeded && this.#monitor === null) {
      this.#wasLocked = this.#isLocked()
      this.#start(0)
    }
    if (isNeeded || this.#monitor === null) return
    this.#monitor.stop()
    this.#monitor = null
  }

  #start(index: number): void {
    const monitor = monitors[index]
    if (monitor === undefined) return
    this.#monitor = this.#startMonitor(
      monitor.command,
      monitor.args(this.#service),
      (line) => void this.#onLine(line),
      () => this.#start(index + 1),
    )
  }

  async #onLine(line: string): Promise<void> {
    const isUnlocked = await this.#isUnlockSignal(line)
    if (isUnlocked && this.#monitor !== null) this.#onUnlocked()
  }

  async #isUnlockSignal(line: string): Promise<boolean> {
    // KWallet has a signal for it. The Secret Service may send either of two, so the lock state is checked as well.
    if (this.#service !== secretService && /\bwalletOpened\b/.test(line)) return true
    const mayBeUnlocked =
      (this.#service === secretService && /\b(CollectionChanged|PropertiesChanged)\b/.test(line)) ||
      (connected.test(line) && (await this.#wasLocked) === true)
    return mayBeUnlocked && (await this.#isLocked()) === false
  }
}

async function isDefaultLocked(service: KeyringService): Promise<boolean | 'unknown'> {
  if (service === secretService) {
    const path = '/org/freedesktop/secrets/aliases/default'
    return askBus({ kind: 'property', owner: secretService, path, of: collection, name: 'Locked' })
  }
  const path = `/modules/${service.replace('org.kde.', '')}`
  const wallet = { owner: service, path, of: 'org.kde.KWallet' }
  const name = await askBusForText({ ...wallet, name: 'networkWallet' })
  if (name === null) return 'unknown'
  const isOpen = await askBus({ kind: 'call', ...wallet, name: 'isOpen', args: [name] })
  return isOpen === 'unknown' ? isOpen : !isOpen
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
