import type { ComponentChildren } from 'preact'
import type { Failure } from '../../preload/contract/index.ts'
import { whatFailed, whatNext } from '../../words/failure.ts'
import { sentences } from '../../words/format.ts'
import { Icon } from './icon.tsx'
import { Reference } from './reference.tsx'

/** What didn't work, said where it was asked for. */
export function FailureNote(props: {
  title?: ComponentChildren
  failure: Failure
  /** In place of what is usually said of such a failure. */
  said?: string
}) {
  const { title, failure, said } = props
  return (
    <div class="note danger failed" role="alert">
      <Icon name="warn" />
      <div class="grow">
        {title !== undefined && <p class="strong">{title}</p>}
        <p>{said ?? sentences(whatFailed(failure), whatNext(failure))}</p>
        <Reference failure={failure} />
      </div>
    </div>
  )
}
