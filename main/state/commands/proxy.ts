/** The password of a proxy: the only secret that comes from the window. */
import type { ProxyPasswords } from '../../proxy/proxy-passwords.ts'
import type { Navigation } from '../navigation.ts'
import { type CommandHandlers, done } from './handlers.ts'

type ProxyDeps = {
  readonly proxy: ProxyPasswords
  readonly navigation: Navigation
}

export function proxyCommands({ proxy, navigation }: ProxyDeps) {
  return {
    'proxy.sign-in': async ({ id, username, password }) => {
      const given = await proxy.give(id, { username, password })
      if (given.ok && navigation.dialog?.kind === 'proxy-password') navigation.closeDialog()
      return given
    },
    'proxy.forget': async ({ id }) => {
      await proxy.forget(id)
      return done
    },
  } satisfies Partial<CommandHandlers>
}
