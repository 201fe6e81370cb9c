/** Hears of a keyring that is unlocked, while something waits for that. Linux only: elsewhere the login unlocks it. */
import { spawn } from 'node:child_process'
import { askBus } from '../system/session-bus.ts'

const service = 'org.freedesktop.secrets'
const collection = 'org.freedesktop.Secret.Collection'

/** Each prints what the service announces, a line or more for each signal, until it is ended. */
const listeners: readonly { readonly command: string; readonly words: readonly string[] }[] = [
  { command: 'gdbus', words: ['monitor', '--session', '--dest', service] },
  { command: 'dbus-monitor', words: ['--session', `type='signal',sender='${service}'`] },
]

export type Listening = { end(): void }

/** Starts a program and hands on each line that it prints. */
export type Listen = (
  command: string,
  words: readonly string[],
  onLine: (line: string) => void,
  onAbsent: () => void,
) => Listening

export type KeyringWatchOptions = {
  readonly onUnlocked: () => void
  readonly listen?: Listen
  /** Whether the usual collection is locked now. */
  readonly isLocked?: () => Promise<boolean | 'unknown'>
}

export class KeyringWatch {
  readonly #onUnlocked: () => void
  readonly #listen: Listen
  readonly #isLocked: () => Promise<boolean | 'unknown'>
  #listening: Listening | null = null

  constructor({ onUnlocked, listen = listenTo, isLocked = isDefaultLocked }: KeyringWatchOptions) {
    this.#onUnlocked = onUnlocked
    this.#listen = listen
    this.#isLocked = isLocked
  }

  /** @param wanted whether there is something that the keyring didn't open */
  set(wanted: boolean): void {
    if (wanted && this.#listening === null) this.#start(0)
    if (wanted || this.#listening === null) return
    this.#listening.end()
    this.#listening = null
  }

  #start(at: number): void {
    const listener = listeners[at]
    if (listener === undefined) return
    this.#listening = this.#listen(
      listener.command,
      listener.words,
      (line) => void this.#hear(line),
      () => this.#start(at + 1),
    )
  }

  /** The specification has one signal for it, and a property beside; which of them comes depends on the service. */
  async #hear(line: string): Promise<void> {
    if (!/\b(CollectionChanged|PropertiesChanged)\b/.test(line)) return
    const locked = await this.#isLocked()
    if (locked === false && this.#listening !== null) this.#onUnlocked()
  }
}

function isDefaultLocked(): Promise<boolean | 'unknown'> {
  const path = '/org/freedesktop/secrets/aliases/default'
  return askBus({ kind: 'property', owner: service, path, of: collection, name: 'Locked' })
}

function listenTo(...[command, words, onLine, onAbsent]: Parameters<Listen>): Listening {
  const child = spawn(command, words, {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, LC_ALL: 'C' },
  })
  let rest = ''
  child.stdout.on('data', (text: Buffer) => {
    const lines = `${rest}${String(text)}`.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) onLine(line)
  })
  child.once('error', onAbsent)
  return {
    end: () => {
      child.removeAllListeners()
      child.stdout.removeAllListeners()
      // A program that isn't there tells so later.
      child.on('error', () => {})
      child.kill()
    },
  }
}
