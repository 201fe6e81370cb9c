/**
 * Benchmarks the app against an empty app on the same Electron, started alternately (`npm run bench`). Absolute times depend
 * on the machine and its load; the ratios are what counts.
 */
import { cpSync, existsSync, readdirSync, readFileSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AppState } from '../../preload/contract/index.ts'
import { type Row, table } from '../../scripts/bench/table.mjs'
import { test } from '../app.ts'
import type { Desktop } from '../desktop/desktop.ts'
import { waitFor } from '../desktop/wait.ts'
import type { Platform } from '../platform/platform.ts'
import { fiveYears } from './five-years.ts'
import { cpuMs, memoryMb, wakeUps } from './processes.ts'
import { BenchApp, type StartOptions } from './run-app.ts'

const results = process.env.PARALLEL_TRAY_BENCH ?? ''
/** `PARALLEL_TRAY_BENCH_ROUNDS` shortens a run during development. */
const rounds = Number(process.env.PARALLEL_TRAY_BENCH_ROUNDS ?? 5)
const restRounds = Math.ceil(rounds / 2)
const only = new RegExp(process.env.PARALLEL_TRAY_BENCH_ONLY ?? '')
/** How long an app may take to become idle after a start or a change. */
const settleMs = 6_000
/** Half a minute after a start or a change V8 collects garbage, which wakes up all its threads and frees memory. */
const restSettleMs = 60_000
const restSeconds = 126
/** After a reading its balance is written, and V8 compiles what has run. */
const afterReadingSeconds = 10
const accessTokenLifetimeMs = 3_600_000

const signedOut = 'input[type=checkbox]'
const signedIn = '.figure .cents'

test.use({ platformOptions: { intervalSeconds: 1, accessTokenLifetimeMs } })
test.setTimeout(60 * 60_000)

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((total, number) => total + number, 0) / numbers.length
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const command = (name: string, args: object): string =>
  `window.parallelTray.command(${JSON.stringify(name)}, ${JSON.stringify(args)})`
const stateOf = async (app: BenchApp): Promise<AppState> =>
  (await app.request<{ value: AppState }>('evaluate', command('hello', {}))).value

class Bench {
  readonly rows: Row[] = []
  /** Milliseconds to each step of a start, by kind of start. */
  readonly timelines: Record<string, Record<string, number>[]> = {}
  readonly #desktop: Desktop
  readonly #platform: Platform

  constructor(desktop: Desktop, platform: Platform) {
    this.#desktop = desktop
    this.#platform = platform
  }

  row(name: string, unit: Row['unit'], goal: Row['goal']): Row {
    const row: Row = { name, unit, app: [], bare: [], goal }
    this.rows.push(row)
    return row
  }

