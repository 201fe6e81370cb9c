/** The Updater port: loads electron-updater when it is first needed, and speaks of its errors as failures. */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { failed, ok, type Result } from '../../../preload/contract/index.ts'
import { withoutWishes } from '../../desktop/start/command-line.ts'
import { replaceAppImage, startAfter } from '../../desktop/system/app-image.ts'
import { failure } from '../../parallel/failures.ts'
import type { Log, Updater } from '../../ports.ts'
import type { ProxyPasswords } from '../../proxy/proxy-passwords.ts'
import type { Installation } from './installation.ts'
import { mayAsk } from './update-address.ts'
import type { Engine, EngineOptions } from './update-engine.ts'
import { failureOfUpdate } from './update-errors.ts'

/** The updater of an installation, once there is what answers a proxy; null where nothing is to be updated. */
export function updaterFor(
  installation: Installation | null,
  options: Omit<ElectronUpdaterOptions, 'installation' | 'onLogin'>,
): ((proxy: ProxyPasswords) => Updater) | null {
  if (installation === null) return null
  return (proxy) =>
    electronUpdater({
      ...options,
      installation,
      onLogin: (pool, info, answer) => {
        const known = info.isProxy ? proxy.known(pool, info) : null
        answer(known?.username, known?.password)
      },
    })
}

export type ElectronUpdaterOptions = {
  readonly installation: Installation
  /** The path of `updater.cjs`. */
  readonly engine: string
  /** The app's own; downloads lie below it. */
  readonly userData: string
  readonly userAgent: string
  readonly log: Log
  /** A proxy, or the feed itself, wants a name and a password: always answered, if with nothing. */
  readonly onLogin: EngineOptions['onLogin']
  /** The system refused to end the app and install. */
  readonly onRefused: () => void
}

/** Where downloads lie: emptied once they are installed. */
export function updatesFolder(userData: string): string {
  return join(userData, 'updates')
}

export function electronUpdater(options: ElectronUpdaterOptions): Updater {
  const { installation, log } = options
  let engine: Engine | undefined
  /** The one that knows what was downloaded. */
  let loaded: Engine | undefined
  let isInstalling = false
  const onError = (error: Error): void => {
    if (!isInstalling) return
    log.failure('update not installed', failureOfUpdate(error))
    options.onRefused()
  }

  async function attempt<T>(signal: AbortSignal, work: (its: Engine) => Promise<T>): Promise<Result<T>> {
    const stopped = failed(failure('timeout', 'Nothing more came.'))
    const atStop = new Promise<'stopped'>((settle) => {
      signal.addEventListener('abort', () => settle('stopped'), { once: true })
    })
    try {
      engine ??= loadEngine(options, onError)
      const first = await Promise.race([work(engine).then((value) => ({ value })), atStop])
      if (first !== 'stopped') return ok(first.value)
      engine.stop()
      // It waits for the answer for ever, and would hand the same wait to whoever asks again.
      engine = undefined
      return stopped
    } catch (error) {
      return signal.aborted ? stopped : failed(failureOfUpdate(error))
    }
  }

  return {
    by: installation.kind === 'others' ? installation.by : null,
    find: (signal) => attempt(signal, (its) => its.find()),
    download: (arrived, signal) =>
      attempt(signal, async (its) => {
        await its.download(arrived)
        loaded = its
        return null
      }),
    install(restart) {
      isInstalling = true
      return loaded?.install(restart) ?? false
    },
  }
}

function loadEngine(options: ElectronUpdaterOptions, onError: (error: Error) => void): Engine {
  const { installation, engine, userData, userAgent, onLogin, log } = options
  // Not `import()`: that would make it a part of what is loaded at the start.
  const { makeEngine } = createRequire(engine)(engine) as typeof import('./update-engine.ts')
  return makeEngine({
    kind: installation.kind,
    folder: updatesFolder(userData),
    userAgent,
    mayAsk,
    replaceAppImage: (by, restart) => {
      if (installation.kind !== 'app-image') return
      const { image } = installation
      try {
        replaceAppImage(image, by)
        log.info('update installed')
      } catch (error) {
        log.failure('update not installed', failureOfUpdate(error))
      }
      // Also when it is the old one: a restart was asked for. With the switches of this start, such as the keyring's.
      if (restart) startAfter(process.pid, image, withoutWishes(process.argv.slice(1)))
    },
    onLogin,
    onError,
  })
}
