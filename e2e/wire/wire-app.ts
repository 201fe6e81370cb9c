/** The whole app without Electron, connected to the stand-in, with the actions of a user. */
import { randomUUID } from 'node:crypto'
import { LiveSecrets } from '../../main/diagnostics/live-secrets.ts'
import { App } from '../../main/state/app.ts'
import type { AppFacts, AppPorts } from '../../main/state/app-ports.ts'
import { makeShell } from '../../main/state/shell.ts'
import { noAbout, testPlatform } from '../../main/testing/memory-app.ts'
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
} from '../../main/testing/memory-ports.ts'
import { MemoryRecords, MemorySystemProbe } from '../../main/testing/memory-system-probe.ts'
import type { Organisation, Permission, Session, SignIn } from '../../preload/contract/index.ts'
import { sampleSystem } from '../../preload/testing/samples.ts'
import type { PlatformOptions } from '../platform/platform.ts'
import { startWire, type Wire } from './wire.ts'

export type WireApp = ReturnType<typeof wireApp>

/** @param storage the persistent parts; pass those of a previous run for a restart */
export function wireApp(
  wire: Wire,
  storage: { store?: MemoryStore; appendLog?: MemoryAppendLog; secrets?: MemorySecrets } = {},
) {
  const { clock, http, control, output } = wire
  const store = storage.store ?? new MemoryStore()
  const appendLog = storage.appendLog ?? new MemoryAppendLog()
  const secrets = storage.secrets ?? new MemorySecrets()
  const desktop = new MemoryDesktop()
  const log = new MemoryLog()
  const secretClipboard = new MemorySecretClipboard()
  const envFiles = new MemoryEnvFiles()
  const report = log.info.bind(log)
  log.info = (event, details) => {
    report(event, details)
    output.push(`${event} ${JSON.stringify(details ?? {})}`)
  }
  const ports: AppPorts = {
    clock,
    http: () => http,
    store,
    appendLog,
    secrets,
    desktop,
    presence: new MemoryPresence(),
    consent: new MemoryConsent(),
    desktopSettings: new MemoryDesktopSettings(),
    files: new MemoryFiles(),
    secretClipboard,
    envFiles,
    log,
    appData: store,
    updater: null,
    systemProbe: new MemorySystemProbe(),
    records: new MemoryRecords(),
    redact: (text) => text,
    liveSecrets: new LiveSecrets(),
    random: { fraction: () => 0.5, uuid: randomUUID },
  }
  const facts: AppFacts = {
    version: '0.0.0',
    platform: testPlatform,
    machine: sampleSystem,
    language: 'en',
    server: { ...wire.endpoints, isDefault: true },
    folder: '/home/user/.config/parallel-tray',
    linkTo: (destination) => `https://example.com/${destination}`,
    readAbout: noAbout,
  }
  const app = new App(ports, facts, makeShell(ports, facts))
  app.state.subscribe((state) => output.push(JSON.stringify(state)))
  const { commands } = app

  return {
    wire,
    app,
    commands,
    store,
    appendLog,
    secrets,
    desktop,
    secretClipboard,
    envFiles,
    get signIn(): SignIn {
      return app.state.current.signIn
    },
    /** The first organisation, if the user is signed in. */
    get organisation(): Organisation | undefined {
      return app.state.current.organisations[0]
    },
    get session(): Session | undefined {
      return app.state.current.organisations[0]?.session
    },
    /** Requests a code and waits until it is shown or the request has failed. */
    async start(permissions: readonly Permission[] = []): Promise<void> {
      await commands['sign-in.start']({ permissions: [...permissions] })
      await wire.quiet()
    },
    /** Approves the shown code and waits for the next poll. */
    async approve(approval: { orgId?: string; scope?: string } = {}): Promise<void> {
      control.approve({ userCode: shownUserCode(app.state.current.signIn), ...approval })
      await this.nextCheck()
    },
    async deny(): Promise<void> {
      control.deny({ userCode: shownUserCode(app.state.current.signIn) })
      await this.nextCheck()
    },
    async nextCheck(): Promise<void> {
      const { signIn } = app.state.current
      if (signIn.kind === 'waiting') await clock.advance(signIn.nextCheckAt - clock.now())
      await wire.quiet()
    },
    /** Clicks refresh and waits for the outcome. */
    async read(organisationId = app.state.current.organisations[0]?.id ?? ''): Promise<void> {
      await commands['organisation.refresh']({ organisationId })
      await wire.quiet()
    },
    async signOut(organisationId = app.state.current.organisations[0]?.id ?? ''): Promise<void> {
      await commands['organisation.sign-out']({ organisationId, forget: false })
      await wire.quiet()
    },
    /** The part of a quit that the app waits for; returns the grants that stay alive. */
    shutDown: () => app.shutDown(),
    async quit(): Promise<void> {
      await this.shutDown()
      await wire.quiet()
    },
  }
}

/** Quits and starts again with the same persistent storage. */
export async function restartApp(harness: WireApp): Promise<WireApp> {
  await harness.quit()
  const next = wireApp(harness.wire, harness)
  await next.app.start()
  await harness.wire.quiet()
  return next
}

export async function startApp(options: PlatformOptions = {}): Promise<WireApp> {
  const harness = wireApp(await startWire(options))
  await harness.app.start()
  return harness
}

/** Signs in to the first organisation and reads its balance. */
export async function startSignedInApp(options: PlatformOptions = {}): Promise<WireApp> {
  const harness = await startApp(options)
  await harness.start(['manage', 'add-money'])
  await harness.approve()
  return harness
}

function shownUserCode(signIn: SignIn): string {
  if (signIn.kind === 'waiting') return signIn.userCode
  throw new Error(`no code is shown: ${JSON.stringify(signIn)}`)
}
