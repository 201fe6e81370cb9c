import type { Failure } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'

/** The server's reference for a failure, which support can look up. */
export function Reference({ failure }: { failure: Failure }) {
  if (failure.reference === undefined) return null
  return (
    <p class="small ink-3">
      {words.app.reference} <bdi class="mono selectable">{failure.reference}</bdi>
    </p>
  )
}
