/** Failures of what the user asked for, where no screen has a place for them. They stay until they are closed. */
import { hasTrait } from '../preload/contract/failure.ts'
import type { CommandName, Failure } from '../preload/contract/index.ts'
import { createSignal } from './signal.ts'

export type ToldFailure = { readonly command: CommandName; readonly failure: Failure }

const atMost = 2

export const toldFailures = createSignal<readonly ToldFailure[]>([])

export function tellFailure(command: CommandName, failure: Failure): void {
  if (hasTrait(failure, 'expected')) return
  const others = toldFailures.current.filter((told) => told.command !== command)
  toldFailures.set([...others, { command, failure }].slice(-atMost))
}

export function dismissFailure(told: ToldFailure): void {
  toldFailures.set(toldFailures.current.filter((other) => other !== told))
}
