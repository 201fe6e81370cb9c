/** The life of a user and their machine: what happens on it, and the app that has to live through it. */
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { LiveSecrets } from '../../main/diagnostics/live-secrets.ts'
import { parallelEndpoints } from '../../main/parallel/endpoints.ts'
import { App } from '../../main/state/app.ts'
import type { CommandHandlers } from '../../main/state/commands.ts'
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
import type { Settings } from '../../preload/contract/index.ts'
import { approve } from '../platform/device-authorizations.ts'
import { Laws } from './laws.ts'
import { chanceBy, Machine, type Process } from './machine.ts'
import { Network, type Weather } from './network.ts'

const secondMs = 1000
const minuteMs = 60 * secondMs
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

export type Episode =
  /** Nobody looks; the tray watches. */
  | { readonly kind: 'idle'; readonly ms: number }
  | { readonly kind: 'look'; readonly ms: number; readonly which: number }
  | { readonly kind: 'locked'; readonly ms: number }
  /** `announced`: the system says that it will sleep, and that it woke. */
  | { readonly kind: 'sleep'; readonly ms: number; readonly announced: boolean }
  | { readonly kind: 'weather'; readonly weather: Weather; readonly ms: number }
  /** Somebody sets the clock. */
  | { readonly kind: 'clock'; readonly ms: number }
  | { readonly kind: 'battery'; readonly on: boolean }
  | { readonly kind: 'pace'; readonly pace: Settings['pollInterval'] }
  | { readonly kind: 'restart'; readonly offMs: number }
  /** The app is killed after a while; `inWrite`: as soon as it has new tokens, before they are written. */
  | { readonly kind: 'kill'; readonly afterMs: number; readonly inWrite: boolean }

const ms = (min: number, max: number) => fc.integer({ min, max })

export const episode: fc.Arbitrary<Episode> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('idle' as const), ms: ms(minuteMs, 3 * hourMs) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('look' as const),
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
      kind: fc.constant('weather' as const),
      weather: fc.constantFrom('fine', 'offline', 'flaky', 'slow'),
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
      kind: fc.constant('pace' as const),
      pace: fc.constantFrom('normal', 'slower', 'slowest'),
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
  /** How often the app was killed between the answer and its writing. */
  readonly killedInWrite: number
}

/**
 * Lives the episodes, over and over, until the days are over. Whoever was signed out without being asked signs in
 * again when they look. At the end all is well for an hour: then everybody who is signed in has a fresh balance.
 */
