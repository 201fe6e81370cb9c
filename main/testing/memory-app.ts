/** The whole app without a desktop, on a virtual clock, before a service in memory. */
import { randomUUID } from 'node:crypto'
import { type About, ok } from '../../preload/contract/index.ts'
import { redaction } from '../diagnostics/redaction.ts'
import { parallelEndpoints } from '../parallel/endpoints.ts'
import { App } from '../state/app.ts'
import { commandHandlers } from '../state/commands.ts'
import {
  MemoryDesktop,
  MemoryDesktopSettings,
  MemoryEnvFiles,
  MemoryFiles,
  MemoryJournal,
  MemoryLog,
  MemorySecretClipboard,
  MemorySecrets,
  MemoryStore,
} from './memory-ports.ts'
import { MemoryService } from './memory-service.ts'
import { MemoryRecords, MemorySurroundings } from './memory-surroundings.ts'
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

/** Nothing is packed with an app in memory. */
export const noAbout = async () =>
  ok<About>({ version: '0.0.0', electron: '', chromium: '', node: '', licences: [] })

/** @param kept what outlives the run: hand the same again for a restart */
export function memoryApp(
  kept: {
    clock?: VirtualClock
    store?: MemoryStore
    journal?: MemoryJournal
    secrets?: MemorySecrets
    service?: MemoryService
    updater?: MemoryUpdater
    records?: MemoryRecords
  } = {},
) {
  const clock = kept.clock ?? new VirtualClock()
  const store = kept.store ?? new MemoryStore()
  const journal = kept.journal ?? new MemoryJournal()
  const secrets = kept.secrets ?? new MemorySecrets()
  const service = kept.service ?? new MemoryService(clock)
  const records = kept.records ?? new MemoryRecords()
  const surroundings = new MemorySurroundings()
  const desktop = new MemoryDesktop()
  const desktopSettings = new MemoryDesktopSettings()
  const files = new MemoryFiles()
  const log = new MemoryLog()
  const secretClipboard = new MemorySecretClipboard()
  const envFiles = new MemoryEnvFiles()
  const app: App = new App(
    {
      clock,
      store,
      journal,
      secrets,
      desktop,
      belongings: store,
      desktopSettings,
      files,
      secretClipboard,
      envFiles,
      log,
      surroundings,
      records,
      redact: redaction(() => app.secretsAlive, '/home/user'),
      http: service.http,
      updater: kept.updater ?? null,
      random: { fraction: () => 0.5, uuid: randomUUID },
    },
    {
      version: '0.0.0',
      folder: '/home/user/.config/parallel-tray',
      platform: testPlatform,
      machine: { platform: 'linux', wayland: false },
      language: 'en',
      server: { ...parallelEndpoints, isDefault: true },
    },
  )
  const commands = commandHandlers(
    app,
    desktop,
    (destination) => `https://example.com/${destination}`,
    noAbout,
  )
  return {
    app,
    commands,
    clock,
    store,
    journal,
    secrets,
    service,
    desktop,
    desktopSettings,
    files,
    secretClipboard,
    envFiles,
    log,
    surroundings,
    records,
  }
}

/** Signs in by the shortest way; ends when the account was read. */
export async function signedIn(kept: Parameters<typeof memoryApp>[0] = {}) {
  const made = memoryApp(kept)
  await made.app.start()
  await made.commands['sign-in.start']({ permissions: [] })
  made.service.decision = 'approved'
  await made.clock.advance(7000)
  await made.clock.advance(0)
  return made
}
