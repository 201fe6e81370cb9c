import type { ComponentType, JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { tellFailure } from './told-failures.ts'

/** What the first screen has no need of: fetched when it is first drawn, nothing in its place until then. */
export function lazy<P extends object>(
  load: () => Promise<ComponentType<P>>,
): (props: P) => JSX.Element | null {
  let loaded: ComponentType<P> | null = null
  return function Lazy(props: P) {
    const [Shown, show] = useState(() => loaded)
    useEffect(() => {
      if (Shown !== null) return
      load().then(
        (component) => {
          loaded = component
          show(() => component)
        },
        (error) => tellFailure('view.show', { kind: 'bug', message: String(error), retryable: true }),
      )
    }, [])
    return Shown && <Shown {...props} />
  }
}
