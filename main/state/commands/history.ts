/** What was read of an organisation, on screen and as a file. */
import { basename } from 'node:path'
import { ok } from '../../../preload/contract/index.ts'
import type { Organisation } from '../../organisation/organisation.ts'
import { type CommandContext, type CommandHandlers, done, withOrganisation } from './handlers.ts'

export function historyCommands({ organisations, files, toasts }: CommandContext) {
  return {
    'history.read': withOrganisation(organisations, async ({ history }, { range }) =>
      ok(await history.view(range)),
    ),
    'history.export': withOrganisation(organisations, (organisation, { format }) => {
      // The dialog may stay open for long, so a toast tells the outcome.
      void save(organisation, format)
      return done
    }),
  } satisfies Partial<CommandHandlers>

  async function save({ id, name, history }: Organisation, format: 'csv' | 'json'): Promise<void> {
    const path = await files.askWhereToSave(history.fileName(name, format), format)
    if (path === null) return
    const written = await files.write(path, await history.text({ id, name }, format))
    const file = basename(path)
    if (written.ok) toasts.show({ kind: 'exported', file })
    else toasts.show({ kind: 'failed', operation: 'export', name: file, failure: written.failure })
  }
}
