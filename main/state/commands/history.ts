/** Looking back: what was read of an organisation, on screen and as a file. */
import { ok } from '../../../preload/contract/index.ts'
import type { App } from '../app.ts'
import { done, type HandlersOf, unknown } from './handlers.ts'

export function historyCommands(app: App): HandlersOf<'history.read' | 'history.export'> {
  const find = (id: string) => app.state.current.organisations.find((one) => one.id === id)
  return {
    'history.read': async ({ organisationId, range }) => {
      if (find(organisationId) === undefined) return unknown
      return ok(await app.accounts.history.view(organisationId, range))
    },
    'history.export': ({ organisationId, format }) => {
      const organisation = find(organisationId)
      if (organisation === undefined) return unknown
      // The dialog may stay open for long; how it ends is said in passing.
      void save(organisation)
      return done

      async function save({ id, name }: { readonly id: string; readonly name: string }): Promise<void> {
        const suggested = app.accounts.history.fileName(name, format)
        const path = await app.files.askWhereToSave(suggested, format)
        if (path === null) return
        const written = await app.files.write(path, await app.accounts.history.text({ id, name }, format))
        const file = path.split(/[\\/]/).pop() ?? suggested
        app.toasts.say(
          written.ok
            ? { kind: 'exported', file }
            : { kind: 'failed', operation: 'export', name: file, failure: written.failure },
        )
      }
    },
  }
}
