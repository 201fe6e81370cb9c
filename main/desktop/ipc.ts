/** The one place that listens to the window: a single channel, checked arguments, answers as values. */
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
import type { CommandHandlers } from '../state/commands.ts'

export type CommandServer = {
  readonly handlers: CommandHandlers
  /** Whether a call comes from the main frame of our own window, on our own page. */
  readonly isTrusted: (event: IpcMainInvokeEvent) => boolean
  readonly log: Log
}

/** Answers the window's commands. Never throws across the bridge; what a handler throws is logged as a mistake. */
export function serveCommands({ handlers, isTrusted, log }: CommandServer): void {
  ipcMain.handle(channels.command, async (event, name: unknown, given: unknown) => {
    if (!isTrusted(event)) {
      log.warn('command refused', { why: 'sender' })
      return failed(failure('bug', 'This page may not send commands.'))
    }
    if (!isCommandName(name)) {
      log.warn('command refused', { why: 'name' })
      return failed(failure('bug', 'There is no such command.'))
    }
    try {
      return await run(handlers, name, given)
    } catch (error) {
      const thrown = failure(
        'bug',
        error instanceof Error ? `${error.name}: ${error.message}` : 'Unknown error.',
      )
      log.failure(`command ${name}`, thrown)
      return failed(thrown)
    }
  })
}

/**
 * electron-store opens a channel of its own, which nobody needs. Removes it and returns the channels that
 * anybody still listens to with `on`: none, as ours is answered with `handle`. (`error` is Electron's own
 * guard, not a channel.)
 */
export function onlyOurListeners(): readonly string[] {
  ipcMain.removeAllListeners('electron-store-get-data')
  return ipcMain
    .eventNames()
    .map(String)
    .filter((name) => name !== 'error')
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