export async function live(story: {
  readonly episodes: readonly Episode[]
  readonly organisations: number
  readonly days: number
  readonly rotationGraceMs: number
  readonly seed: number
}): Promise<Outcome> {
  const chance = chanceBy(story.seed)
  const machine = new Machine()
  const network = new Network(machine, chance, story.organisations, story.rotationGraceMs)
  const { context } = network
  const laws = new Laws(machine, context)
  const disk = new MemoryStore()
  const begin = machine.true
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
      // A process that is dead goes nowhere from here.
      return process.alive ? encrypt(plaintext) : new Promise(() => {})
    }
    const store = new MemoryStore()
    Object.assign(store, { files: disk.files })
    store.write = (name, document) => (process.alive ? disk.write(name, document) : { ok: true, value: null })
    store.remove = (name) => (process.alive ? disk.remove(name) : { ok: true, value: null })
    store.removeFolder = (...folder) =>
      process.alive ? disk.removeFolder(...folder) : { ok: true, value: null }
    const log = new MemoryLog()
    const app = new App(
      {
        clock: machine.clockOf(process),
        http: () => network.httpOf(process, laws),
        updater: null,
        random: { fraction: chance, uuid: randomUUID },
        store,
        secrets,
        log,
        desktop: new MemoryDesktop(),
        belongings: store,
        desktopSettings: new MemoryDesktopSettings(),
        files: new MemoryFiles(),
        appendLog: new MemoryAppendLog(),
        secretClipboard: new MemorySecretClipboard(),
        envFiles: new MemoryEnvFiles(),
        surroundings: new MemorySurroundings(),
        records: new MemoryRecords(),
        redact: (text) => text,
        liveSecrets: new LiveSecrets(),
      },
      {
        version: '0.0.0',
        folder: '/home/user/.config/parallel-tray',
        platform: testPlatform,
        machine: { platform: 'linux', wayland: false },
        language: 'en',
        server: { ...parallelEndpoints, isDefault: true },
        linkTo: () => '',
        readAbout: noAbout,
      },
    )
    app.state.update({ settings: { ...app.state.current.settings, ...settings } })
    app.setPower(power)
    void app.start()
    return { process, app, commands: app.commands, log }
  }

  function end(): void {
    machine.kill(running.process)
    laws.checkSecrets(running.log.lines.join('\n') + JSON.stringify(running.app.state.current))
    // The secrets in memory turn the text round.
    laws.killed([...disk.files.values()].map((text) => [...text].reverse().join('')).join(''))
    visible = false
    laws.attend({ inSight: null })
  }

  /** Time passes, awake. */
  async function pass(ms: number): Promise<void> {
    const from = machine.true
    const stopAt = machine.elapsed + ms
    while (machine.elapsed < stopAt) {
      await machine.pass(stopAt - machine.elapsed, () => !running.process.alive)
      if (running.process.alive) break
      killedInWrite += 1
      killInWrite = false
      end()
      running = start()
    }
    if (network.weather === 'fine') laws.allWasWell(from)
  }

  function look(which: number | null): void {
    const { organisations } = running.app.state.current
    const shown = which === null ? undefined : organisations[which % Math.max(organisations.length, 1)]
    if (shown !== undefined) void running.commands['organisation.show']({ organisationId: shown.id })
    visible = shown !== undefined
    laws.attend({ inSight: shown?.id ?? null })
    running.app.setWindowVisible(visible)
  }

  function setPower(change: Partial<typeof power>): void {
    if (power.locked && change.locked === false) laws.excuseAll()
    power = { ...power, ...change }
    laws.attend({ onBattery: power.onBattery })
    laws.lockedAt = power.locked ? machine.elapsed : null
    running.app.setPower(power)
  }

  async function sleep(ms: number, announced: boolean): Promise<void> {
    if (announced) {
      running.app.suspend()
      laws.asleep = true
      await pass(chance() * 2000)
    }
    network.sleeps += 1
    machine.sleep(ms)
    laws.asleep = false
    laws.excuseAll()
    if (announced) running.app.resume()
    await machine.wake()
  }

  async function signIn(organisationId: string): Promise<void> {
    const { app, commands } = running
    for (let tries = 0; tries < 5 && running.app === app; tries++) {
      await commands['sign-in.start']({ permissions: ['see'] })
      await pass(secondMs)
      const { signIn } = app.state.current
      if (signIn.kind !== 'waiting') continue
      approve(context, signIn.userCode, organisationId, ['balance:read'])
      await pass(minuteMs)
      if (app.state.current.signIn.kind === 'idle') return
    }
  }

  function countLosses(): void {
    for (const { id } of running.app.state.current.organisations) {
      const grant = running.app.organisations.get(id)?.session?.record.grant
      if (grant !== null && grant !== undefined && grant.endedAt !== null) laws.lost(id)
    }
  }

  async function happen(one: Episode): Promise<void> {
    const { app } = running
    switch (one.kind) {
      case 'idle':
        return pass(one.ms)
      case 'look': {
        look(one.which)
        await pass(one.ms)
        const lost = running.app.state.current.organisations.find(
          ({ session }) => session.kind === 'sign-in-again',
        )
        if (lost !== undefined && network.weather === 'fine') {
          countLosses()
          await signIn(lost.id)
        }
        return look(null)
      }
      case 'locked':
        setPower({ locked: true })
        await pass(one.ms)
        return setPower({ locked: false })
      case 'sleep':
        await sleep(one.ms, one.announced)
        return pass(minuteMs)
      case 'weather':
        network.weather = one.weather
        await pass(one.ms)
        network.weather = 'fine'
        laws.excuseAll()
        running.app.backOnline()
        return
      case 'clock':
        machine.wrong += one.ms
        return
      case 'battery':
        return setPower({ onBattery: one.on })
      case 'pace':
        settings.pollInterval = one.pace
        laws.attend({ setting: one.pace })
        app.state.update({ settings: { ...app.state.current.settings, ...settings } })
        return pass(0)
      case 'restart': {
        const ending = app.shutDown()
        let ended = false
        void ending.then(() => {
          ended = true
        })
        await machine.pass(10 * secondMs, () => ended)
        end()
        machine.sleep(one.offMs)
        running = start()
        return pass(minuteMs)
      }
      case 'kill':
        if (one.inWrite) {
          killInWrite = true
          await pass(one.afterMs)
          killInWrite = false
          return
        }
        await pass(one.afterMs)
        end()
        running = start()
        return pass(secondMs)
    }
  }

  await pass(secondMs)
  for (const { orgId } of context.state.organisations) await signIn(orgId)
  while (machine.true - begin < story.days * dayMs) {
    for (const one of story.episodes) {
      if (machine.true - begin > story.days * dayMs) break
      await happen(one)
      countLosses()
    }
    // The night, so that short stories don't make long days.
    await happen({ kind: 'sleep', ms: 10 * hourMs, announced: true })
  }
  // Three pauses of the slowest pace and a little: then all is as fresh as it gets.
  setPower({ locked: false, onBattery: false })
  await pass(hourMs + 15 * minuteMs)
  countLosses()
  const { organisations } = running.app.state.current
  if (organisations.length !== story.organisations)
    laws.broken.push(`${organisations.length} organisations are left`)
  for (const { id, session, trouble } of organisations) {
    if (session.kind === 'active' && trouble !== null) laws.broken.push(`${id}: ${trouble.failure.message}`)
    if (session.kind !== 'active' && session.kind !== 'sign-in-again')
      laws.broken.push(`${id}: ${session.kind}`)
  }
  end()
  return { laws, days: (machine.true - begin) / dayMs, killedInWrite }
}
