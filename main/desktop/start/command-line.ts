/** Parses the command line: the app's own options, switches of Chromium, and what is refused. */
import { resolve } from 'node:path'
import { shells, terminal, terminalOptions } from '../../../words/terminal.ts'
import { completion } from './completion.ts'
import { isKnownSwitch } from './switches.ts'

/** What a start requests: from the running app, or from this process once it runs. */
export const launchRequests = ['show', 'sign-in', 'hidden', 'refresh', 'quit', 'diagnostics'] as const
export type LaunchRequest = (typeof launchRequests)[number]

export type Exit = {
  readonly kind: 'exit'
  /** `exitCodes` in `words/terminal.ts`. */
  readonly code: 0 | 1 | 2 | 3 | 4 | 5
  /** Without a trailing line break. */
  readonly message: string
}

/** What `--status` asks for. `organization`: a name or the beginning of one; null: all. */
export type StatusQuery = {
  readonly json: boolean
  readonly watch: boolean
  readonly organization: string | null
}

export type CommandLine =
  | { readonly kind: 'start'; readonly request: LaunchRequest }
  | { readonly kind: 'status'; readonly query: StatusQuery }
  | Exit

/** Starts without a window, unless the tray icon can't be reached. */
export const hiddenArgument = '--hidden'

const requests: ReadonlyMap<string, LaunchRequest> = new Map([
  ['--sign-in', 'sign-in'],
  [hiddenArgument, 'hidden'],
  ['--refresh', 'refresh'],
  ['--quit', 'quit'],
  ['--diagnostics', 'diagnostics'],
])

/** Options that modify `--status`. */
const statusOptions = ['--json', '--watch', '--organization']

/** Arguments that the operating system or the installer adds. */
const systemArguments = [
  // macOS, for a program opened in the Finder.
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
  const { options, others, missing } = readOptions(args)
  if (missing !== null) return invalid(missing)
  const unknown = others.find((argument) => !isAllowed(argument))
  if (unknown !== undefined) return invalid(terminal.unknown(unknown))
  // A repeated option is harmless; two that ask for different things contradict each other.
  const [first, second] = [...options.keys()].filter((name) => !statusOptions.includes(name))
  if (first !== undefined && second !== undefined) return invalid(terminal.notTogether(first, second))
  const [statusOption] = statusOptions.filter((name) => options.has(name))
  if (statusOption !== undefined && first !== '--status')
    return invalid(terminal.onlyWithStatus(statusOption))
  switch (first) {
    case '--status':
      return {
        kind: 'status',
        query: {
          json: options.has('--json'),
          watch: options.has('--watch'),
          organization: options.get('--organization') ?? null,
        },
      }
    case '--completion':
      return completionFor(options.get('--completion') ?? '')
    default:
      return { kind: 'start', request: (first === undefined ? undefined : requests.get(first)) ?? 'show' }
  }
}

type Options = {
  /** The app's own options, with their arguments. */
  readonly options: ReadonlyMap<string, string>
  readonly others: readonly string[]
  /** The message about an option whose argument is missing. */
  readonly missing: string | null
}

function readOptions(args: readonly string[]): Options {
  const options = new Map<string, string>()
  const others: string[] = []
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] ?? ''
    const [name = '', inline] = splitOption(word)
    const option = terminalOptions.find((one) => one.name === name)
    if (option === undefined || (option.argument === undefined && inline !== undefined)) others.push(word)
    else if (option.argument === undefined) options.set(name, '')
    else {
      const value = inline ?? args[++at]
      if (value === undefined || value === '')
        return { options, others, missing: terminal.noArgument(name, option.argument) }
      options.set(name, value)
    }
  }
  return { options, others, missing: null }
}

/** Splits "--organization=Acme". The British spelling is accepted too. */
function splitOption(word: string): readonly [name: string, value?: string] {
  const [, name = word, value] = /^(--[a-z-]+)=([\s\S]*)$/.exec(word) ?? []
  const known = name === '--organisation' ? '--organization' : name
  return value === undefined ? [known] : [known, value]
}

function completionFor(shell: string): Exit {
  const known = shells.find((one) => one === shell)
  if (known === undefined) return invalid(terminal.unknownShell(shell))
  return { kind: 'exit', code: 0, message: completion(known) }
}

/** Whether only a running app can fulfil the request, so that it never starts one. */
export function needsRunningApp(request: LaunchRequest): boolean {
  return request === 'refresh' || request === 'quit' || request === 'diagnostics'
}

/** The arguments for a relaunch: the request belonged to the earlier start. */
export function withoutLaunchRequests(args: readonly string[]): readonly string[] {
  return args.filter((argument) => !requests.has(argument))
}

function invalid(message: string): Exit {
  return { kind: 'exit', code: 2, message }
}

function isAllowed(argument: string): boolean {
  return systemArguments.some((pattern) => pattern.test(argument)) || isKnownSwitch(argument)
}
