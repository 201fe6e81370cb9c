/** Apps, keys, and the secret of a newly created key. */
import { failed, ok } from '../../../preload/contract/index.ts'
import type { SecretHolder } from '../../organisation/keys/pending-secret.ts'
import type { Organisations } from '../../organisation/organisations.ts'
import { failure, signedOutFailure } from '../../parallel/failures.ts'
import type { Desktop } from '../../ports.ts'
import type { Toasts } from '../toasts.ts'
import { type CommandHandlers, copyText, done, withOrganisation } from './handlers.ts'

type KeysDeps = {
  readonly organisations: Organisations
  readonly desktop: Desktop
  readonly toasts: Toasts
}

type SecretDeps = {
  readonly organisations: Organisations
  readonly secret: SecretHolder
}

/** The state reports progress and outcome of a change. */
export function keysCommands({ organisations, desktop, toasts }: KeysDeps) {
  return {
    'keys.read': withOrganisation(organisations, ({ keys }) => ok(keys.read())),
    'keys.refresh': withOrganisation(organisations, ({ keys }) => {
      keys.refresh()
      return done
    }),
    'apps.create': withOrganisation(organisations, ({ keys }, { name }) => keys.createApp(name)),
    'apps.delete': withOrganisation(organisations, ({ keys }, { appId }) => keys.deleteApp(appId)),
    'keys.create': withOrganisation(organisations, ({ keys }, { appId, name }) =>
      keys.createKey(appId, name),
    ),
    'keys.delete': withOrganisation(organisations, ({ keys }, { keyId }) => keys.deleteKey(keyId)),
    'keys.rotate': withOrganisation(organisations, ({ keys }, { keyId }) => keys.rotate(keyId)),
    'keys.forget': withOrganisation(organisations, ({ keys }, { organisationId, keyId }) => {
      const forgotten = keys.forgetKey(keyId)
      if (!forgotten.ok) return forgotten
      toasts.show({ kind: 'key-forgotten', organisationId, keyId, name: forgotten.value.name })
      return done
    }),
    'keys.restore': withOrganisation(organisations, ({ keys }, { keyId }) => keys.restoreKey(keyId)),
    'keys.copy-id': withOrganisation(organisations, ({ keys }, { keyId }) => {
      const id = keys.apiKeyId(keyId)
      return id.ok ? copyText(desktop, id.value) : id
    }),
    'keys.dismiss-failure': withOrganisation(organisations, ({ keys }) => {
      keys.dismissFailure()
      return done
    }),
  } satisfies Partial<CommandHandlers>
}

export function secretCommands({ organisations, secret }: SecretDeps) {
  return {
    'secret.copy': () => secret.copy(),
    'secret.reveal': () => secret.reveal(),
    'secret.save': () => secret.save(),
    'secret.done': () => secret.done(),
    // Discarding the secret deletes its key.
    'secret.discard': () => {
      const { key } = secret
      if (key === null) return failed(failure('not-found', 'There is no secret to put away.'))
      const organisation = organisations.get(key.organisationId)
      return organisation?.keys.deleteKey(key.keyId) ?? failed(signedOutFailure)
    },
  } satisfies Partial<CommandHandlers>
}
