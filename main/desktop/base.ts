/** The parts that all others depend on: folders, log, crash record, store, clock. */
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { App } from 'electron'
import { LiveSecrets } from '../diagnostics/live-secrets.ts'
import { redaction } from '../diagnostics/redaction.ts'
import { electronStore } from './files/store.ts'
import { crashFile } from './log/crash-file.ts'
import { fileLog } from './log/log.ts'
import { handleUncaughtErrors } from './start/uncaught-errors.ts'
import { systemClock } from './system/clock.ts'

export type Base = ReturnType<typeof makeBase>

/** From here on an uncaught error is recorded and exits the app. */
export function makeBase(app: App) {
  const userData = app.getPath('userData')
  const logs = join(userData, 'logs')
  const documents = join(userData, 'documents')
  const liveSecrets = new LiveSecrets()
  const redact = redaction(() => liveSecrets.values, homedir())
  const log = fileLog(logs, redact)
  const crashes = crashFile(logs, app.getVersion(), redact)
  handleUncaughtErrors({ process, crashes, log, exit: (code) => app.exit(code) })
  log.info('started', { version: app.getVersion() })
  app.on('will-quit', () => log.info('ended'))
  return {
    userData,
    logs,
    documents,
    userAgent: `ParallelTray/${app.getVersion()}`,
    liveSecrets,
    redact,
    log,
    crashes,
    store: electronStore({ folder: documents, log }),
    clock: systemClock(),
  }
}
