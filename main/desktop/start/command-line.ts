/** The words behind the program's name: which of them are ours, which are Chromium's, and which are a slip. */
import { resolve } from 'node:path'
import { terminal } from '../../../words/terminal.ts'

/** What a start wants: of the app that runs already, or of this one once it runs. */
export const wishes = ['show', 'sign-in', 'hidden', 'refresh', 'quit', 'diagnostics'] as const
export type Wish = (typeof wishes)[number]

export type Ending = {
  readonly kind: 'end'
  /** 0: done; 1: nobody answers; 2: a wrong option or setting; 3: no app runs. */
  readonly code: 0 | 1 | 2 | 3
  /** Without a line break at the end. */
  readonly said: string
}

/** Either the start goes on, or it ends before anything of it has begun. */
export type CommandLine = { readonly kind: 'start'; readonly wish: Wish } | Ending

/** On the command line: no window, as long as there is another way in. */
export const hiddenArgument = '--hidden'

const options: ReadonlyMap<string, Wish> = new Map([
  ['--sign-in', 'sign-in'],
  [hiddenArgument, 'hidden'],
  ['--refresh', 'refresh'],
  ['--quit', 'quit'],
  ['--diagnostics', 'diagnostics'],
])

/**
 * The switches of Chromium and Electron that people, desktops, installers and tests have a reason to give: sandbox,
 * display, graphics, language, proxy, keyring, logs and debugging. A name that ends in `-` stands for all that begin
 * so. Any other word is refused, as Chromium would pass over a slip in silence. So are, with intent, the switches that
 * take a protection away or write secrets down: `ignore-certificate-errors`, `ssl-key-log-file`, `log-net-log`, and the
 * `refused` ones below, which would pass by their beginning.
 */
const chromium = [
  ...['no-sandbox', 'no-zygote', 'no-first-run', 'in-process-gpu', 'disable-', 'enable-'],
  ...['ozone-', 'wayland-', 'xdg-portal-', 'gtk-', 'display', 'class', 'force-', 'force_', 'use-'],
  ...['ignore-gpu-blocklist', 'font-render-hinting', 'high-dpi-support', 'touch-events', 'lang'],
  ...['proxy-', 'no-proxy-server', 'auth-', 'host-resolver-rules', 'password-store'],
  ...['log-level', 'log-file', 'v', 'vmodule', 'js-flags', 'remote-debugging-', 'inspect', 'inspect-'],
]

const refused = ['disable-web-security', 'disable-site-isolation-trials', 'disable-site-isolation-for-policy']

/** Words that a system adds by itself. */
const added = [
  // macOS, of a program that was opened in the Finder.
  /^-psn_\d+_\d+$/,
  // Windows, when a notification is clicked; and the installer, when it starts the app after an update.
  /^-Embedding$/,
  /^--updated$/,
]

/**
 * The words that a person, or what started the app for them, has given.
 * @param argv the whole command line, the program first
 * @param appFolder the folder of the app when it isn't packaged: Electron's own words and that folder come first then
 */
export function ownWords(argv: readonly string[], appFolder: string | null): readonly string[] {
  if (appFolder === null) return argv.slice(1)
  const at = argv.findIndex((word, index) => index > 0 && resolve(word) === appFolder)
  return at === -1 ? [] : argv.slice(at + 1)
}

export function readCommandLine(words: readonly string[], version: string): CommandLine {
  if (words.includes('--help')) return { kind: 'end', code: 0, said: terminal.help }
  if (words.includes('--version')) return { kind: 'end', code: 0, said: terminal.version(version) }
  const unknown = words.find((word) => !options.has(word) && !isForeign(word))
  if (unknown !== undefined) return wrong(terminal.unknown(unknown))
  // The same one twice says nothing new; two different ones can't both be meant.
  const [one, other] = new Set(words.filter((word) => options.has(word)))
  if (one !== undefined && other !== undefined) return wrong(terminal.notTogether(one, other))
  return { kind: 'start', wish: (one === undefined ? undefined : options.get(one)) ?? 'show' }
}

/** Whether only an app that runs already can do it: such a wish never starts one. */
export function needsRunningApp(wish: Wish): boolean {
  return wish === 'refresh' || wish === 'quit' || wish === 'diagnostics'
}

/** The same command line without what was wanted of that one start. */
export function withoutWishes(words: readonly string[]): readonly string[] {
  return words.filter((word) => !options.has(word))
}

function wrong(said: string): Ending {
  return { kind: 'end', code: 2, said }
}

function isForeign(word: string): boolean {
  if (added.some((pattern) => pattern.test(word))) return true
  const name = /^--([^=]+)/.exec(word)?.[1]
  if (name === undefined || refused.includes(name)) return false
  return chromium.some((known) =>
    /[-_]$/.test(known) ? name.startsWith(known) && name !== known : name === known,
  )
}
