import { resolve } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shells, terminal, terminalOptions } from '../../../words/terminal.ts'
import {
  launchRequests,
  needsRunningApp,
  ownArguments,
  parseCommandLine,
  withoutLaunchRequests,
} from './command-line.ts'

const parse = (...args: string[]) => parseCommandLine(args, '1.2.3')
const options = launchRequests.filter((request) => request !== 'show').map((request) => `--${request}`)

test('no argument shows the window, and each option is a request', () => {
  expect(parse()).toEqual({ kind: 'start', request: 'show' })
  for (const option of options) expect(parse(option)).toEqual({ kind: 'start', request: option.slice(2) })
  expect(launchRequests.filter(needsRunningApp)).toEqual(['refresh', 'quit', 'diagnostics'])
})

test('--version and --help win over every other argument', () => {
  expect(parse('--hiden', '--version')).toEqual({ kind: 'exit', code: 0, message: 'Parallel Tray 1.2.3' })
  expect(parse('--version', '--quit', '--help')).toEqual({ kind: 'exit', code: 0, message: terminal.help })
})

test('--help lists every option once, each on its own line', () => {
  const named = [...terminal.help.matchAll(/^ {2}(--\S+)/gm)].map(([, name]) => name)
  expect(named).toEqual(terminalOptions.map(({ name }) => name))
  expect(named).toEqual(expect.arrayContaining(options))
  expect(terminal.help.split('\n').filter((line) => line.length > 110)).toEqual([])
})

test.each([
  '--hiden',
  '--Hidden',
  '--hidden=1',
  '-hidden',
  'hidden',
  '--',
  '',
  'report.pdf',
  '--disable-',
  '--user-data-dir=/tmp/x',
  '--langue=de',
  '--ignore-certificate-errors',
  '--disable-web-security',
  '--ssl-key-log-file=/tmp/keys',
  '--log-net-log=/tmp/log',
  '-ignore-certificate-errors',
  '--disable-features=IsolateOrigins',
  '--disable-seccomp-filter-sandbox',
  '--disable-gpu-sandbox',
  '--disable-setuid-sandbox',
  '--disable-namespace-sandbox',
  '--in-process-gpu',
  '--no-zygote',
  '--use-mock-keychain',
  '--use-fake-ui-for-media-stream',
  '--enable-features=Other',
  '--enable-blink-features=x',
  '--remote-debugging-address=0.0.0.0',
  '--remote-debugging-io-pipes=3,4',
  '--remote-allow-origins=*',
  '--inspect-port=0',
  '--proxy-',
  '--No-Sandbox',
])('%j is refused', (argument) => {
  expect(parse('--disable-gpu', argument)).toEqual({
    kind: 'exit',
    code: 2,
    message: terminal.unknown(argument),
  })
})

test('the message about a refused argument is one line without control characters', () => {
  const letter = fc.constantFrom('a', '-', '"', '\n', '\u001b', '\u007f', '\u009b', '\u2028', '\u202e', '😀')
  fc.assert(
    fc.property(fc.string({ unit: letter, minLength: 1 }), (argument) => {
      const parsed = parse(argument)
      expect(parsed).toMatchObject({ code: 2 })
      if (parsed.kind === 'exit') expect(parsed.message).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u)
    }),
  )
})

test('two different requests are refused in any order, and a repeated one counts once', () => {
  for (const one of options) {
    expect(parse(one, one)).toEqual({ kind: 'start', request: one.slice(2) })
    for (const other of options.filter((option) => option !== one)) {
      expect(parse(one, other)).toEqual({ kind: 'exit', code: 2, message: terminal.notTogether(one, other) })
    }
  }
})

test.each([
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--enable-features=UseOzonePlatform',
  '--ozone-platform=wayland',
  '--ozone-platform-hint=auto',
  '--enable-wayland-ime',
  '--wayland-text-input-version=3',
  '--gtk-version=4',
  '--force-device-scale-factor=2',
  '--use-gl=egl',
  '--password-store=gnome-libsecret',
  '--proxy-server=http://127.0.0.1:3128',
  '--lang=de',
  '--remote-debugging-port=0',
  '--remote-debugging-pipe',
  '--inspect=0',
  '--inspect-brk',
  '--js-flags=--expose-gc',
  '--host-resolver-rules=MAP * 127.0.0.1',
  '--font-render-hinting=none',
  '--log-level=3',
  '--v=1',
  '--updated',
  '-psn_0_12345',
  '-Embedding',
])('%s is allowed', (argument) => {
  expect(parse(argument, '--hidden')).toEqual({ kind: 'start', request: 'hidden' })
})

test('the arguments of an unpackaged app follow its folder', () => {
  const folder = resolve('elsewhere')
  const argv = ['/electron', '-r', 'shim.cjs', '--no-sandbox', './elsewhere/', '--hidden']
  expect(ownArguments(argv, folder)).toEqual(['--hidden'])
  expect(ownArguments(['/electron', 'main.cjs', '--hidden'], folder)).toEqual([])
  expect(ownArguments(['/parallel-tray', '--hidden'], null)).toEqual(['--hidden'])
})

test('a relaunch repeats the arguments without the request', () => {
  expect(withoutLaunchRequests(['folder', '--sign-in', '--disable-gpu', '--hidden'])).toEqual([
    'folder',
    '--disable-gpu',
  ])
})

test.each([
  [['--status'], {}],
  [['--status', '--json', '--watch', '--json'], { json: true, watch: true }],
  [['--organization', 'Acme Labs', '--status'], { organization: 'Acme Labs' }],
  [['--status', '--organization=a=b'], { organization: 'a=b' }],
  [['--status', '--organisation', '--quit', '--no-sandbox'], { organization: '--quit' }],
])('%j asks for the status', (args, query) => {
  const whole = { json: false, watch: false, organization: null, ...query }
  expect(parse(...args)).toEqual({ kind: 'status', query: whole })
})

test.each([
  [['--json'], terminal.onlyWithStatus('--json')],
  [['--refresh', '--organization', 'Acme'], terminal.onlyWithStatus('--organization')],
  [['--status', '--quit'], terminal.notTogether('--status', '--quit')],
  [['--status', '--organization'], terminal.noArgument('--organization', 'NAME')],
  [['--status', '--organization='], terminal.noArgument('--organization', 'NAME')],
  [['--status', 'Acme'], terminal.unknown('Acme')],
  [['--status=all'], terminal.unknown('--status=all')],
  [['--completion', 'tcsh'], terminal.unknownShell('tcsh')],
  [['--completion'], terminal.noArgument('--completion', 'SHELL')],
])('%j is refused with what to do instead', (args, message) => {
  expect(parse(...args)).toEqual({ kind: 'exit', code: 2, message })
})

test('every shell has a completion with every option', () => {
  for (const shell of shells) {
    const parsed = parse('--completion', shell)
    expect(parsed).toMatchObject({ kind: 'exit', code: 0 })
    const script = parsed.kind === 'exit' ? parsed.message : ''
    for (const { name } of terminalOptions) expect(script).toContain(name.slice(2))
  }
})
