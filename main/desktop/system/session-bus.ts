/** Queries the D-Bus session bus with the command-line tools of the desktop, so that no D-Bus client is shipped. */
import { execFile } from 'node:child_process'
import { findProgram } from './programs.ts'

const timeoutMs = 2000
const bus = { name: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus' }

type Question =
  | { readonly kind: 'is-owned'; readonly name: string }
  | {
      readonly kind: 'property'
      readonly owner: string
      readonly path: string
      readonly of: string
      readonly name: string
    }

/** The tools in the order in which they are tried, with the arguments for each query. */
const tools: readonly {
  readonly command: string
  readonly ask: (question: Question) => readonly string[]
}[] = [
  {
    command: 'gdbus',
    ask: (question) =>
      question.kind === 'is-owned'
        ? gdbusCall(bus.name, bus.path, `${bus.name}.NameHasOwner`, question.name)
        : gdbusCall(question.owner, question.path, `${bus.name}.Properties.Get`, question.of, question.name),
  },
  {
    command: 'dbus-send',
    ask: (question) =>
      question.kind === 'is-owned'
        ? dbusSend(bus.name, bus.path, `${bus.name}.NameHasOwner`, question.name)
        : dbusSend(question.owner, question.path, `${bus.name}.Properties.Get`, question.of, question.name),
  },
  {
    command: 'busctl',
    ask: (question) =>
      question.kind === 'is-owned'
        ? ['--user', 'call', bus.name, bus.path, bus.name, 'NameHasOwner', 's', question.name]
        : ['--user', 'get-property', question.owner, question.path, question.of, question.name],
  },
]

function gdbusCall(
  destination: string,
  path: string,
  method: string,
  ...args: readonly string[]
): readonly string[] {
  const target = ['--session', '--timeout', '2', '--dest', destination, '--object-path', path]
  return ['call', ...target, '--method', method, ...args]
}

function dbusSend(
  destination: string,
  path: string,
  method: string,
  ...args: readonly string[]
): readonly string[] {
  const options = [
    '--session',
    '--print-reply=literal',
    `--reply-timeout=${timeoutMs}`,
    `--dest=${destination}`,
  ]
  return [...options, path, method, ...args.map((argument) => `string:${argument}`)]
}

/** Returns the output; `'absent'` when the program can't be started, `'failed'` when it fails or times out. */
export type RunTool = (
  command: string,
  args: readonly string[],
) => Promise<{ readonly output: string } | 'absent' | 'failed'>

/** The boolean in the answer; `'unknown'` when the bus can't be asked or the answer has none. */
export async function askBus(question: Question, run: RunTool = runTool): Promise<boolean | 'unknown'> {
  for (const tool of tools) {
    const answer = await run(tool.command, tool.ask(question))
    if (answer !== 'absent') return parseBoolean(answer)
  }
  return 'unknown'
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
    execFile(program, args, { timeout: timeoutMs, env: { ...process.env, LC_ALL: 'C' } }, (error, output) => {
      if (error === null) resolve({ output })
      // A string code means that it couldn't be started.
      else resolve(typeof error.code === 'string' ? 'absent' : 'failed')
    })
  })
}