  userData(name: string): string {
    return join(this.#desktop.folder, name)
  }

  start(app: StartOptions['app'], userData: string, selector: string, hidden = false): BenchApp {
    return new BenchApp({
      app,
      desktop: this.#desktop,
      platform: this.#platform,
      userData: this.userData(app === 'bare' ? 'bare' : userData),
      selector,
      hidden,
    })
  }

  /** Signs in to the given numbers of organisations, and saves a data folder for each number. */
  async seed(counts: readonly number[]): Promise<void> {
    const { control } = this.#platform
    const app = this.start('parallel-tray', 'seed', signedOut)
    await app.painted()
    const last = Math.max(...counts)
    for (let count = 1; count <= last; count += 1) {
      const orgId = control.addOrganisation({ name: `Organisation ${count}`, creditBalanceCents: 20_000 })
      await app.request('evaluate', command('sign-in.start', { permissions: [] }))
      const userCode = await waitFor('A code', async () => {
        const { signIn } = await stateOf(app)
        return signIn.kind === 'waiting' && signIn.userCode
      })
      control.approve({ userCode, orgId })
      await waitFor('The organisation', async () => {
        const { organisations } = await stateOf(app)
        return organisations.length === count && organisations.every(({ balance }) => balance !== null)
      })
      if (counts.includes(count))
        cpSync(this.userData('seed'), this.userData(`${count}`), { recursive: true })
    }
    await app.quit()
    for (const count of counts) {
      const organisations = join(this.userData(`${count}`), 'documents/organisations')
      for (const name of readdirSync(organisations))
        writeFileSync(join(organisations, name, 'history.jsonl'), fiveYears(Date.now() - 60_000), {
          mode: 0o600,
        })
    }
  }

  async launches(): Promise<void> {
    const kinds = [
      { name: 'launch to painted, signed out', userData: 'signed-out', selector: signedOut },
      { name: 'launch to painted, 1 organisation', userData: '1', selector: signedIn },
      { name: 'launch to painted, 50 organisations', userData: '50', selector: signedIn },
    ]
    const rows = kinds.map(({ name }) => this.row(name, 'ms', { ratio: 1.15 }))
    const tray = this.row('launch to tray icon', 'ms', { ratio: 1.1 })
    const more = this.row('launch to painted, 50 organisations instead of 1', 'ms', { max: 30 })
    // The first start of each reads the disk.
    for (let round = -1; round < rounds; round += 1) {
      const launched = async (app: StartOptions['app'], userData: string, selector: string) => {
        const started = this.start(app, userData, selector)
        const painted = (await started.painted()) - started.startedAt
        const icon = (await started.trayIcon).at - started.startedAt
        await sleep(1000)
        await started.quit()
        if (app === 'parallel-tray' && round >= 0) this.#readTimeline(userData)
        return { painted, icon }
      }
      const painted: number[] = []
      for (const [index, { userData, selector }] of kinds.entries()) {
        const app = await launched('parallel-tray', userData, selector)
        const bare = await launched('bare', userData, selector)
        painted.push(app.painted)
        if (round < 0) continue
        rows[index]?.app.push(app.painted)
        rows[index]?.bare.push(bare.painted)
        tray.app.push(app.icon)
        tray.bare.push(bare.icon)
      }
      const [, one = 0, fifty = 0] = painted
      if (round >= 0) more.app.push(fifty - one)
    }
  }

  /** The last timeline in the log of the app. */
  #readTimeline(userData: string): void {
    const log = readFileSync(join(this.userData(userData), 'logs/main.log'), 'utf8')
    const line = log.split('\n').findLast((text) => text.includes('"window painted"')) ?? '{}'
    const { at: _at, level: _level, event: _event, ...steps } = JSON.parse(line)
    this.timelines[userData] = [...(this.timelines[userData] ?? []), steps]
  }

  /** Both apps are measured with their window open, and again after it was closed and its process has ended. */
  async memory(): Promise<void> {
    const open = this.row('memory, window open', 'MB', { ratio: 1.06 })
    const closed = this.row('memory, tray only', 'MB', { ratio: 1.06 })
    for (let round = 0; round < restRounds; round += 1) {
      for (const kind of ['parallel-tray', 'bare'] as const) {
        const column = kind === 'bare' ? 'bare' : 'app'
        const app = this.start(kind, '1', signedIn)
        await app.painted()
        await sleep(restSettleMs)
        open[column].push(memoryMb(app.processes))
        await this.#throwWindowAway(app)
        await sleep(restSettleMs)
        closed[column].push(memoryMb(app.processes))
        await app.quit()
      }
    }
  }

  /** Both apps at the same time, side by side, for as long as it takes to read the balance twice. */
  async rest(): Promise<void> {
    const open = this.row('wake-ups a second, window open at rest', '/s', { ratio: 1.2 })
    const reading = this.row('the same, with two readings of the balance', '/s', { ratio: 1.2 })
    const closed = this.row('wake-ups a second, tray only', '/s', { ratio: 1.1 })
    const app = this.start('parallel-tray', '1', signedIn)
    await app.painted()
    const bare = this.start('bare', '1', signedIn)
    await bare.painted()
    // Side by side: Chromium doesn't draw a window that is behind another one.
    await app.request('moveTo', 0)
    await bare.request('moveTo', 600)
    for (const one of [app, bare])
      await waitFor('A window in view', async () => one.request('evaluate', '!document.hidden'))
    const opened = await this.#wakeUpsEachSecond(app, bare)
    const isQuiet = (second: number): boolean =>
      !opened.slice(Math.max(second - afterReadingSeconds, 0), second + 2).some(({ requests }) => requests)
    reading.app.push(mean(opened.map(({ app }) => app)))
    reading.bare.push(mean(opened.map(({ bare }) => bare)))
    const quiet = opened.filter((_, second) => isQuiet(second))
    open.app.push(mean(quiet.map(({ app }) => app)))
    open.bare.push(mean(quiet.map(({ bare }) => bare)))
    await this.#throwWindowAway(app)
    await this.#throwWindowAway(bare)
    const hidden = await this.#wakeUpsEachSecond(app, bare)
    closed.app.push(mean(hidden.map(({ app }) => app)))
    closed.bare.push(mean(hidden.map(({ bare }) => bare)))
    await app.quit()
    await bare.quit()
  }

