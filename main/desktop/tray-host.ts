/** Whether anything on this desktop shows tray icons. Asked on the session bus with the tools every desktop has. */
import { execFile } from 'node:child_process'

const watcher = 'org.kde.StatusNotifierWatcher'
const property = 'IsStatusNotifierHostRegistered'
const bus = { name: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus' }
const timeoutMs = 2000

type Question = 'watcher-there' | 'host-registered'

/** The same two questions for each tool, in the order in which they are tried. */
const tools: readonly {
  readonly command: string
  readonly ask: (question: Question) => readonly string[]
}[] = [
  {
    command: 'gdbus',
    ask: (question) =>
      question === 'watcher-there'
        ? gdbusCall(bus.name, bus.path, `${bus.name}.NameHasOwner`, watcher)
        : gdbusCall(watcher, '/StatusNotifierWatcher', `${bus.name}.Properties.Get`, watcher, property),
  },
  {
    command: 'dbus-send',
    ask: (question) =>
      question === 'watcher-there'
        ? dbusSend(bus.name, bus.path, `${bus.name}.NameHasOwner`, watcher)
        : dbusSend(watcher, '/StatusNotifierWatcher', `${bus.name}.Properties.Get`, watcher, property),
  },
  {
    command: 'busctl',
    ask: (question) =>
      question === 'watcher-there'
        ? ['--user', 'call', bus.name, bus.path, bus.name, 'NameHasOwner', 's', watcher]
        : ['--user', 'get-property', watcher, '/StatusNotifierWatcher', watcher, property],
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

/**
 * Asks anew each time: a panel may start after the app, or end.
 * @returns `'unknown'` when the bus can't be asked: an icon may or may not be seen
 */
export async function hasTrayHost(
  system: NodeJS.Platform = process.platform,
  run: RunTool = runTool,
): Promise<boolean | 'unknown'> {
  if (system === 'darwin' || system === 'win32') return true
  for (const tool of tools) {
    const there = await run(tool.command, tool.ask('watcher-there'))
    if (there === 'absent') continue
    const isThere = truthIn(there)
    if (isThere !== true) return isThere
    return truthIn(await run(tool.command, tool.ask('host-registered')))
  }
  return 'unknown'
}

/** The truth value in an answer, whichever tool wrote it. */
function truthIn(answer: { readonly printed: string } | 'absent' | 'failed'): boolean | 'unknown' {
  if (typeof answer === 'string') return 'unknown'
  const word = /\b(true|false)\b/.exec(answer.printed)?.[1]
  return word === undefined ? 'unknown' : word === 'true'
}

function runTool(command: string, words: readonly string[]): ReturnType<RunTool> {
  return new Promise((resolve) => {
    execFile(
      command,
      words,
      { timeout: timeoutMs, env: { ...process.env, LC_ALL: 'C' } },
      (error, printed) => {
        if (error === null) resolve({ printed })
        else resolve('code' in error && error.code === 'ENOENT' ? 'absent' : 'failed')
      },
    )
  })
}
