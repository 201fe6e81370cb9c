import { useEffect, useRef, useState } from 'preact/hooks'
import { hasTrait } from '../preload/contract/failure.ts'
import type { CommandArguments, CommandName, Failure } from '../preload/contract/index.ts'
import { ask } from './bridge.ts'

export type Act = {
  readonly failure: Failure | null
  /** Returns whether it was done; if it wasn't, `failure` says why, except for what the user knows anyway. */
  readonly act: <N extends CommandName>(name: N, args: CommandArguments<N>) => Promise<boolean>
  readonly forget: () => void
}

/** Commands of a dialog, whose failures are said in the dialog: what lies behind it can't be read meanwhile. */
export function useAct(): Act {
  const [failure, setFailure] = useState<Failure | null>(null)
  const there = useRef(true)
  useEffect(() => {
    there.current = true
    return () => {
      there.current = false
    }
  }, [])
  const act: Act['act'] = async (name, args) => {
    if (there.current) setFailure(null)
    const answer = await ask(name, args)
    const isKnown = !answer.ok && hasTrait(answer.failure, 'expected')
    if (!answer.ok && !isKnown && there.current) setFailure(answer.failure)
    return answer.ok
  }
  return { failure, act, forget: () => setFailure(null) }
}
