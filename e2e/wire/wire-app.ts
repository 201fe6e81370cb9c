/** The whole app without a desktop before the stand-in, and what people do with it. */
import { randomUUID } from 'node:crypto'
import { LiveSecrets } from '../../main/diagnostics/live-secrets.ts'
import { App } from '../../main/state/app.ts'
import { noAbout, testPlatform } from '../../main/testing/memory-app.ts'
import {
  MemoryAppendLog,
  MemoryDesktop,
  MemoryDesktopSettings,
  MemoryEnvFiles,
  MemoryFiles,
  MemoryLog,
  MemorySecretClipboard,
  MemorySecrets,
  MemoryStore,
} from '../../main/testing/memory-ports.ts'
import { MemoryRecords, MemorySurroundings } from '../../main/testing/memory-surroundings.ts'
import type { Organisation, Permission, Session, SignIn } from '../../preload/contract/index.ts'
import type { PlatformOptions } from '../platform/platform.ts'
import { startWire, type Wire } from './wire.ts'

export type WireApp = ReturnType<typeof wireApp>

/** @param kept what outlives the run: hand the same again for a restart */
export function wireApp(
  wire: Wire,
  kept: { store?: MemoryStore; appendLog?: MemoryAppendLog; secrets?: MemorySecrets } = {},
) {
  const { clock, http, control, said } = wire
  const store = kept.store ?? new MemoryStore()
  const appendLog = kept.appendLog ?? new MemoryAppendLog()
  const secrets = kept.secrets ?? new MemorySecrets()
  const desktop = new MemoryDesktop()
  const log = new MemoryLog()
  const secretClipboard = new MemorySecretClipboard()
  const envFiles = new MemoryEnvFiles()
  const report = log.info.bind(log)
  log.info = (event, details) => {
    report(event, details)
    said.push(`${event} ${JSON.stringify(details ?? {})}`)
  }
  const app = new App(
    {
      clock,
      http: () => http,
      store,
      appendLog,
      secrets,
      desktop,
      desktopSettings: new MemoryDesktopSettings(),
      files: new MemoryFiles(),
      secretClipboard,
      envFiles,
      log,
      belongings: store,
      updater: null,
      surroundings: new MemorySurroundings(),
      records: new MemoryRecords(),
      redact: (text) => text,
      liveSecrets: new LiveSecrets(),
      random: { fraction: () => 0.5, uuid: randomUUID },
    },
    {
      version: '0.0.0',
      platform: testPlatform,
      machine: { platform: 'linux', wayland: false },
      language: 'en',
      server: { ...wire.endpoints, isDefault: true },
      folder: '/home/user/.config/parallel-tray',
      linkTo: (destination) => `https://example.com/${destination}`,
      readAbout: noAbout,
    },
  )
  app.state.subscribe((state) => said.push(JSON.stringify(state)))
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
    /** The first organisation, if anybody is signed in. */
    get organisation(): Organisation | undefined {
      return app.state.current.organisations[0]
    },
    get session(): Session | undefined {
      return app.state.current.organisations[0]?.session
    },
    /** Asks for a code and waits until it is shown, or until it is clear that there is none. */
    async start(permissions: readonly Permission[] = []): Promise<void> {
      await commands['sign-in.start']({ permissions: [...permissions] })
      await wire.quiet()
    },
    /** The person approves what the window shows; the app finds out at its next check. */
    async approve(approval: { orgId?: string; scope?: string } = {}): Promise<void> {
      control.approve({ userCode: userCodeOf(app.state.current.signIn), ...approval })
      await this.nextCheck()
    },
    async deny(): Promise<void> {
      control.deny({ userCode: userCodeOf(app.state.current.signIn) })
      await this.nextCheck()
    },
    async nextCheck(): Promise<void> {
      const { signIn } = app.state.current
      if (signIn.kind === 'waiting') await clock.advance(signIn.nextCheckAt - clock.now())
      await wire.quiet()
    },
    /** The refresh button, to the end. */
    async read(organisationId = app.state.current.organisations[0]?.id ?? ''): Promise<void> {
      await commands['organisation.refresh']({ organisationId })
      await wire.quiet()
    },
    async signOut(organisationId = app.state.current.organisations[0]?.id ?? ''): Promise<void> {
      await commands['organisation.sign-out']({ organisationId, forget: false })
      await wire.quiet()
    },
    /** What a quit waits for; tells which grants stay alive. */
    shutDown: () => app.shutDown(),
    async quit(): Promise<void> {
      await this.shutDown()
      await wire.quiet()
    },
  }
}

/** Quits and starts again with what is on the disk. */
export async function restarted(its: WireApp): Promise<WireApp> {
  await its.quit()
  const next = wireApp(its.wire, its)
  await next.app.start()
  await its.wire.quiet()
  return next
}

export async function startedApp(options: PlatformOptions = {}): Promise<WireApp> {
  const made = wireApp(await startWire(options))
  await made.app.start()
  return made
}

/** Signs in to the first organisation; ends when its balance was read. */
export async function signedInApp(options: PlatformOptions = {}): Promise<WireApp> {
  const made = await startedApp(options)
  await made.start(['manage', 'add-money'])
  await made.approve()
  return made
}

function userCodeOf(signIn: SignIn): string {
  if (signIn.kind === 'waiting') return signIn.userCode
  throw new Error(`no code is shown: ${JSON.stringify(signIn)}`)
}
