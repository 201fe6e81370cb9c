/** Actions of tray entries, notifications, launch requests and the application menu. */
import type { CommandArguments, CommandName } from '../../preload/contract/index.ts'
import type { CommandHandlers } from '../state/commands/handlers.ts'

export type CommandAction<N extends CommandName = CommandName> = {
  [M in N]: { readonly kind: 'command'; readonly name: M; readonly args: CommandArguments<M> }
}[N]

export type Action = { readonly kind: 'open-window' } | { readonly kind: 'quit' } | CommandAction

export const openWindow: Action = { kind: 'open-window' }

export function command<N extends CommandName>(name: N, args: CommandArguments<N>): CommandAction<N> {
  return { kind: 'command', name, args }
}

/** Whether the action replaces the current screen, and with it unsaved input. */
export function replacesScreen(action: Action): boolean {
  return action.kind === 'command' && (action.name === 'organisation.show' || action.name === 'dialog.open')
}

/** Ignores the result: the state reports progress and failure, as it does for the window. */
export function runCommand<N extends CommandName>(handlers: CommandHandlers, action: CommandAction<N>): void {
  void handlers[action.name](action.args)
}
