import type { ComponentChildren } from 'preact'
import type { Failure } from '../../preload/contract/index.ts'
import { whatFailed, whatNext } from '../../words/failure.ts'
import { sentences } from '../../words/format.ts'
import { Icon } from './icon.tsx'
import { Reference } from './reference.tsx'

/** A failure, shown beside the control that caused it. */
export function FailureNote(props: {
  title?: ComponentChildren
  failure: Failure
  /** Replaces the standard description of the failure. */
  description?: string
}) {
  const { title, failure, description } = props
  return (
    <div class="note danger failed" role="alert">
      <Icon name="warn" />
      <div class="grow">
        {title !== undefined && <p class="strong">{title}</p>}
        <p>{description ?? sentences(whatFailed(failure), whatNext(failure))}</p>
        <Reference failure={failure} />
      </div>
    </div>
  )
}
