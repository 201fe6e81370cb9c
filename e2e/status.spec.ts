/** The status for other programs: `--status`, `status.json`, and the recipes in docs/status-bars.md. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toJsonSchema } from '@valibot/to-json-schema'
import * as v from 'valibot'
import { type Status, statusSchema } from '../main/state/status/document.ts'
import { terminal } from '../words/terminal.ts'
import {
  appEnvironment,
  changeSettings,
  expect,
  issuedSecrets,
  type RunningApp,
  readUserCode,
  runUntilExit,
  signIn,
  stateOf,
  stripChromiumLog,
  test,
} from './app.ts'
import type { Desktop } from './desktop/desktop.ts'
import { electronCommand } from './desktop/launch.ts'
import { startSway } from './desktop/sway.ts'
import { waitFor } from './desktop/wait.ts'
import type { Platform } from './platform/platform.ts'

const guide = readFileSync('docs/status-bars.md', 'utf8')

/** The recipe in the guide's code block that starts with this text. */
function recipe(language: string): string {
  const block = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(guide)?.[1]
  if (block === undefined) throw new Error(`The guide has no ${language}`)
  return block
}

/** A second start without a display or a session bus, as over SSH or from cron. */
function secondStart(desktop: Desktop, platform: Platform): Record<string, string> {
  const { DISPLAY: _x, DBUS_SESSION_BUS_ADDRESS: _bus, ...env } = appEnvironment(desktop, platform)
  return env
}

async function run(desktop: Desktop, platform: Platform, ...args: string[]) {
  const { code, stdout, stderr, tookMs } = await runUntilExit(secondStart(desktop, platform), { args })
  return { code, output: stdout + stripChromiumLog(stderr), tookMs }
}

/** Sets a limit of the signed-in organization. */
function setNotice(app: RunningApp, spendableBelowCents: number): Promise<unknown> {
  return app.window.evaluate(
    (cents) =>
      window.parallelTray.command('limits.change', {
        organisationId: 'org_halden',
        change: { spendableBelowCents: cents },
      }),
    spendableBelowCents,
  )
}

test('--status prints what the window shows, and exits with what a script decides by', {
  tag: '@linux',
}, async ({ desktop, platform, start }) => {
  const status = (...args: string[]) => run(desktop, platform, '--status', ...args)
  expect(await status()).toMatchObject({ code: 3, output: `${terminal.noneRuns}\n` })
  const app = await start()
  await expect(app.window.getByRole('heading', { name: 'Sign in to Parallel' })).toBeVisible()
  expect(await status()).toMatchObject({ code: 4, output: `${terminal.notSignedIn}\n` })
  await signIn(app, platform)
  const requests = platform.control.requests().length

  const healthy = await status()
  expect(healthy).toMatchObject({
    code: 0,
    output: expect.stringMatching(/^Halden Research: \$184\.20 spendable, as of \d/),
  })
  const json = await status('--json', '--organization', 'hald')
  const parsed = v.parse(statusSchema, JSON.parse(json.output))
  const { organisations } = await stateOf(app)
  expect(parsed.organizations[0]).toMatchObject({
    name: organisations[0]?.name,
    balance: {
      spendable: {
        cents: organisations[0]?.balance?.spendableCents,
        text: await app.window.locator('.figure').textContent(),
      },
      asOf: new Date(organisations[0]?.balance?.readAt ?? 0).toISOString(),
    },
  })
  expect(await status('--organization', 'Acme')).toMatchObject({
    code: 2,
    output: `${terminal.noOrganization('Acme', ['Halden Research'])}\n`,
  })
  await setNotice(app, 100_000)
  await expect.poll(async () => (await status('--organization', 'Halden Research')).code).toBe(5)
  expect(platform.control.requests()).toHaveLength(requests)
  for (const secret of [...issuedSecrets(platform), 'org_halden', '@'])
    expect(healthy.output + json.output, secret).not.toContain(secret)
})

