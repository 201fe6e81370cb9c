/** Agreed in the contract, being built. */
import { type CommandName, failed } from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'
import type { HandlersOf } from './handlers.ts'

const names = [
  'view.typing',
  'organisation.quiet',
  'organisation.copy-spendable',
  'settings.change',
  'limits.change',
  'history.read',
  'history.export',
  'keys.read',
  'keys.refresh',
  'apps.create',
  'apps.delete',
  'keys.create',
  'keys.delete',
  'keys.rotate',
  'keys.forget',
  'keys.copy-id',
  'keys.put-away-failure',
  'secret.copy',
  'secret.reveal',
  'secret.save',
  'secret.done',
  'secret.discard',
  'data.export',
  'data.import',
  'data.import-now',
  'app.quit',
] as const satisfies readonly CommandName[]

type Names = (typeof names)[number]

export const notYet = Object.fromEntries(
  names.map((name) => [name, () => failed(failure('bug', `${name} is not built yet.`))]),
) as unknown as HandlersOf<Names>