  /** `requests`: whether the app sent any in that second. */
  async #wakeUpsEachSecond(
    app: BenchApp,
    bare: BenchApp,
  ): Promise<{ app: number; bare: number; requests: boolean }[]> {
    const { control } = this.#platform
    await sleep(restSettleMs)
    const counted = () =>
      [wakeUps(app.processes), wakeUps(bare.processes), control.requests().length] as const
    const seconds = []
    let before = counted()
    for (let second = 0; second < restSeconds; second += 1) {
      await sleep(1000)
      const now = counted()
      seconds.push({ app: now[0] - before[0], bare: now[1] - before[1], requests: now[2] > before[2] })
      before = now
    }
    return seconds
  }

  async #throwWindowAway(app: BenchApp): Promise<void> {
    await app.request('close')
    await app.request('resume')
    await waitFor('No window', async () => (await app.request('countWindows')) === 0)
  }

  async reopening(): Promise<void> {
    const rebuilt = this.row('tray click to painted, window thrown away before', 'ms', { ratio: 1.15 })
    const hidden = this.row('tray click to painted, window closed just before', 'ms', { max: 50 })
    const cycles = this.row('memory, tray only, after 50 times open and closed', 'MB', {
      ratio: 1.02,
    })
    const app = this.start('parallel-tray', '1', signedIn, true)
    await app.trayIcon
    const bare = this.start('bare', '1', signedIn, true)
    await bare.trayIcon
    await sleep(settleMs)
    await app.openFromTray()
    await this.#throwWindowAway(app)
    await sleep(restSettleMs)
    const before = memoryMb(app.processes)
    for (let cycle = 0; cycle < 50; cycle += 1) {
      const openMs = await app.openFromTray()
      await sleep(300)
      if (cycle % 5 === 0) {
        await app.request('close')
        await sleep(100)
        hidden.app.push(await app.openFromTray())
        rebuilt.app.push(openMs)
        rebuilt.bare.push(await bare.openFromTray())
        await sleep(300)
        await bare.request('close')
      }
      await this.#throwWindowAway(app)
    }
    await sleep(restSettleMs)
    cycles.bare.push(before)
    cycles.app.push(memoryMb(app.processes))
    await app.quit()
    await bare.quit()
  }

  async polling(): Promise<void> {
    const cpu = this.row('processor a minute, tray only, 20 organisations', 'ms', { max: 50 })
    const app = this.start('parallel-tray', '20', signedIn, true)
    await app.trayIcon
    await sleep(3 * settleMs)
    for (let minute = 0; minute < restRounds; minute += 1) {
      const { processes } = app
      const before = cpuMs(processes)
      await sleep(60_000)
      cpu.app.push(cpuMs(processes) - before)
    }
    await app.quit()
  }

  /** From the input in the page to the frame after the one that shows its effect. */
  async interaction(): Promise<void> {
    const commands = this.row('command to painted, 50 organisations', 'ms', { max: 32 })
    const pushes = this.row('state push to painted, 50 organisations', 'ms', { max: 32 })
    const charts = this.row('year’s chart to painted, five years', 'ms', { max: 32 })
    const block = this.row('longest block of main meanwhile', 'ms', { max: 8 })
    const app = this.start('parallel-tray', '50', signedIn)
    await app.painted()
    await sleep(settleMs)
    const untilPainted = (act: string, done: string): Promise<number> =>
      app.request(
        'evaluate',
        `new Promise((resolve) => {
          const startedAt = performance.now()
          const observer = new MutationObserver(() => {
            if (!(${done})) return
            observer.disconnect()
            requestAnimationFrame(() => {
              const afterFrame = new MessageChannel()
              afterFrame.port1.onmessage = () => resolve(performance.now() - startedAt)
              afterFrame.port2.postMessage(null)
            })
          })
          observer.observe(document, { childList: true, subtree: true, attributes: true, characterData: true })
          ${act}
        })`,
      )
    const organisations = (await stateOf(app)).organisations
    const shown = (name: string): string =>
      `document.querySelector('.bar-title')?.textContent === ${JSON.stringify(name)} && document.querySelector('.figure .cents')`
    const screen = (name: string): string =>
      `document.querySelector('[aria-current=page]')?.textContent.startsWith(${JSON.stringify(name)})`
    await app.request('watchBlocks')
    for (let round = 0; round < 3 * rounds; round += 1) {
      const { id, name } = organisations[round % organisations.length] ?? { id: '', name: '' }
      commands.app.push(
        await untilPainted(
          command('organisation.show', { organisationId: id, screen: 'overview' }),
          shown(name),
        ),
      )
      await sleep(200)
      await app.request('evaluate', command('view.show', { screen: 'activity' }))
      await sleep(300)
      const isYear = round % 2 === 0
      const chartMs = await untilPainted(
        `const range = [...document.querySelectorAll('[role=radiogroup] label')]
            .find(({ textContent }) => textContent === ${JSON.stringify(isYear ? 'Year' : 'Month')})
          const labelBefore = document.querySelector('[role=slider]').ariaLabel
          range.click()`,
        `![undefined, labelBefore].includes(document.querySelector('[role=slider]')?.ariaLabel)`,
      )
      if (isYear) charts.app.push(chartMs)
      pushes.app.push(await untilPainted(command('view.show', { screen: 'settings' }), screen('Settings')))
    }
    block.app.push(await app.request<number>('longestBlock'))
    await app.quit()
  }

  /** From the server's response until the file is replaced. */
  async tokens(): Promise<void> {
    const written = this.row('refreshed tokens: answer to disk', 'ms', { max: 5 })
    const { control } = this.#platform
    const app = this.start('parallel-tray', '1', signedIn)
    await app.painted()
    await sleep(settleMs)
    const [organisation] = (await stateOf(app)).organisations
    const organisations = join(this.userData('1'), 'documents/organisations')
    const folder = join(organisations, readdirSync(organisations)[0] ?? '')
    for (let round = 0; round < 3 * rounds; round += 1) {
      control.clearRequests()
      control.advanceClock(accessTokenLifetimeMs + 1000)
      const replaced = new Promise<number>((resolve) => {
        const watcher = watch(folder, (_event, name) => {
          if (name !== 'grant.json' || !existsSync(join(folder, name))) return
          watcher.close()
          resolve(Date.now())
        })
      })
      const answered = control
        .waitForRequest({ body: 'grant_type=refresh_token', done: true }, 10_000)
        .then(() => Date.now())
      await app.request('evaluate', command('organisation.refresh', { organisationId: organisation?.id }))
      written.app.push((await replaced) - (await answered))
      await sleep(500)
    }
    await app.quit()
  }
}

test('measures the app against a bare one', async ({ desktop, platform }) => {
  const bench = new Bench(desktop, platform)
  await bench.seed(only.test('launches interaction') ? [1, 20, 50] : only.test('polling') ? [1, 20] : [1])
  const parts = ['launches', 'interaction', 'tokens', 'memory', 'rest', 'reopening', 'polling'] as const
  for (const part of parts) {
    if (!only.test(part)) continue
    console.log(part)
    await bench[part]()
    writeFileSync(results, JSON.stringify({ rows: bench.rows, timelines: bench.timelines }, null, 1))
    console.log(table(bench.rows))
  }
})
