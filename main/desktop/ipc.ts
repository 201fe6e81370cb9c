/** Handles the window's commands: one channel, validated arguments, results as values. */
import { type IpcMainInvokeEvent, ipcMain } from 'electron'
import * as v from 'valibot'
import {
  type CommandArguments,
  type CommandName,
  type CommandValue,
  channels,
  commandArguments,
  failed,
  type Result,
} from '../../preload/contract/index.ts'
import { failure } from '../parallel/failures.ts'
import type { Log } from '../ports.ts'
import type { CommandHandlers } from '../state/commands/handlers.ts'
import { reached } from './start/timeline.ts'

export type CommandServer = {
  readonly handlers: CommandHandlers
  /** Whether a message comes from the main frame of the app's window, on the app's own page. */
  readonly isTrusted: (event: IpcMainInvokeEvent) => boolean
  /** Called before each response, so that the window has the new state before the command resolves. */
  readonly beforeAnswer: () => void
  readonly log: Log
}

/** Registers the handler. Never throws across the bridge: an exception of a command is logged and becomes a `bug`. */
export function serveCommands({ handlers, isTrusted, beforeAnswer, log }: CommandServer): void {
  ipcMain.handle(channels.command, async (event, name: unknown, given: unknown) => {
    if (!isTrusted(event)) {
      log.warn('command refused', { why: 'sender' })
      return failed(failure('bug', 'This page may not send commands.'))
    }
    if (!isCommandName(name)) {
      log.warn('command refused', { why: 'name' })
      return failed(failure('bug', 'There is no such command.'))
    }
    if (name === 'hello') reached('state')
    try {
      return await run(handlers, name, given)
    } catch (error) {
      const thrown = failure(
        'bug',
        error instanceof Error ? `${error.name}: ${error.message}` : 'Unknown error.',
      )
      log.failure(`command ${name}`, thrown)
      return failed(thrown)
    } finally {
      beforeAnswer()
    }
  })
}

/** electron-store opens an IPC channel that the app doesn't use. Call it after the store was created. */
export function closeElectronStoreChannel(): void {
  ipcMain.removeAllListeners('electron-store-get-data')
}

function isCommandName(name: unknown): name is CommandName {
  return typeof name === 'string' && Object.hasOwn(commandArguments, name)
}

async function run<N extends CommandName>(
  handlers: CommandHandlers,
  name: N,
  given: unknown,
): Promise<Result<CommandValue<N>>> {
  const schema: v.GenericSchema = commandArguments[name]
  const parsed = v.safeParse(schema, given)
  if (!parsed.success) return failed(failure('bug', `The arguments of ${name} are not as agreed.`))
  return await handlers[name](parsed.output as CommandArguments<N>)
}
