/** Apps, keys, and the secret of a key that was just made. */
import { failed, ok } from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'
import type { Desktop } from '../../ports.ts'
import type { App } from '../app.ts'
import { done, type HandlersOf, isKnown, unknown } from './handlers.ts'

type Names =
  | 'keys.read'
  | 'keys.refresh'
  | 'apps.create'
  | 'apps.delete'
  | 'keys.create'
  | 'keys.delete'
  | 'keys.rotate'
  | 'keys.forget'
  | 'keys.copy-id'
  | 'keys.dismiss-failure'
  | 'secret.copy'
  | 'secret.reveal'
  | 'secret.save'
  | 'secret.done'
  | 'secret.discard'

export function keysCommands(app: App, desktop: Desktop): HandlersOf<Names> {
  const { keys, secret } = app.accounts
  return {
    'keys.read': ({ organisationId }) =>
      isKnown(app, organisationId) ? ok(keys.read(organisationId)) : unknown,
    'keys.refresh': ({ organisationId }) => {
      if (!isKnown(app, organisationId)) return unknown
      keys.refresh(organisationId)
      return done
    },
    'apps.create': ({ organisationId, name }) =>
      isKnown(app, organisationId) ? keys.createApp(organisationId, name) : unknown,
    'apps.delete': ({ organisationId, appId }) =>
      isKnown(app, organisationId) ? keys.deleteApp(organisationId, appId) : unknown,
    'keys.create': ({ organisationId, appId, name }) =>
      isKnown(app, organisationId) ? keys.createKey(organisationId, appId, name) : unknown,
    'keys.delete': ({ organisationId, keyId }) =>
      isKnown(app, organisationId) ? keys.deleteKey(organisationId, keyId) : unknown,
    'keys.rotate': ({ organisationId, keyId }) =>
      isKnown(app, organisationId) ? keys.rotate(organisationId, keyId) : unknown,
    'keys.forget': ({ organisationId, keyId }) =>
      isKnown(app, organisationId) ? keys.forgetKey(organisationId, keyId) : unknown,
    'keys.copy-id': async ({ organisationId, keyId }) => {
      if (!isKnown(app, organisationId)) return unknown
      const id = keys.apiKeyId(organisationId, keyId)
      if (!id.ok) return id
      const copied = await desktop.copyText(id.value)
      return copied ? done : failed(failure('clipboard', 'The clipboard took nothing.'))
    },
    'keys.dismiss-failure': ({ organisationId }) => {
      if (!isKnown(app, organisationId)) return unknown
      keys.putAwayFailure(organisationId)
      return done
    },
    'secret.copy': () => secret.copy(),
    'secret.reveal': () => secret.reveal(),
    'secret.save': () => secret.save(),
    'secret.done': () => secret.done(),
    // Progress and result are in the state, as of any other deletion; the secret goes with its key.
    'secret.discard': () => {
      const { key } = secret
      if (key === null) return failed(failure('not-found', 'There is no secret to put away.'))
      if (!isKnown(app, key.organisationId)) return unknown
      return keys.deleteKey(key.organisationId, key.keyId)
    },
  }
}
