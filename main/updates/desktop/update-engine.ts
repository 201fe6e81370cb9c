/**
 * electron-updater, set up as this app wants it: it does what it is told, says nothing about who asks, and verifies all
 * of what it fetched. A bundle of its own (`updater.cjs`), which is loaded with the first look for updates.
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
import { type CountedRequest, type CountedResponse, UpdateLimits } from './update-limits.ts'

/** Without a name: nobody is known, and the request fails. */
export type LoginAnswer = (name?: string, password?: string) => void

export type EngineOptions = {
  /** `others`: only looks. */
  readonly kind: 'app-image' | 'windows' | 'mac' | 'others'
  /** Where downloads lie until they are installed. */
  readonly folder: string
  readonly userAgent: string
  /** Whether a request may go there. */
  readonly mayAsk: (address: string) => boolean
  /** Throws what the disk throws. */
  readonly replaceAppImage: (by: string, restart: boolean) => void
  /** A proxy, or the feed itself, asks who this is. */
  readonly onLogin: (pool: Session, info: AuthInfo, answer: LoginAnswer) => void
  /** Something went wrong outside of what was asked for, such as the installation at the end. */
  readonly onError: (error: Error) => void
}

export type Engine = {
  /** The newest release, if it is newer than what runs. Rejects. */
  find(): Promise<string | null>
  /**
   * What `find` found. Rejects; nothing is kept of what isn't what the feed announced.
   * @param arrived told of each part, with the fraction that is here: 0 if the server doesn't say of how much
   */
  download(arrived: (fraction: number) => void): Promise<void>
  /** Breaks off what is under way. */
  stop(): void
  /** Puts in place what was downloaded. @returns true when it then ends the app itself */
  install(restart: boolean): boolean
}

/** A release, and nothing before one. */
const release = /^\d+\.\d+\.\d+$/

/** Three times what the largest package is, and a hundred times the description of all of them. */
const mostBytes = { description: 1024 * 1024, download: 512 * 1024 * 1024 }

export function makeEngine(options: EngineOptions): Engine {
  const updater = updaterFor(options)
  const downloads = new DownloadedUpdateHelper(options.folder)
  const limits = new UpdateLimits()
  setUp(updater, downloads, limits, options)
  let token: CancellationToken | undefined
  return {
    async find() {
      limits.begin(mostBytes.description)
      const found = await updater.checkForUpdates()
      token = found?.cancellationToken
      if (found?.isUpdateAvailable) return found.updateInfo.version
      // What was downloaded before is installed, or was taken back.
      await downloads.clear()
      return null
    },
    async download(arrived) {
      let fraction = 0
      const onProgress = ({ percent }: { readonly percent: number }): void => {
        fraction = percent / 100
        arrived(fraction)
      }
      limits.begin(mostBytes.download, () => arrived(fraction))
      updater.on('download-progress', onProgress)
      try {
        await updater.downloadUpdate(token)
      } finally {
        updater.removeListener('download-progress', onProgress)
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
      // At a plain end Squirrel installs by itself what it was given.
      if (restart) updater.quitAndInstall()
      return restart
    },
  }
}

function updaterFor({ kind, replaceAppImage }: EngineOptions): AppImages | MacUpdater | NsisUpdater {
  if (kind === 'mac') return new MacUpdater()
  return kind === 'windows' ? new NsisUpdater() : new AppImages(replaceAppImage)
}

class AppImages extends AppImageUpdater {
  readonly #replace: EngineOptions['replaceAppImage']

  constructor(replace: EngineOptions['replaceAppImage']) {
    super()
    this.#replace = replace
  }

  // How the app was installed is known already, also where this only looks.
  override isUpdaterActive(): boolean {
    return true
  }

  /**
   * The original deletes the old file first, and so loses it when the new one can't be moved (app-image.test.ts), may
   * change its name (by which it is opened at login), and starts the new one while this one still holds the lock of
   * the only instance.
   */
  protected override doInstall({ isForceRunAfter }: InstallOptions): boolean {
    if (this.installerPath !== null) this.#replace(this.installerPath, isForceRunAfter)
    return true
  }
}

/** What its types keep to itself. A version that has it no longer fails at the first look, in the tests. */
type Insides = {
  readonly httpExecutor: {
    createRequest(options: object, onResponse: (response: CountedResponse) => void): CountedRequest
  }
}

function setUp(
  updater: AppUpdater,
  downloads: DownloadedUpdateHelper,
  limits: UpdateLimits,
  options: EngineOptions,
): void {
  const { userAgent, mayAsk, onLogin, onError } = options
  updater.autoDownload = false
  // Elsewhere `install` is told when; Squirrel has to have the update before the end.
  updater.autoInstallOnAppQuit = updater instanceof MacUpdater
  updater.allowDowngrade = false
  updater.allowPrerelease = false
  updater.disableWebInstaller = true
  // One whole file with one digest.
  updater.disableDifferentialDownload = true
  // It would write whole addresses, paths and pages.
  updater.logger = null
  updater.requestHeaders = { 'User-Agent': userAgent }
  const isSupported = updater.isUpdateSupported
  updater.isUpdateSupported = async (info) => release.test(info.version) && isSupported(info)
  // Who gets an update early would be decided by an id of this installation: there is none.
  updater.isUserWithinRollout = () => true
  Object.assign(updater, { getOrCreateStagingUserId: async () => '', downloadedUpdateHelper: downloads })
  const { httpExecutor } = updater as unknown as Insides
  httpExecutor.createRequest = limits.counting(httpExecutor.createRequest.bind(httpExecutor))
  const { webRequest } = updater.netSession
  webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !limits.mayAsk() || !mayAsk(url) }))
  webRequest.onBeforeSendHeaders(({ requestHeaders }, answer) => {
    const { 'x-user-staging-id': _id, ...headers } = requestHeaders
    answer({ requestHeaders: headers })
  })
  updater.on('login', (info, answer) => onLogin(updater.netSession, info, answer as LoginAnswer))
  updater.on('error', onError)
}
