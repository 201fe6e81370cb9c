import { isOutcomeUnknown } from '../../preload/contract/failure.ts'
import type { Failure, KeysOperation } from '../../preload/contract/index.ts'
import { whatFailed } from '../../words/failure.ts'
import { sentences } from '../../words/format.ts'
import { words } from '../../words/index.ts'
import { FailureNote } from '../parts/failure-note.tsx'

const text = words.keys

/** Why a change of apps and keys failed; where its answer was lost, that it may have happened. */
export function DeedFailure(props: { kind: KeysOperation['kind']; name: string; failure: Failure }) {
  const { kind, name, failure } = props
  const lost = isOutcomeUnknown(failure)
  const title = (lost ? text.notKnown : text.notDone)[kind](<bdi>{name}</bdi>)
  const said = lost ? sentences(whatFailed(failure), text.lookFirst) : undefined
  return <FailureNote title={title} failure={failure} {...(said === undefined ? {} : { said })} />
}
