/** Agreed in the contract, being built. */
import { type CommandName, failed } from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'
import type { HandlersOf } from './handlers.ts'

const names = [
  'top-up.start',
  'top-up.ask-again',
  'top-up.put-away',
] as const satisfies readonly CommandName[]

type Names = (typeof names)[number]

export const notYet = Object.fromEntries(
  names.map((name) => [name, () => failed(failure('bug', `${name} is not built yet.`))]),
) as unknown as HandlersOf<Names>
