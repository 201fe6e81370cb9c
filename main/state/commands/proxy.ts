/** The password of a proxy: the one secret that comes from the window. It is handed on, and kept nowhere here. */
import type { App } from '../app.ts'
import { closeDialog, done, type HandlersOf } from './handlers.ts'

type Names = 'proxy.sign-in' | 'proxy.forget'

export function proxyCommands(app: App): HandlersOf<Names> {
  return {
    'proxy.sign-in': async ({ id, username, password }) => {
      const given = await app.proxy.give(id, { username, password })
      const { dialog } = app.state.current.view
      if (given.ok && dialog?.kind === 'proxy-password') closeDialog(app)
      return given
    },
    'proxy.forget': async ({ id }) => {
      await app.proxy.forget(id)
      return done
    },
  }
}
