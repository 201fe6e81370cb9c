/** The window's connection to main: state comes in, commands go out. */
import type {
  AppState,
  Bridge,
  CommandArguments,
  CommandName,
  CommandValue,
  Failure,
  Result,
} from '../preload/contract/index.ts'
import type { Command } from './commands.ts'
import { showFailureToast } from './failure-toasts.ts'
import { createSignal } from './signal.ts'

declare global {
  interface Window {
    readonly parallelTray: Bridge
  }
}

/** The latest state; null until main has sent one. */
export const appState = createSignal<AppState | null>(null)

function applyState(state: AppState): void {
  const current = appState.value
  if (current !== null && state.revision <= current.revision) return
  // Modules read their words while they load, so a change of language needs a reload.
  if (current !== null && current.language !== state.language) location.reload()
  else appState.set(state)
}

/** Subscribes to the state. Resolves with the first one, or with null if main didn't answer. */
export async function connect(): Promise<AppState | null> {
  window.parallelTray.onState(applyState)
  const answer = await invoke('hello', {})
  if (answer.ok) applyState(answer.value)
  else showFailureToast('hello', answer.failure)
  return appState.value
}

/** Runs a command and shows its failure in a toast. Returns whether it succeeded. */
export async function send<N extends CommandName>(name: N, args: CommandArguments<N>): Promise<boolean> {
  const answer = await invoke(name, args)
  if (!answer.ok) showFailureToast(name, answer.failure)
  return answer.ok
}

/** `send`, for a command held as a value. */
export function sendCommand(command: Command): Promise<boolean> {
  const [name, args] = command
  return send(name, args)
}

/** Runs a command and returns its result. Never throws: an exception in the bridge becomes a failure of kind `bug`. */
export async function invoke<N extends CommandName>(
  name: N,
  args: CommandArguments<N>,
): Promise<Result<CommandValue<N>>> {
  try {
    return await window.parallelTray.command(name, args)
  } catch (error) {
    const failure: Failure = { kind: 'bug', message: String(error), retryable: false }
    return { ok: false, failure }
  }
}
