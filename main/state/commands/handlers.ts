/** What the handlers of all areas share. */
import {
  type CommandArguments,
  type CommandName,
  type CommandValue,
  failed,
  ok,
  type Result,
} from '../../../preload/contract/index.ts'
import type { Organisation } from '../../organisation/organisation.ts'
import type { Organisations } from '../../organisation/organisations.ts'
import { failure, signedOutFailure } from '../../parallel/failures.ts'
import type { Desktop } from '../../ports.ts'

/** The handlers of some of the commands. */
export type HandlersOf<N extends CommandName> = {
  readonly [M in N]: (
    given: CommandArguments<M>,
  ) => Result<CommandValue<M>> | Promise<Result<CommandValue<M>>>
}

export const done = ok(null)

/** Makes a handler that gets the organisation of the command; `signed-out` when nobody is signed in to it. */
export function withOrganisation<G extends { readonly organisationId: string }, R>(
  organisations: Organisations,
  run: (organisation: Organisation, given: G) => R,
): (given: G) => R | Result<never> {
  return (given) => {
    const organisation = organisations.get(given.organisationId)
    return organisation === undefined ? failed(signedOutFailure) : run(organisation, given)
  }
}

/** `clipboard` when the system didn't take the text. */
export async function copyText(desktop: Desktop, text: string): Promise<Result<null>> {
  const isCopied = await desktop.copyText(text)
  return isCopied ? done : failed(failure('clipboard', 'The clipboard took nothing.'))
}
