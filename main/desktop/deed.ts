/** What a click outside the window does: in the tray's menu or on a notification. */
import type { CommandArguments, CommandName } from '../../preload/contract/index.ts'
import type { CommandHandlers } from '../state/commands.ts'

export type CommandDeed<N extends CommandName = CommandName> = {
  [M in N]: { readonly kind: 'command'; readonly name: M; readonly given: CommandArguments<M> }
}[N]

export type Deed = { readonly kind: 'open-window' } | { readonly kind: 'quit' } | CommandDeed

export const openWindow: Deed = { kind: 'open-window' }

export function command<N extends CommandName>(name: N, given: CommandArguments<N>): CommandDeed<N> {
  return { kind: 'command', name, given }
}

/** Whether it would put something else where the user is: then typing that is kept nowhere else would be lost. */
export function leavesTheScreen(deed: Deed): boolean {
  return deed.kind === 'command' && (deed.name === 'organisation.show' || deed.name === 'dialog.open')
}

/** Progress and result are in the state, as they are for the window. */
export function runCommand<N extends CommandName>(handlers: CommandHandlers, deed: CommandDeed<N>): void {
  void handlers[deed.name](deed.given)
}
