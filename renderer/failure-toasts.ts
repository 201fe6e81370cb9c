/** Failed commands that no screen shows; each stays in a toast until the user closes it. */
import { hasTrait } from '../preload/contract/failure.ts'
import type { CommandName, Failure } from '../preload/contract/index.ts'
import { createSignal } from './signal.ts'

export type FailureToast = { readonly command: CommandName; readonly failure: Failure }

const maxToasts = 2

export const failureToasts = createSignal<readonly FailureToast[]>([])

/** Replaces an earlier toast of the same command. */
export function showFailureToast(command: CommandName, failure: Failure): void {
  if (hasTrait(failure, 'expected')) return
  const others = failureToasts.value.filter((toast) => toast.command !== command)
  failureToasts.set([...others, { command, failure }].slice(-maxToasts))
}

export function dismissFailureToast(toast: FailureToast): void {
  failureToasts.set(failureToasts.value.filter((other) => other !== toast))
}
