/** Failures of what the user asked for, where no screen has a place for them. They stay until they are closed. */
import type { CommandName, Failure, FailureKind } from '../preload/contract/index.ts'
import { createSignal } from './signal.ts'

export type ToldFailure = { readonly command: CommandName; readonly failure: Failure }

/** What the user knows anyway: they pressed twice, or stopped it themselves. */
const silent: readonly FailureKind[] = ['busy', 'cancelled']
const atMost = 2

export const toldFailures = createSignal<readonly ToldFailure[]>([])

export function tellFailure(command: CommandName, failure: Failure): void {
  if (silent.includes(failure.kind)) return
  const others = toldFailures.current.filter((told) => told.command !== command)
  toldFailures.set([...others, { command, failure }].slice(-atMost))
}

export function dismissFailure(told: ToldFailure): void {
  toldFailures.set(toldFailures.current.filter((other) => other !== told))
}
