/** Simulates the app on a user's machine through a sequence of episodes. */
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { LiveSecrets } from '../../main/diagnostics/live-secrets.ts'
import { parallelEndpoints } from '../../main/parallel/endpoints.ts'
import { App } from '../../main/state/app.ts'
import type { AppFacts, AppPorts } from '../../main/state/app-ports.ts'
import type { CommandHandlers } from '../../main/state/commands/handlers.ts'
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
import type { Settings } from '../../preload/contract/index.ts'
import { sampleSystem } from '../../preload/testing/samples.ts'
import { approve } from '../platform/device-authorizations.ts'
import { Laws } from './laws.ts'
import { Machine, type Process, seededRandom } from './machine.ts'
import { Network, type NetworkCondition } from './network.ts'

const secondMs = 1000
const minuteMs = 60 * secondMs
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

export type Episode =
  /** The window is closed; the app polls in the background. */
  | { readonly kind: 'idle'; readonly ms: number }
  | { readonly kind: 'open-window'; readonly ms: number; readonly which: number }
  | { readonly kind: 'locked'; readonly ms: number }
  /** `announced`: the system sends the suspend and resume events. */
  | { readonly kind: 'sleep'; readonly ms: number; readonly announced: boolean }
  | { readonly kind: 'network'; readonly condition: NetworkCondition; readonly ms: number }
  /** The clock is changed. */
  | { readonly kind: 'clock'; readonly ms: number }
  | { readonly kind: 'battery'; readonly on: boolean }
  | { readonly kind: 'poll-interval'; readonly pollInterval: Settings['pollInterval'] }
  | { readonly kind: 'restart'; readonly offMs: number }
  /** The app is killed after a while; `inWrite`: as soon as it has new tokens, before they are written. */
  | { readonly kind: 'kill'; readonly afterMs: number; readonly inWrite: boolean }

const ms = (min: number, max: number) => fc.integer({ min, max })

export const episode: fc.Arbitrary<Episode> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('idle' as const), ms: ms(minuteMs, 3 * hourMs) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('open-window' as const),
      ms: ms(5 * secondMs, 20 * minuteMs),
      which: fc.nat(19),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('locked' as const), ms: ms(minuteMs, 9 * dayMs) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('sleep' as const),
      ms: fc.oneof(
        { weight: 9, arbitrary: ms(secondMs, 3 * dayMs) },
        { weight: 1, arbitrary: ms(3 * dayMs, 9 * dayMs) },
      ),
      announced: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('network' as const),
      condition: fc.constantFrom('fine', 'offline', 'flaky', 'slow'),
      ms: ms(secondMs, 2 * hourMs),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('clock' as const),
      ms: fc.oneof(ms(-2 * hourMs, 2 * hourMs), ms(-30 * dayMs, 30 * dayMs)),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('battery' as const), on: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('poll-interval' as const),
      pollInterval: fc.constantFrom('normal', 'slower', 'slowest'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const), offMs: ms(0, dayMs) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('kill' as const),
      afterMs: ms(0, hourMs),
      inWrite: fc.boolean(),
    }),
  },
)

type Running = {
  readonly process: Process
  readonly app: App
  readonly commands: CommandHandlers
  readonly log: MemoryLog
}

export type Outcome = {
  readonly laws: Laws
  readonly days: number
  /** How often the app was killed between a response and the write. */
  readonly killedInWrite: number
}

/**
 * Repeats the episodes until the days are over. A user who lost a sign-in signs in again when the window is open. The
 * simulation ends with an hour awake and online, after which every signed-in organisation must have a fresh balance.
 */
