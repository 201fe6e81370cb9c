/** Helpers that the command handlers share. */
import { basename } from 'node:path'
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
import type { Desktop, Files } from '../../ports.ts'
import type { Toasts } from '../toasts.ts'

/** The handler of each command. Expected failures are returned, not thrown. */
export type CommandHandlers = {
  readonly [N in CommandName]: (
    given: CommandArguments<N>,
  ) => Result<CommandValue<N>> | Promise<Result<CommandValue<N>>>
}

export const done = ok(null)

/** Makes a handler that receives the command's organisation; fails with `signed-out` if the user isn't signed in to it. */
export function withOrganisation<G extends { readonly organisationId: string }, R>(
  organisations: Organisations,
  run: (organisation: Organisation, given: G) => R,
): (given: G) => R | Result<never> {
  return (given) => {
    const organisation = organisations.get(given.organisationId)
    return organisation === undefined ? failed(signedOutFailure) : run(organisation, given)
  }
}

/** Fails with `clipboard` if the system rejected the text. */
export async function copyText(desktop: Desktop, text: string): Promise<Result<null>> {
  const isCopied = await desktop.copyText(text)
  return isCopied ? done : failed(failure('clipboard', 'The clipboard took nothing.'))
}

/** Asks where to save, then writes the file. The dialog may stay open for long, so the outcome is shown as a toast. */
export async function saveFile(
  { files, toasts }: { readonly files: Files; readonly toasts: Toasts },
  file: {
    /** The suggested file name. */
    readonly name: string
    readonly format: 'csv' | 'json'
    /** Called once the user has chosen a file. */
    readonly text: () => string | Promise<string>
  },
): Promise<void> {
  const path = await files.askWhereToSave(file.name, file.format)
  if (path === null) return
  const written = await files.write(path, await file.text())
  const name = basename(path)
  if (written.ok) toasts.show({ kind: 'exported', file: name })
  else toasts.show({ kind: 'failed', operation: 'export', name, failure: written.failure })
}
