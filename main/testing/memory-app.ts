/** The whole app without Electron, with a virtual clock and an in-memory service. */
import { randomUUID } from 'node:crypto'
import { type About, ok } from '../../preload/contract/index.ts'
import { sampleSystem } from '../../preload/testing/samples.ts'
import { LiveSecrets } from '../diagnostics/live-secrets.ts'
import { redaction } from '../diagnostics/redaction.ts'
import { parallelEndpoints } from '../parallel/endpoints.ts'
import type { ProxyPasswords } from '../proxy/proxy-passwords.ts'
import { App } from '../state/app.ts'
import type { AppFacts, AppPorts } from '../state/app-ports.ts'
import { makeShell } from '../state/shell.ts'
import {
  MemoryAppendLog,
  MemoryConsent,
  MemoryDesktop,
  MemoryDesktopSettings,
  MemoryEnvFiles,
  MemoryFiles,
  MemoryLog,
  MemoryPresence,
  MemorySecretClipboard,
  MemorySecrets,
  MemoryStore,
} from './memory-ports.ts'
import { MemoryService } from './memory-service.ts'
import { MemoryRecords, MemorySystemProbe } from './memory-system-probe.ts'
import type { MemoryUpdater } from './memory-updater.ts'
import { VirtualClock } from './virtual-clock.ts'

export const testPlatform = {
  machine: 'x86_64',
  os_name: 'posix',
  processor: '',
  release: '6.1',
  system: 'Linux',
  version: '#1',
}

/** An in-memory app has no bundled packages. */
export const noAbout = async () =>
  ok<About>({ version: '0.0.0', electron: '', chromium: '', node: '', licences: [] })

/** @param kept the persistent parts; pass those of the previous run for a restart */
export function memoryApp(
  kept: {
    clock?: VirtualClock
    store?: MemoryStore
    appendLog?: MemoryAppendLog
    secrets?: MemorySecrets
    service?: MemoryService
    updater?: MemoryUpdater
    records?: MemoryRecords
  } = {},
) {
  const clock = kept.clock ?? new VirtualClock()
  const store = kept.store ?? new MemoryStore()
  const appendLog = kept.appendLog ?? new MemoryAppendLog()
  const secrets = kept.secrets ?? new MemorySecrets()
  const service = kept.service ?? new MemoryService(clock)
  const records = kept.records ?? new MemoryRecords()
  const { updater } = kept
  const systemProbe = new MemorySystemProbe()
  const desktop = new MemoryDesktop()
  const presence = new MemoryPresence()
  const consent = new MemoryConsent()
  const desktopSettings = new MemoryDesktopSettings()
  const files = new MemoryFiles()
  const log = new MemoryLog()
  const secretClipboard = new MemorySecretClipboard()
  const envFiles = new MemoryEnvFiles()
  const liveSecrets = new LiveSecrets()
  let proxy!: ProxyPasswords
  const ports: AppPorts = {
    clock,
    store,
    appendLog,
    secrets,
    desktop,
    presence,
    consent,
    appData: store,
    desktopSettings,
    files,
    secretClipboard,
    envFiles,
    log,
    systemProbe,
    records,
    redact: redaction(() => liveSecrets.values, '/home/user'),
    liveSecrets,
    http: (passwords) => {
      proxy = passwords
      return service.http
    },
    updater: updater === undefined ? null : () => updater,
    random: { fraction: () => 0.5, uuid: randomUUID },
  }
  const facts: AppFacts = {
    version: '0.0.0',
    folder: '/home/user/.config/parallel-tray',
    platform: testPlatform,
    machine: sampleSystem,
    language: 'en',
    server: { ...parallelEndpoints, isDefault: true },
    linkTo: (destination) => `https://example.com/${destination}`,
    readAbout: noAbout,
  }
  const app = new App(ports, facts, makeShell(ports, facts))
  const { commands } = app
  return {
    app,
    commands,
    clock,
    store,
    appendLog,
    secrets,
    service,
    desktop,
    presence,
    consent,
    desktopSettings,
    files,
    secretClipboard,
    envFiles,
    log,
    systemProbe,
    records,
    liveSecrets,
    /** Answers the challenges of proxies. */
    proxy: (): ProxyPasswords => proxy,
  }
}

export type MemoryApp = ReturnType<typeof memoryApp>

/** Signs in; resolves when the balance has been read. */
export async function signedIn(kept: Parameters<typeof memoryApp>[0] = {}) {
  const made = memoryApp(kept)
  await made.app.start()
  await made.commands['sign-in.start']({ permissions: [] })
  made.service.decision = 'approved'
  await made.clock.advance(7000)
  await made.clock.advance(0)
  return made
}

/** Stops the background polling, so that only the test causes requests. */
export function stopPolling({ organisations }: App): void {
  for (const { balance } of organisations.signedIn) balance.stop()
}
