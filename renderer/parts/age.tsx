import { age } from '../../words/format.ts'
import { useNowForReading } from '../use-now.ts'

/** How old a reading is, to the minute. */
export function Age({ at, stale }: { at: number; stale: boolean }) {
  const now = useNowForReading(at)
  return (
    <time class={stale ? 'age is-stale' : 'age'} dateTime={new Date(at).toISOString()}>
      {age(at, now)}
    </time>
  )
}
