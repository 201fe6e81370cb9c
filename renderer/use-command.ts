import { useState } from 'preact/hooks'
import { hasTrait } from '../preload/contract/failure.ts'
import type { CommandArguments, CommandName, Failure } from '../preload/contract/index.ts'
import { invoke } from './bridge.ts'

export type CommandRunner = {
  /** Why the last command failed. */
  readonly failure: Failure | null
  /** Returns whether the command succeeded. */
  readonly run: <N extends CommandName>(name: N, args: CommandArguments<N>) => Promise<boolean>
  readonly clearFailure: () => void
}

/** Runs the commands of a dialog, which shows their failures itself: a toast behind it can't be read. */
export function useCommand(): CommandRunner {
  const [failure, setFailure] = useState<Failure | null>(null)
  const run: CommandRunner['run'] = async (name, args) => {
    setFailure(null)
    const answer = await invoke(name, args)
    if (!answer.ok && !hasTrait(answer.failure, 'expected')) setFailure(answer.failure)
    return answer.ok
  }
  return { failure, run, clearFailure: () => setFailure(null) }
}
