/** Failed commands that no screen shows; each stays in a toast until the user closes it. */
import type { CommandName, Failure, FailureKind } from '../preload/contract/index.ts'
import { createSignal } from './signal.ts'

export type FailureToast = { readonly command: CommandName; readonly failure: Failure }

/** The user caused these: a second click, or a cancellation. */
const silentKinds: readonly FailureKind[] = ['busy', 'cancelled']
const maxToasts = 2

export const failureToasts = createSignal<readonly FailureToast[]>([])

/** Whether the user needs to be told of the failure. */
export function isWorthShowing(failure: Failure): boolean {
  return !silentKinds.includes(failure.kind)
}

/** Replaces an earlier toast of the same command. */
export function showFailureToast(command: CommandName, failure: Failure): void {
  if (!isWorthShowing(failure)) return
  const others = failureToasts.value.filter((toast) => toast.command !== command)
  failureToasts.set([...others, { command, failure }].slice(-maxToasts))
}

export function dismissFailureToast(toast: FailureToast): void {
  failureToasts.set(failureToasts.value.filter((other) => other !== toast))
}
