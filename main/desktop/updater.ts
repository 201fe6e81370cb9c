/** The Updater port: loads electron-updater when it is first needed, and speaks of its errors as failures. */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { failed, ok, type Result } from '../../preload/contract/index.ts'
import { failure } from '../parallel/failures.ts'
import type { Log, Updater } from '../ports.ts'
import { replaceAppImage, startAfter } from './app-image.ts'
import type { Installation } from './installation.ts'
import { mayAsk } from './update-address.ts'
import type { Engine, EngineOptions } from './update-engine.ts'
import { failureOfUpdate } from './update-errors.ts'

export type ElectronUpdaterOptions = {
  readonly installation: Installation
  /** The path of `updater.cjs`. */
  readonly engine: string
  /** The app's own; downloads lie below it. */
  readonly userData: string
  readonly userAgent: string
  readonly log: Log
  /** Who asks for the name and password of a proxy is answered here; nobody is known so far. */
  readonly onLogin: EngineOptions['onLogin']
  /** The system refused to end the app and install. */
  readonly onRefused: () => void
}

export type ElectronUpdater = Updater & {
  /** At the end of the app. @returns true when it then ends the app itself */
  install(restart: boolean): boolean
}

/** Where downloads lie: emptied once they are installed. */
export function updatesFolder(userData: string): string {
  return join(userData, 'updates')
}

export function electronUpdater(options: ElectronUpdaterOptions): ElectronUpdater {
  const { installation, log } = options
  let engine: Engine | undefined
  let isInstalling = false
  const load = (): Engine => {
    engine ??= loadEngine(options, (error) => {
      if (!isInstalling) return
      log.failure('update not installed', failureOfUpdate(error))
      options.onRefused()
    })
    return engine
  }
  return {
    by: installation.kind === 'others' ? installation.by : null,
    find: (signal) => attempt(load, signal, (its) => its.find()),
    download: (arrived, signal) =>
      attempt(load, signal, async (its) => {
        await its.download(arrived)
        return null
      }),
    install(restart) {
      isInstalling = true
      return engine?.install(restart) ?? false
    },
  }
}

async function attempt<T>(
  load: () => Engine,
  signal: AbortSignal,
  work: (engine: Engine) => Promise<T>,
): Promise<Result<T>> {
  const stopped = new Promise<'stopped'>((settle) => {
    signal.addEventListener('abort', () => settle('stopped'), { once: true })
  })
  try {
    const engine = load()
    signal.addEventListener('abort', () => engine.stop(), { once: true })
    const done = work(engine).then((value) => ({ value }))
    // Stopped means over, whether it hears of it or not.
    const first = await Promise.race([done, stopped])
    return first === 'stopped' ? failed(failure('timeout', 'Nothing more came.')) : ok(first.value)
  } catch (error) {
    return failed(signal.aborted ? failure('timeout', 'Nothing more came.') : failureOfUpdate(error))
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
      } catch (error) {
        log.failure('update not installed', failureOfUpdate(error))
      }
      // Also when it is the old one: a restart was asked for.
      if (restart) startAfter(process.pid, image, [])
    },
    onLogin,
    onError,
  })
}
