/** The Updater port: loads electron-updater when it is first needed, and maps its errors to failures. */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { failed, ok, type Result } from '../../../preload/contract/index.ts'
import { withoutLaunchRequests } from '../../desktop/start/command-line.ts'
import { replaceAppImage, startAfter } from '../../desktop/system/app-image.ts'
import { failure } from '../../parallel/failures.ts'
import type { Log, Updater } from '../../ports.ts'
import type { ProxyPasswords } from '../../proxy/proxy-passwords.ts'
import type { Installation } from './installation.ts'
import { isUpdateAddressAllowed } from './update-address.ts'
import type { Engine, EngineOptions } from './update-engine.ts'
import { failureOfUpdate } from './update-errors.ts'

/** Makes the updater of an installation from the proxy passwords; null if the installation can't be updated. */
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
  /** The path of the updater's bundle. */
  readonly engine: string
  /** The user-data folder; downloads go to a folder in it. */
  readonly userData: string
  readonly userAgent: string
  readonly log: Log
  /** A proxy, or the feed itself, asks for credentials. Must always answer, if only without any. */
  readonly onLogin: EngineOptions['onLogin']
  /** The operating system refused the installation. */
  readonly onRefused: () => void
}

/** The folder for downloads, emptied after an installation. */
export function updatesFolder(userData: string): string {
  return join(userData, 'updates')
}

export function electronUpdater(options: ElectronUpdaterOptions): Updater {
  const { installation, log } = options
  let engine: Engine | undefined
  /** The engine that has the finished download. */
  let engineWithDownload: Engine | undefined
  let isInstalling = false
  const onError = (error: Error): void => {
    if (!isInstalling) return
    log.failure('update not installed', failureOfUpdate(error))
    options.onRefused()
  }

  async function attempt<T>(
    signal: AbortSignal,
    operation: (engine: Engine) => Promise<T>,
  ): Promise<Result<T>> {
    const stopped = failed(failure('timeout', 'Nothing more came.'))
    const atStop = new Promise<'stopped'>((settle) => {
      signal.addEventListener('abort', () => settle('stopped'), { once: true })
    })
    try {
      engine ??= loadEngine(options, onError)
      const first = await Promise.race([operation(engine).then((value) => ({ value })), atStop])
      if (first !== 'stopped') return ok(first.value)
      engine.stop()
      // electron-updater would keep waiting for the response, and return the same promise to the next call.
      engine = undefined
      return stopped
    } catch (error) {
      return signal.aborted ? stopped : failed(failureOfUpdate(error))
    }
  }

  return {
    by: installation.kind === 'others' ? installation.by : null,
    find: (signal) => attempt(signal, (current) => current.find()),
    download: (onProgress, signal) =>
      attempt(signal, async (current) => {
        await current.download(onProgress)
        engineWithDownload = current
        return null
      }),
    install(restart) {
      isInstalling = true
      return engineWithDownload?.install(restart) ?? false
    },
  }
}

function loadEngine(options: ElectronUpdaterOptions, onError: (error: Error) => void): Engine {
  const { installation, engine, userData, userAgent, onLogin, log } = options
  // Not `import()`, as the bundler would make it part of the main bundle.
  const { makeEngine } = createRequire(engine)(engine) as typeof import('./update-engine.ts')
  return makeEngine({
    kind: installation.kind,
    folder: updatesFolder(userData),
    userAgent,
    isAddressAllowed: isUpdateAddressAllowed,
    replaceAppImage: (replacement, restart) => {
      if (installation.kind !== 'app-image') return
      const { image } = installation
      try {
        replaceAppImage(image, replacement)
        log.info('update installed')
      } catch (error) {
        log.failure('update not installed', failureOfUpdate(error))
      }
      // Also after a failure, with the old version, as the user asked for a restart. Keeps the switches of this start.
      if (restart) startAfter(process.pid, image, withoutLaunchRequests(process.argv.slice(1)))
    },
    onLogin,
    onError,
  })
}
