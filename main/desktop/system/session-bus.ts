/** Questions to the session bus (D-Bus), asked with the tools that every desktop has: no client of our own is shipped. */
import { execFile } from 'node:child_process'

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

/** The same questions for each tool, in the order in which they are tried. */
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
  ...words: readonly string[]
): readonly string[] {
  const to = ['--session', '--timeout', '2', '--dest', destination, '--object-path', path]
  return ['call', ...to, '--method', method, ...words]
}

function dbusSend(
  destination: string,
  path: string,
  method: string,
  ...words: readonly string[]
): readonly string[] {
  const options = [
    '--session',
    '--print-reply=literal',
    `--reply-timeout=${timeoutMs}`,
    `--dest=${destination}`,
  ]
  return [...options, path, method, ...words.map((word) => `string:${word}`)]
}

/** What a program printed; `'absent'` when there is no such program, `'failed'` when it gave no answer. */
export type RunTool = (
  command: string,
  words: readonly string[],
) => Promise<{ readonly printed: string } | 'absent' | 'failed'>

/** The truth value that is the answer; `'unknown'` when the bus can't be asked, or says nothing of the kind. */
export async function askBus(question: Question, run: RunTool = runTool): Promise<boolean | 'unknown'> {
  for (const tool of tools) {
    const answer = await run(tool.command, tool.ask(question))
    if (answer !== 'absent') return truthIn(answer)
  }
  return 'unknown'
}

/** Whichever tool wrote it. */
function truthIn(answer: { readonly printed: string } | 'failed'): boolean | 'unknown' {
  if (answer === 'failed') return 'unknown'
  const word = /\b(true|false)\b/.exec(answer.printed)?.[1]
  return word === undefined ? 'unknown' : word === 'true'
}

/** Exported for its test. */
export function runTool(command: string, words: readonly string[]): ReturnType<RunTool> {
  return new Promise((resolve) => {
    execFile(
      command,
      words,
      { timeout: timeoutMs, env: { ...process.env, LC_ALL: 'C' } },
      (error, printed) => {
        if (error === null) resolve({ printed })
        // A text: it could not be started. That isn't always ENOENT: a folder of the PATH that this user may not
        // look into turns a missing program into EACCES.
        else resolve(typeof error.code === 'string' ? 'absent' : 'failed')
      },
    )
  })
}