export async function simulate(scenario: {
  readonly episodes: readonly Episode[]
  readonly organisations: number
  readonly days: number
  readonly rotationGraceMs: number
  readonly seed: number
}): Promise<Outcome> {
  const random = seededRandom(scenario.seed)
  const machine = new Machine()
  const network = new Network(machine, random, scenario.organisations, scenario.rotationGraceMs)
  const { context } = network
  const laws = new Laws(machine, context)
  const disk = new MemoryStore()
  const startedAt = machine.trueTime
  const settings: { pollInterval: Settings['pollInterval'] } = { pollInterval: 'normal' }
  let power = { onBattery: false, locked: false }
  let visible = false
  let killInWrite = false
  let killedInWrite = 0
  let running = start()

  function start(): Running {
    const process = machine.start()
    const secrets = new MemorySecrets()
    const encrypt = secrets.encrypt.bind(secrets)
    secrets.encrypt = (plaintext) => {
      if (killInWrite) machine.kill(process)
      // A killed process never continues.
      return process.alive ? encrypt(plaintext) : new Promise(() => {})
    }
    const store = new MemoryStore()
    Object.assign(store, { files: disk.files })
    store.write = (name, document) => (process.alive ? disk.write(name, document) : { ok: true, value: null })
    store.remove = (name) => (process.alive ? disk.remove(name) : { ok: true, value: null })
    store.removeFolder = (...folder) =>
      process.alive ? disk.removeFolder(...folder) : { ok: true, value: null }
    const log = new MemoryLog()
    const ports: AppPorts = {
      clock: machine.clockOf(process),
      http: () => network.httpOf(process, laws),
      updater: null,
      random: { fraction: random, uuid: randomUUID },
      store,
      secrets,
      log,
      desktop: new MemoryDesktop(),
      presence: new MemoryPresence(),
      consent: new MemoryConsent(),
      appData: store,
      desktopSettings: new MemoryDesktopSettings(),
      files: new MemoryFiles(),
      appendLog: new MemoryAppendLog(),
      secretClipboard: new MemorySecretClipboard(),
      envFiles: new MemoryEnvFiles(),
      systemProbe: new MemorySystemProbe(),
      records: new MemoryRecords(),
      redact: (text) => text,
      liveSecrets: new LiveSecrets(),
    }
    const facts: AppFacts = {
      version: '0.0.0',
      folder: '/home/user/.config/parallel-tray',
      platform: testPlatform,
      machine: sampleSystem,
      language: 'en',
      server: { ...parallelEndpoints, isDefault: true },
      linkTo: () => '',
      readAbout: noAbout,
    }
    const app = new App(ports, facts, makeShell(ports, facts))
    app.state.update({ settings: { ...app.state.current.settings, ...settings } })
    app.setPower(power)
    void app.start()
    return { process, app, commands: app.commands, log }
  }

  function end(): void {
    machine.kill(running.process)
    laws.checkSecrets(running.log.lines.join('\n') + JSON.stringify(running.app.state.current))
    // `MemorySecrets` encrypts by reversing the text.
    laws.killed([...disk.files.values()].map((text) => [...text].reverse().join('')).join(''))
    visible = false
    laws.setPollingConditions({ foreground: null })
  }

  /** Advances time while awake. */
  async function advance(ms: number): Promise<void> {
    const from = machine.trueTime
    const stopAt = machine.elapsedMs + ms
    while (machine.elapsedMs < stopAt) {
      await machine.advance(stopAt - machine.elapsedMs, () => !running.process.alive)
      if (running.process.alive) break
      killedInWrite += 1
      killInWrite = false
      end()
      running = start()
    }
    if (network.condition === 'fine') laws.addOnlinePeriod(from)
  }

  function showOrganisation(which: number | null): void {
    const { organisations } = running.app.state.current
    const shown = which === null ? undefined : organisations[which % Math.max(organisations.length, 1)]
    if (shown !== undefined) void running.commands['organisation.show']({ organisationId: shown.id })
    visible = shown !== undefined
    laws.setPollingConditions({ foreground: shown?.id ?? null })
    running.app.setWindowVisible(visible)
  }

  function setPower(change: Partial<typeof power>): void {
    if (power.locked && change.locked === false) laws.allowImmediateReads()
    power = { ...power, ...change }
    laws.setPollingConditions({ onBattery: power.onBattery })
    laws.lockedAt = power.locked ? machine.elapsedMs : null
    running.app.setPower(power)
  }

  async function sleep(ms: number, announced: boolean): Promise<void> {
    if (announced) {
      running.app.suspend()
      laws.asleep = true
      await advance(random() * 2000)
    }
    network.sleeps += 1
    machine.sleep(ms)
    laws.asleep = false
    laws.allowImmediateReads()
    if (announced) running.app.resume()
    await machine.wake()
  }

  async function signIn(organisationId: string): Promise<void> {
    const { app, commands } = running
    for (let attempts = 0; attempts < 5 && running.app === app; attempts++) {
      await commands['sign-in.start']({ permissions: ['see'] })
      await advance(secondMs)
      const { signIn } = app.state.current
      if (signIn.kind !== 'waiting') continue
      approve(context, signIn.userCode, organisationId, ['balance:read'])
      await advance(minuteMs)
      if (app.state.current.signIn.kind === 'idle') return
    }
  }

  function countLosses(): void {
    for (const { id } of running.app.state.current.organisations) {
      const grant = running.app.organisations.get(id)?.session.record.grant
      if (grant !== null && grant !== undefined && grant.endedAt !== null) laws.checkLoss(id)
    }
  }

  async function runEpisode(episode: Episode): Promise<void> {
    const { app } = running
    switch (episode.kind) {
      case 'idle':
        return advance(episode.ms)
      case 'open-window': {
        showOrganisation(episode.which)
        await advance(episode.ms)
        const lost = running.app.state.current.organisations.find(
          ({ session }) => session.kind === 'sign-in-again',
        )
        if (lost !== undefined && network.condition === 'fine') {
          countLosses()
          await signIn(lost.id)
        }
        return showOrganisation(null)
      }
      case 'locked':
        setPower({ locked: true })
        await advance(episode.ms)
        return setPower({ locked: false })
      case 'sleep':
        await sleep(episode.ms, episode.announced)
        return advance(minuteMs)
      case 'network':
        network.condition = episode.condition
        await advance(episode.ms)
        network.condition = 'fine'
        laws.allowImmediateReads()
        running.app.backOnline()
        return
      case 'clock':
        machine.clockErrorMs += episode.ms
        return
      case 'battery':
        return setPower({ onBattery: episode.on })
      case 'poll-interval':
        settings.pollInterval = episode.pollInterval
        laws.setPollingConditions({ pollInterval: episode.pollInterval })
        app.state.update({ settings: { ...app.state.current.settings, ...settings } })
        return advance(0)
      case 'restart': {
        const ending = app.shutDown()
        let ended = false
        void ending.then(() => {
          ended = true
        })
        await machine.advance(10 * secondMs, () => ended)
        end()
        machine.sleep(episode.offMs)
        running = start()
        return advance(minuteMs)
      }
      case 'kill':
        if (episode.inWrite) {
          killInWrite = true
          await advance(episode.afterMs)
          killInWrite = false
          return
        }
        await advance(episode.afterMs)
        end()
        running = start()
        return advance(secondMs)
    }
  }

  await advance(secondMs)
  for (const { orgId } of context.state.organisations) await signIn(orgId)
  while (machine.trueTime - startedAt < scenario.days * dayMs) {
    for (const next of scenario.episodes) {
      if (machine.trueTime - startedAt > scenario.days * dayMs) break
      await runEpisode(next)
      countLosses()
    }
    // Short scenarios would otherwise repeat many times a day.
    await runEpisode({ kind: 'sleep', ms: 10 * hourMs, announced: true })
  }
  // Longer than the longest poll interval, so that every balance is fresh.
  setPower({ locked: false, onBattery: false })
  await advance(hourMs + 15 * minuteMs)
  countLosses()
  const { organisations } = running.app.state.current
  if (organisations.length !== scenario.organisations)
    laws.violations.push(`${organisations.length} organisations are left`)
  for (const { id, session, trouble } of organisations) {
    if (session.kind === 'active' && trouble !== null)
      laws.violations.push(`${id}: ${trouble.failure.message}`)
    if (session.kind !== 'active' && session.kind !== 'sign-in-again')
      laws.violations.push(`${id}: ${session.kind}`)
  }
  end()
  return { laws, days: (machine.trueTime - startedAt) / dayMs, killedInWrite }
}
