/** Parses the command line: the app's own options, switches of Chromium, and what is refused. */
import { resolve } from 'node:path'
import { terminal } from '../../../words/terminal.ts'
import { isKnownSwitch } from './switches.ts'

/** What a start asks for: of the app that already runs, or of this process once it runs. */
export const launchRequests = ['show', 'sign-in', 'hidden', 'refresh', 'quit', 'diagnostics'] as const
export type LaunchRequest = (typeof launchRequests)[number]

export type Exit = {
  readonly kind: 'exit'
  /** 0: success; 1: no reply from the running app; 2: invalid option or setting; 3: the app isn't running. */
  readonly code: 0 | 1 | 2 | 3
  /** Without a trailing line break. */
  readonly message: string
}

export type CommandLine = { readonly kind: 'start'; readonly request: LaunchRequest } | Exit

/** Starts without a window, unless the tray icon can't be reached. */
export const hiddenArgument = '--hidden'

const options: ReadonlyMap<string, LaunchRequest> = new Map([
  ['--sign-in', 'sign-in'],
  [hiddenArgument, 'hidden'],
  ['--refresh', 'refresh'],
  ['--quit', 'quit'],
  ['--diagnostics', 'diagnostics'],
])

/** Arguments that the operating system or the installer adds. */
const systemArguments = [
  // macOS, for a program that was opened in the Finder.
  /^-psn_\d+_\d+$/,
  // Windows, when a notification is clicked, and the installer after an update.
  /^-Embedding$/,
  /^--updated$/,
]

/**
 * The arguments that were given to the app itself.
 * @param argv the whole command line, the program first
 * @param appFolder the app's folder when it isn't packaged: it follows Electron's own arguments; null when packaged
 */
export function ownArguments(argv: readonly string[], appFolder: string | null): readonly string[] {
  if (appFolder === null) return argv.slice(1)
  const at = argv.findIndex((argument, index) => index > 0 && resolve(argument) === appFolder)
  return at === -1 ? [] : argv.slice(at + 1)
}

/** @param args what `ownArguments` returns */
export function parseCommandLine(args: readonly string[], version: string): CommandLine {
  if (args.includes('--help')) return { kind: 'exit', code: 0, message: terminal.help }
  if (args.includes('--version')) return { kind: 'exit', code: 0, message: terminal.version(version) }
  const unknown = args.find((argument) => !options.has(argument) && !isAllowed(argument))
  if (unknown !== undefined) return invalid(terminal.unknown(unknown))
  // A repeated option is harmless; two different ones contradict each other.
  const [first, second] = new Set(args.filter((argument) => options.has(argument)))
  if (first !== undefined && second !== undefined) return invalid(terminal.notTogether(first, second))
  return { kind: 'start', request: (first === undefined ? undefined : options.get(first)) ?? 'show' }
}

/** Whether only a running app can fulfil the request, so that it never starts one. */
export function needsRunningApp(request: LaunchRequest): boolean {
  return request === 'refresh' || request === 'quit' || request === 'diagnostics'
}

/** The arguments for a relaunch: the request belonged to the earlier start. */
export function withoutLaunchRequests(args: readonly string[]): readonly string[] {
  return args.filter((argument) => !options.has(argument))
}

function invalid(message: string): Exit {
  return { kind: 'exit', code: 2, message }
}

function isAllowed(argument: string): boolean {
  return systemArguments.some((pattern) => pattern.test(argument)) || isKnownSwitch(argument)
}
