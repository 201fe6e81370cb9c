import { useLayoutEffect, useState } from 'preact/hooks'
import type { CommandArguments, CommandName, CommandValue, Failure } from '../preload/contract/index.ts'
import { invoke } from './bridge.ts'
import { holdFirstPaint } from './first-paint.ts'

export type Query<T> = {
  /** The last answer to this query; null before the first. */
  readonly value: T | null
  /** Why the last fetch failed. */
  readonly failure: Failure | null
}

/**
 * Fetches data that isn't part of the state, and again whenever `revision` changes. The previous answer is kept
 * while a new one is fetched, so that nothing flickers; a query with another name or arguments starts empty.
 */
export function useQuery<N extends CommandName>(
  name: N,
  args: CommandArguments<N>,
  revision: number,
): Query<CommandValue<N>> {
  const queryKey = `${name} ${JSON.stringify(args)}`
  const [answered, setAnswered] = useState<Query<CommandValue<N>> & { queryKey: string }>({
    queryKey,
    value: null,
    failure: null,
  })
  // `useEffect` would ask only after the next frame.
  useLayoutEffect(() => {
    let isCurrent = true
    void invoke(name, args).then((answer) => {
      if (!isCurrent) return
      setAnswered((previous) => {
        if (answer.ok) return { queryKey, value: answer.value, failure: null }
        const value = previous.queryKey === queryKey ? previous.value : null
        return { queryKey, value, failure: answer.failure }
      })
    })
    return () => {
      isCurrent = false
    }
  }, [queryKey, revision])
  const current = answered.queryKey === queryKey ? answered : { value: null, failure: null }
  const isAnswered = current.value !== null || current.failure !== null
  useLayoutEffect(() => (isAnswered ? undefined : holdFirstPaint()), [isAnswered])
  return current
}
