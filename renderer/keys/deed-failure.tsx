import type { Failure, FailureKind, KeysDoing } from '../../preload/contract/index.ts'
import { whatFailed } from '../../words/failure.ts'
import { sentences } from '../../words/format.ts'
import { words } from '../../words/index.ts'
import { FailureNote } from '../parts/failure-note.tsx'

const text = words.keys

/** After these the server may have done it all the same, unless nothing was sent. */
const open: readonly FailureKind[] = ['offline', 'timeout', 'server', 'not-json', 'cancelled']

/** Why a change of apps and keys failed; where its answer was lost, that it may have happened. */
export function DeedFailure(props: { kind: KeysDoing['kind']; name: string; failure: Failure }) {
  const { kind, name, failure } = props
  const isLost = open.includes(failure.kind) && failure.notSent !== true
  const title = (isLost ? text.notKnown : text.notDone)[kind](<bdi>{name}</bdi>)
  const said = isLost ? sentences(whatFailed(failure), text.lookFirst) : undefined
  return <FailureNote title={title} failure={failure} {...(said === undefined ? {} : { said })} />
}
