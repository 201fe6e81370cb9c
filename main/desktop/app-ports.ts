/** The ports (`main/ports.ts`), implemented with Electron, the disk and the system. */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { app, ClipboardItem, clipboard, dialog, net, safeStorage, screen, session, shell } from 'electron'
import type { DesktopSettings } from '../ports.ts'
import type { AppPorts } from '../state/app-ports.ts'
import { updatesFolder } from '../updates/desktop/updater.ts'
import type { Base } from './base.ts'
import { electronEnvFiles } from './env-file/env-file.ts'
import { fileAppData } from './files/app-data.ts'
import { fileAppendLog } from './files/append-log.ts'
import { electronFiles } from './files/files.ts'
import { electronSecrets } from './keyring/secrets.ts'
import { storedKey } from './keyring/stored-key.ts'
import { readLog } from './log/log.ts'
import { electronHttp } from './network/http.ts'
import { sharedPartition } from './network/http-sessions.ts'
import type { Environment } from './start/environment.ts'
import type { UserQuit } from './start/user-quit.ts'
import { electronConsent } from './system/consent.ts'
import { electronDesktop } from './system/external.ts'
import { electronSecretClipboard } from './system/secret-clipboard.ts'
import { electronSystemProbe } from './system/system-probe.ts'
import { hasTrayHost } from './tray/tray-host.ts'
import type { MainWindow } from './window/window.ts'

export type ElectronPortsOptions = {
  readonly where: Environment
  readonly base: Base
  readonly desktopSettings: DesktopSettings
  readonly window: MainWindow
  readonly userQuit: UserQuit
  readonly updater: AppPorts['updater']
  /** The first paint of a window that is shown at the start; requests, which would delay it, wait for it. */
  readonly firstPaint: Promise<void>
}

/** Call it only after the app is ready. */
export function electronPorts(options: ElectronPortsOptions): AppPorts {
  const { where, base, desktopSettings, window, userQuit, updater, firstPaint } = options
  const { userData, logs, documents, clock, log, store, crashes, liveSecrets, redact } = base
  return {
    clock,
    http: (proxy) =>
      electronHttp({
        net,
        session,
        allowedOrigins: [new URL(where.platformUrl).origin, new URL(where.serviceApiUrl).origin],
        userAgent: base.userAgent,
        mayStart: firstPaint,
        proxy,
      }),
    secrets: electronSecrets({ safeStorage, waitForStoredKey: storedKey({ userData, clock, log }) }),
    store,
    random: { fraction: Math.random, uuid: randomUUID },
    log,
    desktop: electronDesktop({
      app,
      shell,
      clipboard,
      platformUrl: where.platformUrl,
      log,
      quit: () => userQuit.request(),
      window,
    }),
    presence: window,
    consent: electronConsent({ dialog, withParentWindow: (show) => window.withParentWindow(show), log }),
    appendLog: fileAppendLog(documents),
    appData: fileAppData({
      documents,
      others: [logs, join(updatesFolder(userData), 'pending')],
    }),
    desktopSettings,
    files: electronFiles({
      dialog,
      withParentWindow: (show) => window.withParentWindow(show),
      folder: () => app.getPath('documents'),
    }),
    secretClipboard: electronSecretClipboard({ clipboard, ClipboardItem, log }),
    envFiles: electronEnvFiles({ dialog, withParentWindow: (show) => window.withParentWindow(show), log }),
    updater,
    systemProbe: electronSystemProbe({
      app,
      net,
      screen,
      safeStorage,
      session: () => session.fromPartition(sharedPartition, { cache: false }),
      hasTrayHost,
      servers: [where.platformUrl, where.serviceApiUrl],
    }),
    records: {
      log: (maxBytes) => readLog(logs, maxBytes),
      crash: crashes.read,
      markCrashShown: crashes.markShown,
    },
    liveSecrets,
    redact,
  }
}
