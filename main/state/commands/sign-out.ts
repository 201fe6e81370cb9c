/** Leaving organisations, and this computer. */
import type { App } from '../app.ts'
import { closeDialog, done, type HandlersOf, isKnown, unknown } from './handlers.ts'

type Names = 'organisation.sign-out' | 'sign-out.everywhere' | 'sign-out.try-now' | 'app.reset'

export function signOutCommands(app: App): HandlersOf<Names> {
  return {
    'organisation.sign-out': ({ organisationId, forget }) => {
      if (!isKnown(app, organisationId)) return unknown
      closeDialog(app)
      return app.leave.organisation(organisationId, forget)
    },
    'sign-out.everywhere': ({ forget }) => {
      closeDialog(app)
      return app.leave.everywhere(forget)
    },
    'sign-out.try-now': () => {
      app.sessions.revokeNow()
      return done
    },
    'app.reset': () => {
      // One that is being stored can't be undone: its file would be deleted, and nothing would know of its tokens.
      const cancelled = app.signIn.cancel()
      return cancelled.ok ? app.leave.reset() : cancelled
    },
  }
}