test('--status takes little longer than --version', { tag: '@linux' }, async ({
  desktop,
  platform,
  start,
}) => {
  await signIn(await start(), platform)
  const times = { status: [] as number[], version: [] as number[] }
  for (let round = 0; round < 5; round += 1) {
    times.version.push((await run(desktop, platform, '--version')).tookMs)
    times.status.push((await run(desktop, platform, '--status')).tookMs)
  }
  const [status, version] = [median(times.status), median(times.version)]
  console.log(`--status: ${Math.round(status)} ms, --version: ${Math.round(version)} ms`)
  expect(status - version).toBeLessThan(400)
})

test('--watch prints each change, and ends when the app quits', { tag: '@linux' }, async ({
  desktop,
  platform,
  start,
}) => {
  const app = await start()
  await signIn(app, platform)
  const watcher = watch(secondStart(desktop, platform), '--json')
  const amounts = () =>
    watcher.lines().map((line) => (JSON.parse(line) as Status).organizations[0]?.balance?.spendable.text)
  await expect.poll(amounts).toEqual(['$184.20'])
  platform.control.setOrganisation('org_halden', { creditBalanceCents: 19_450 })
  await app.window.keyboard.press('Control+r')
  await expect.poll(amounts).toEqual(['$184.20', '$182.00'])
  await app.close()
  expect(await watcher.exit).toBe(3)
  expect(watcher.errors()).toContain(terminal.quitMeanwhile)
})

test('the status is shared in a file that only the user can read, while the setting is on', {
  tag: '@linux',
}, async ({ desktop, platform, start }) => {
  const app = await start()
  await signIn(app, platform)
  const file = join(desktop.folder, 'user-data/status.json')
  expect(existsSync(file)).toBe(false)
  await changeSettings(app, { shareStatus: true })
  await waitFor('The shared file', () => existsSync(file))
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const text = readFileSync(file, 'utf8')
  expect(v.parse(statusSchema, JSON.parse(text)).organizations[0]?.balance?.spendable.text).toBe('$184.20')
  for (const secret of [...issuedSecrets(platform), 'org_halden', '@'])
    expect(text, secret).not.toContain(secret)
  await changeSettings(app, { shareStatus: false })
  await waitFor('The end of the shared file', () => !existsSync(file))
  await changeSettings(app, { shareStatus: true })
  await waitFor('The shared file', () => existsSync(file))
  await app.close()
  expect(existsSync(file)).toBe(false)
})

test('the published schema is the one that is checked', () => {
  expect(JSON.parse(readFileSync('docs/status.schema.json', 'utf8'))).toEqual(toJsonSchema(statusSchema))
})

test('bash, zsh and fish take the completions', { tag: '@linux' }, async ({ desktop, platform }) => {
  const script = async (shell: string) => (await run(desktop, platform, '--completion', shell)).output
  const files = {
    bash: join(desktop.folder, 'c.bash'),
    zsh: join(desktop.folder, '_parallel-tray'),
    fish: join(desktop.folder, 'c.fish'),
  }
  for (const [shell, file] of Object.entries(files)) writeFileSync(file, await script(shell))
  const ask = (shell: string, ...args: string[]) =>
    execFileSync(shell, args, { encoding: 'utf8', env: desktop.env })
  const inBash = `source ${files.bash}; COMP_WORDS=(parallel-tray --st); COMP_CWORD=1; _parallel_tray; echo "\${COMPREPLY[@]}"`
  expect(ask('bash', '-c', inBash)).toBe('--status\n')
  const inFish = `source ${files.fish}; complete -C 'parallel-tray --st'`
  expect(ask('fish', '--no-config', '-c', inFish)).toMatch(/^--status\t/)
  const inZsh = `fpath=(${desktop.folder} $fpath); autoload -Uz compinit; compinit -u -d ${desktop.folder}/dump; print $_comps[parallel-tray]`
  expect(ask('zsh', '-f', '-c', inZsh)).toBe('_parallel-tray\n')
  expect(ask('zsh', '-f', '-c', `compdef() print registered $1; source ${files.zsh}`)).toBe(
    'registered _parallel-tray\n',
  )
})

