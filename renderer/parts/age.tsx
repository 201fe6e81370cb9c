import { age } from '../../words/format.ts'
import { agesEveryMs, useNow } from '../use-now.ts'

/** How old what is shown is, to the minute. */
export function Age({ at, stale }: { at: number; stale: boolean }) {
  const now = useNow(agesEveryMs)
  return (
    <time class={stale ? 'age is-stale' : 'age'} dateTime={new Date(at).toISOString()}>
      {age(at, now)}
    </time>
  )
}
