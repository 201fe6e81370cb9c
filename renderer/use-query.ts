import { useEffect, useState } from 'preact/hooks'
import type { CommandArguments, CommandName, CommandValue, Failure } from '../preload/contract/index.ts'
import { ask } from './bridge.ts'

export type Query<T> = {
  /** The last answer to this very question; null before the first. */
  readonly value: T | null
  /** Why the last try brought none. */
  readonly failure: Failure | null
}

/**
 * The answer to what isn't in the state. It is asked again whenever `revision` grows; meanwhile the old answer
 * stands, since what is shown mustn't flicker. Another question starts from nothing.
 */
export function useQuery<N extends CommandName>(
  name: N,
  args: CommandArguments<N>,
  revision: number,
): Query<CommandValue<N>> {
  const question = `${name} ${JSON.stringify(args)}`
  const [answered, setAnswered] = useState<Query<CommandValue<N>> & { question: string }>({
    question,
    value: null,
    failure: null,
  })
  useEffect(() => {
    let isCurrent = true
    void ask(name, args).then((answer) => {
      if (!isCurrent) return
      setAnswered((before) => {
        if (answer.ok) return { question, value: answer.value, failure: null }
        return {
          question,
          value: before.question === question ? before.value : null,
          failure: answer.failure,
        }
      })
    })
    return () => {
      isCurrent = false
    }
  }, [question, revision])
  return answered.question === question ? answered : { value: null, failure: null }
}
