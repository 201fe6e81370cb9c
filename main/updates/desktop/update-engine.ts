/**
 * electron-updater with this app's configuration: nothing happens automatically, requests carry no installation ID, the
 * feed must be signed with a key of this app, and every download is verified. A separate bundle (`out/updater`) that the
 * first check for updates loads.
 */
import type { AuthInfo, Session } from 'electron'
import {
  AppImageUpdater,
  type AppUpdater,
  type CancellationToken,
  MacUpdater,
  NsisUpdater,
} from 'electron-updater'
import type { InstallOptions } from 'electron-updater/out/BaseUpdater.js'
import { DownloadedUpdateHelper } from 'electron-updater/out/DownloadedUpdateHelper.js'
import updates from '../../../build/updates.json' with { type: 'json' }
import { type FeedRequest, requireSignature } from './feed-signature.ts'
import { type CountedRequest, type CountedResponse, UpdateLimits } from './update-limits.ts'

/** Without a name the request fails. */
export type LoginAnswer = (name?: string, password?: string) => void

export type EngineOptions = {
  /** `others`: checks without installing. */
  readonly kind: 'app-image' | 'windows' | 'mac' | 'others'
  /** The folder for downloads until they are installed. */
  readonly folder: string
  readonly userAgent: string
  readonly isAddressAllowed: (address: string) => boolean
  readonly replaceAppImage: (replacement: string, restart: boolean) => void
  /** A proxy, or the feed itself, asks for credentials. */
  readonly onLogin: (pool: Session, info: AuthInfo, answer: LoginAnswer) => void
  /** An error outside of `find` and `download`, such as in the installation. */
  readonly onError: (error: Error) => void
}

export type Engine = {
  /** The newest release, if it is newer than the running version. Rejects on failure. */
  find(): Promise<string | null>
  /**
   * Downloads what `find` found. Rejects on failure, and deletes a file that isn't what the feed announced.
   * @param onProgress called for each received part with the fraction of the whole; 0 if the server sends no length
   */
  download(onProgress: (fraction: number) => void): Promise<void>
  /** Aborts the running operation. */
  stop(): void
  /** Installs the download. @returns true if that quits the app itself */
  install(restart: boolean): boolean
}

/** A release version, not a pre-release. */
const releaseVersion = /^\d+\.\d+\.\d+$/

/** Three times the size of the largest package, and a hundred times that of the feed's description. */
const maxBytes = { description: 1024 * 1024, download: 512 * 1024 * 1024 }

export function makeEngine(options: EngineOptions): Engine {
  const updater = updaterFor(options)
  const downloads = new DownloadedUpdateHelper(options.folder)
  const limits = new UpdateLimits()
  configure(updater, downloads, limits, options)
  let token: CancellationToken | undefined
  return {
    async find() {
      limits.begin(maxBytes.description)
      const found = await updater.checkForUpdates()
      token = found?.cancellationToken
      if (found?.isUpdateAvailable) return found.updateInfo.version
      // An earlier download is installed by now, or its release was withdrawn.
      await downloads.clear()
      return null
    },
    async download(onProgress) {
      let fraction = 0
      const onUpdaterProgress = ({ percent }: { readonly percent: number }): void => {
        fraction = percent / 100
        onProgress(fraction)
      }
      limits.begin(maxBytes.download, () => onProgress(fraction))
      updater.on('download-progress', onUpdaterProgress)
      try {
        await updater.downloadUpdate(token)
      } finally {
        updater.removeListener('download-progress', onUpdaterProgress)
      }
    },
    stop() {
      limits.end()
      token?.cancel()
      void updater.netSession.closeAllConnections()
    },
    install(restart) {
      if (!(updater instanceof MacUpdater)) {
        updater.install(true, restart)
        return false
      }
      // Without a restart, Squirrel installs the update on its own when the app quits.
      if (restart) updater.quitAndInstall()
      return restart
    },
  }
}

function updaterFor({
  kind,
  replaceAppImage,
}: EngineOptions): SafeAppImageUpdater | MacUpdater | NsisUpdater {
  if (kind === 'mac') return new MacUpdater()
  return kind === 'windows' ? new NsisUpdater() : new SafeAppImageUpdater(replaceAppImage)
}

class SafeAppImageUpdater extends AppImageUpdater {
  readonly #replace: EngineOptions['replaceAppImage']

  constructor(replace: EngineOptions['replaceAppImage']) {
    super()
    this.#replace = replace
  }

  // `findInstallation` has decided that already.
  override isUpdaterActive(): boolean {
    return true
  }

  /**
   * electron-updater's own version deletes the old file first, and so loses it when the new one can't be moved
   * (app-image.test.ts); it may change the name, by which the app is started at login; and it starts the new version
   * while this one still holds the single-instance lock.
   */
  protected override doInstall({ isForceRunAfter }: InstallOptions): boolean {
    if (this.installerPath !== null) this.#replace(this.installerPath, isForceRunAfter)
    return true
  }
}

/** Set at the build, like the feed's address. */
const publicKeys: readonly string[] = updates.publicKeys

/** Private members of electron-updater. The tests fail if a version no longer has them. */
type Internals = {
  readonly httpExecutor: {
    request(options: FeedRequest, token?: CancellationToken): Promise<string | null>
    createRequest(options: object, onResponse: (response: CountedResponse) => void): CountedRequest
  }
}

function configure(
  updater: AppUpdater,
  downloads: DownloadedUpdateHelper,
  limits: UpdateLimits,
  options: EngineOptions,
): void {
  const { userAgent, isAddressAllowed, onLogin, onError } = options
  updater.autoDownload = false
  // Squirrel needs the update before the app quits; elsewhere `install` decides.
  updater.autoInstallOnAppQuit = updater instanceof MacUpdater
  updater.allowDowngrade = false
  updater.allowPrerelease = false
  updater.disableWebInstaller = true
  // So that one digest verifies the whole file.
  updater.disableDifferentialDownload = true
  // It would log whole addresses, paths and pages.
  updater.logger = null
  updater.requestHeaders = { 'User-Agent': userAgent }
  const isSupported = updater.isUpdateSupported
  updater.isUpdateSupported = async (info) => releaseVersion.test(info.version) && isSupported(info)
  // A staged rollout would need an ID of this installation, which doesn't exist.
  updater.isUserWithinRollout = () => true
  Object.assign(updater, { getOrCreateStagingUserId: async () => '', downloadedUpdateHelper: downloads })
  const { httpExecutor } = updater as unknown as Internals
  httpExecutor.createRequest = limits.limitBytes(httpExecutor.createRequest.bind(httpExecutor))
  // The generic feed's only requests for text; packages are downloaded by another method.
  httpExecutor.request = requireSignature(httpExecutor.request.bind(httpExecutor), publicKeys)
  const { webRequest } = updater.netSession
  webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: !limits.countRequest() || !isAddressAllowed(url) }),
  )
  webRequest.onBeforeSendHeaders(({ requestHeaders }, answer) => {
    const { 'x-user-staging-id': _id, ...headers } = requestHeaders
    answer({ requestHeaders: headers })
  })
  updater.on('login', (info, answer) => onLogin(updater.netSession, info, answer as LoginAnswer))
  updater.on('error', onError)
}
