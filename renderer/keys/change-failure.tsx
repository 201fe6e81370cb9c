import { isOutcomeUnknown } from '../../preload/contract/failure.ts'
import type { Failure, KeysOperation } from '../../preload/contract/index.ts'
import { whatFailed } from '../../words/failure.ts'
import { sentences } from '../../words/format.ts'
import { laterWords, words } from '../../words/index.ts'
import { FailureNote } from '../parts/failure-note.tsx'

const text = laterWords.keys

/** Why a change of apps or keys failed, or that its outcome is unknown. */
export function ChangeFailure(props: { kind: KeysOperation['kind']; name: string; failure: Failure }) {
  const { kind, failure } = props
  const name = <bdi>{props.name}</bdi>
  if (!isOutcomeUnknown(failure)) return <FailureNote title={text.notDone[kind](name)} failure={failure} />
  const description = sentences(whatFailed(failure), words.toasts.lookFirst)
  return <FailureNote title={words.toasts.notKnown[kind](name)} failure={failure} description={description} />
}
