import { resolve } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { terminal } from '../../../words/terminal.ts'
import { needsRunningApp, ownWords, readCommandLine, wishes, withoutWishes } from './command-line.ts'

const read = (...words: string[]) => readCommandLine(words, '1.2.3')
const options = wishes.filter((wish) => wish !== 'show').map((wish) => `--${wish}`)

test('no word shows the window, and each of our words is a wish', () => {
  expect(read()).toEqual({ kind: 'start', wish: 'show' })
  for (const option of options) expect(read(option)).toEqual({ kind: 'start', wish: option.slice(2) })
  expect(wishes.filter(needsRunningApp)).toEqual(['refresh', 'quit', 'diagnostics'])
})

test('version and help go before everything else', () => {
  expect(read('--hiden', '--version')).toEqual({ kind: 'end', code: 0, said: 'Parallel Tray 1.2.3' })
  expect(read('--version', '--quit', '--help')).toEqual({ kind: 'end', code: 0, said: terminal.help })
})

test('help names every option once, each on a line of its own', () => {
  const named = [...terminal.help.matchAll(/^ {2}(--\S+)/gm)].map(([, name]) => name)
  expect(named.sort()).toEqual([...options, '--version', '--help'].sort())
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
])('%j is refused', (word) => {
  expect(read('--no-sandbox', word)).toEqual({ kind: 'end', code: 2, said: terminal.unknown(word) })
})

test('whatever is refused is refused in one line that the terminal only shows', () => {
  const letter = fc.constantFrom('a', '-', '"', '\n', '\u001b', '\u007f', '\u009b', '\u2028', '\u202e', '😀')
  fc.assert(
    fc.property(fc.string({ unit: letter, minLength: 1 }), (word) => {
      const given = read(word)
      expect(given).toMatchObject({ code: 2 })
      if (given.kind === 'end') expect(given.said).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u)
    }),
  )
})

test('two different wishes contradict each other, in whatever order; the same one twice is one', () => {
  for (const one of options) {
    expect(read(one, one)).toEqual({ kind: 'start', wish: one.slice(2) })
    for (const other of options.filter((option) => option !== one)) {
      expect(read(one, other)).toEqual({ kind: 'end', code: 2, said: terminal.notTogether(one, other) })
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
  '--font-render-hinting=none',
  '--log-level=3',
  '--v=1',
  '--updated',
  '-psn_0_12345',
  '-Embedding',
])('%s is let through', (word) => {
  expect(read(word, '--hidden')).toEqual({ kind: 'start', wish: 'hidden' })
})

test('in a start from the sources our words stand behind the folder', () => {
  const folder = resolve('elsewhere')
  const argv = ['/electron', '-r', 'shim.cjs', '--no-sandbox', './elsewhere/', '--hidden']
  expect(ownWords(argv, folder)).toEqual(['--hidden'])
  expect(ownWords(['/electron', 'main.cjs', '--hidden'], folder)).toEqual([])
  expect(ownWords(['/parallel-tray', '--hidden'], null)).toEqual(['--hidden'])
})

test('a relaunch repeats what was given, but for the wish', () => {
  expect(withoutWishes(['folder', '--sign-in', '--disable-gpu', '--hidden'])).toEqual([
    'folder',
    '--disable-gpu',
  ])
})
