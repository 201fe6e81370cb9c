/** What was read of an organisation, on screen and as a file. */
import { ok } from '../../../preload/contract/index.ts'
import { type CommandContext, type CommandHandlers, done, saveFile, withOrganisation } from './handlers.ts'

export function historyCommands(context: CommandContext) {
  const { organisations } = context
  return {
    'history.read': withOrganisation(organisations, async ({ history }, { range }) =>
      ok(await history.view(range)),
    ),
    'history.export': withOrganisation(organisations, ({ id, name, history }, { format }) => {
      const fileName = history.exportFileName(name, format)
      void saveFile(context, { name: fileName, format, text: () => history.exportText({ id, name }, format) })
      return done
    }),
  } satisfies Partial<CommandHandlers>
}
