/** What the handlers of all areas share. */
import {
  type CommandArguments,
  type CommandName,
  type CommandValue,
  failed,
  ok,
  type Result,
} from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'
import type { App } from '../app.ts'

/** The handlers of some of the commands. */
export type HandlersOf<N extends CommandName> = {
  readonly [M in N]: (
    given: CommandArguments<M>,
  ) => Result<CommandValue<M>> | Promise<Result<CommandValue<M>>>
}

export const done = ok(null)
export const unknown = failed(failure('signed-out', 'This organisation is not signed in.'))

export function isKnown({ state }: App, organisationId: string): boolean {
  return state.current.organisations.some((one) => one.id === organisationId)
}

export function closeDialog({ state }: App): void {
  state.update(({ view }) => ({ view: { ...view, dialog: null } }))
}
