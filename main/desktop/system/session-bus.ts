/** Queries the D-Bus session bus with the command-line tools of the desktop, so that no D-Bus client is shipped. */
import { execFile, spawnSync } from 'node:child_process'
import { findProgram } from './programs.ts'

/** For each question: a bus answers in milliseconds, and a service that has to be started within this time. */
const timeoutMs = 2000
/** Also for a question that blocks the start of the app. */
const blockingTimeoutMs = 1000
const daemon = { owner: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus', of: 'org.freedesktop.DBus' }

type Question =
  | { readonly kind: 'is-owned'; readonly name: string }
  | {
      readonly kind: 'property'
      readonly owner: string
      readonly path: string
      readonly of: string
      readonly name: string
    }
  /** All names that the bus can start a service for. */
  | { readonly kind: 'activatable' }
  | {
      readonly kind: 'call'
      readonly owner: string
      readonly path: string
      readonly of: string
      readonly name: string
      /** Strings only. */
      readonly args?: readonly string[]
    }

type Call = {
  readonly owner: string
  readonly path: string
  readonly of: string
  readonly method: string
  /** Strings only. */
  readonly args: readonly string[]
}

function callFor(question: Question): Call {
  switch (question.kind) {
    case 'is-owned':
      return { ...daemon, method: 'NameHasOwner', args: [question.name] }
    case 'activatable':
      return { ...daemon, method: 'ListActivatableNames', args: [] }
    case 'property': {
      const { owner, path, of, name } = question
      return { owner, path, of: 'org.freedesktop.DBus.Properties', method: 'Get', args: [of, name] }
    }
    case 'call': {
      const { owner, path, of, name, args = [] } = question
      return { owner, path, of, method: name, args }
    }
  }
}

/** The tools in the order in which they are tried, with their arguments for a call. */
const tools: readonly { readonly command: string; readonly argsFor: (call: Call) => readonly string[] }[] = [
  // Twice as fast as the others.
  { command: 'dbus-send', argsFor: dbusSend },
  { command: 'gdbus', argsFor: gdbusCall },
  { command: 'busctl', argsFor: busctlCall },
]

function gdbusCall({ owner, path, of, method, args }: Call): readonly string[] {
  const target = ['--session', '--timeout', String(timeoutMs / 1000), '--dest', owner, '--object-path', path]
  return ['call', ...target, '--method', `${of}.${method}`, ...args]
}

function dbusSend({ owner, path, of, method, args }: Call): readonly string[] {
  const options = ['--session', '--print-reply=literal', `--reply-timeout=${timeoutMs}`, `--dest=${owner}`]
  return [...options, path, `${of}.${method}`, ...args.map((argument) => `string:${argument}`)]
}

function busctlCall({ owner, path, of, method, args }: Call): readonly string[] {
  const signature = args.length === 0 ? [] : ['s'.repeat(args.length)]
  return ['--user', `--timeout=${timeoutMs / 1000}`, 'call', owner, path, of, method, ...signature, ...args]
}

/** Returns the output; `'absent'` when the program can't be started, `'failed'` when it fails or times out. */
export type RunTool = (
  command: string,
  args: readonly string[],
) => Promise<{ readonly output: string } | 'absent' | 'failed'>

/** The boolean in the answer; `'unknown'` when the bus can't be asked or the answer has none. */
export async function askBus(question: Question, run: RunTool = runTool): Promise<boolean | 'unknown'> {
  const answer = await answerOf(question, run)
  return answer === 'absent' ? 'unknown' : parseBoolean(answer)
}

/**
 * Whether a service answers a method without arguments, which starts the service if need be. A service that hangs
 * counts as not answering after two seconds.
 * @returns `'unknown'` when no tool can ask
 */
export async function answersCall(
  call: Omit<Extract<Question, { kind: 'call' }>, 'kind'>,
  run: RunTool = runTool,
): Promise<boolean | 'unknown'> {
  const answer = await answerOf({ kind: 'call', ...call }, run)
  return answer === 'absent' ? 'unknown' : answer !== 'failed'
}

/** The string with which a method without arguments answers; null if there is none. */
export async function askBusForText(
  call: Omit<Extract<Question, { kind: 'call' }>, 'kind'>,
  run: RunTool = runTool,
): Promise<string | null> {
  const answer = await answerOf({ kind: 'call', ...call }, run)
  if (typeof answer === 'string') return null
  // In the order of the tools: `('text',)`, `   text`, `s "text"`.
  return /^(?:\('(.*)',\)|s "(.*)"|(.+))$/.exec(answer.output.trim())?.slice(1).find(Boolean) ?? null
}

async function answerOf(question: Question, run: RunTool): Promise<Awaited<ReturnType<RunTool>>> {
  for (const { command, argsFor } of tools) {
    const answer = await run(command, argsFor(callFor(question)))
    if (answer !== 'absent') return answer
  }
  return 'absent'
}

/**
 * Whether a name has an owner or the bus can start one. Blocks, for two seconds at most: it is for decisions that have to
 * fall before Electron is ready. False when the bus can't be asked.
 */
export function isBusNameAvailable(name: string, run = runToolBlocking): boolean {
  for (const { command, argsFor } of tools) {
    const ask = (question: Question) => run(command, argsFor(callFor(question)))
    const owned = ask({ kind: 'is-owned', name })
    if (owned === 'absent') continue
    if (parseBoolean(owned) === true) return true
    const activatable = ask({ kind: 'activatable' })
    return typeof activatable === 'object' && activatable.output.split(/[^\w.-]+/).includes(name)
  }
  return false
}

function runToolBlocking(command: string, args: readonly string[]): Awaited<ReturnType<RunTool>> {
  const options = {
    timeout: blockingTimeoutMs,
    killSignal: 'SIGKILL',
    env: toolEnv(),
    encoding: 'utf8',
  } as const
  const program = findProgram(command)
  if (program === null) return 'absent'
  const { error, status, stdout } = spawnSync(program, args, options)
  if (error !== undefined) return (error as NodeJS.ErrnoException).code === 'ETIMEDOUT' ? 'failed' : 'absent'
  return status === 0 ? { output: stdout } : 'failed'
}

function toolEnv(): NodeJS.ProcessEnv {
  return { ...process.env, LC_ALL: 'C' }
}

/** Works for the output of all the tools. */
function parseBoolean(answer: { readonly output: string } | 'failed'): boolean | 'unknown' {
  if (answer === 'failed') return 'unknown'
  const word = /\b(true|false)\b/.exec(answer.output)?.[1]
  return word === undefined ? 'unknown' : word === 'true'
}

/** Exported for its test. */
export function runTool(command: string, args: readonly string[]): ReturnType<RunTool> {
  const program = findProgram(command)
  if (program === null) return Promise.resolve('absent')
  return new Promise((resolve) => {
    execFile(
      program,
      args,
      { timeout: timeoutMs, killSignal: 'SIGKILL', env: toolEnv() },
      (error, output) => {
        if (error === null) resolve({ output })
        // A string code means that it couldn't be started.
        else resolve(typeof error.code === 'string' ? 'absent' : 'failed')
      },
    )
  })
}