test.describe('with the recipes of the guide', () => {
  // The tray is waybar's.
  test.use({ desktopOptions: { trayHost: false, keyring: 'none' } })

  test('waybar and tmux show the balance', { tag: '@linux' }, async ({ desktop, platform, start }, info) => {
    const runtime = desktop.env.XDG_RUNTIME_DIR ?? ''
    mkdirSync(join(desktop.folder, 'user-data'))
    const modules = JSON.parse(`{${recipe('json waybar')}}`)
    const sway = await startSway(desktop, { modules, style: recipe('css waybar') })
    const env = { ...desktop.env, TERM: 'xterm', SHELL: '/bin/sh', TMUX_TMPDIR: runtime, LC_ALL: 'C.UTF-8' }
    const tmux = (server: 'inner' | 'outer', ...args: string[]) =>
      execFileSync('tmux', ['-L', server, ...args], { encoding: 'utf8', env })
    try {
      // With the folders of a new user.
      const app = await start({
        args: ['--ozone-platform=wayland'],
        env: { ...sway.env, PARALLEL_TRAY_USER_DATA: '' },
      })
      await app.window.getByRole('button', { name: 'Get a code' }).click()
      await app.window.getByRole('button', { name: 'Continue' }).click()
      platform.control.approve({ userCode: await readUserCode(app.window) })
      await expect(app.window.locator('.figure')).toHaveText('$184.20')
      await setNotice(app, 100_000)
      await changeSettings(app, { shareStatus: true })
      await waitFor('The shared file', () => existsSync(join(runtime, 'parallel-tray/status.json')))

      const isOrange = async () =>
        (await sway.picture()).coloursIn(sway.panel).some(({ colour }) => colour === '#ffb347')
      await waitFor('The balance in waybar, in the colour of the guide', isOrange, { timeoutMs: 15_000 })
      await sway.savePicture(info.outputPath('waybar.png'))

      const configuration = join(desktop.folder, 'tmux.conf')
      writeFileSync(configuration, recipe('tmux'))
      // tmux draws its status line only on a terminal, which another tmux provides.
      tmux(
        'outer',
        '-f',
        '/dev/null',
        'new-session',
        '-d',
        '-x',
        '120',
        '-y',
        '20',
        `env -u TMUX tmux -L inner -f ${configuration} new-session`,
      )
      const statusLine = () => tmux('outer', 'capture-pane', '-p').trimEnd().split('\n').at(-1) ?? ''
      await waitFor('The balance in tmux', () => statusLine().includes('Halden Research $184.20'), {
        timeoutMs: 15_000,
        seen: () => tmux('outer', 'capture-pane', '-p'),
      })
    } finally {
      for (const server of ['inner', 'outer'])
        execFileSync('sh', ['-c', `tmux -L ${server} kill-server || true`], { env, stdio: 'ignore' })
      await sway.close()
    }
  })
})

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
}

/** Starts `--status --watch`; the process exits once the app has quit. */
function watch(env: Record<string, string>, ...args: string[]) {
  const command = electronCommand()
  const child: ChildProcess = spawn(command.executable, [...command.args, '--status', '--watch', ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [output, errors] = ['', '']
  child.stdout?.on('data', (chunk) => {
    output += String(chunk)
  })
  child.stderr?.on('data', (chunk) => {
    errors += String(chunk)
  })
  return {
    lines: () =>
      stripChromiumLog(output)
        .split('\n')
        .filter((line) => line !== ''),
    errors: () => errors,
    exit: new Promise<number | null>((resolve) => child.once('close', resolve)),
  }
}
