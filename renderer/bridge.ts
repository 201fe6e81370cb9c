/** The window's one connection to main: what it knows comes in here, what the user wants goes out here. */
import type {
  AppState,
  Bridge,
  CommandArguments,
  CommandName,
  CommandValue,
  Failure,
  Result,
} from '../preload/contract/index.ts'
import type { Deed } from './deeds.ts'
import { createSignal } from './signal.ts'
import { tellFailure } from './told-failures.ts'

declare global {
  interface Window {
    readonly parallelTray: Bridge
  }
}

/** The newest state; null until main has answered `hello`. */
export const appState = createSignal<AppState | null>(null)

function takeOver(state: AppState): void {
  const { current } = appState
  if (current !== null && state.revision <= current.revision) return
  // Words are looked up while files are read, so another language needs them read anew.
  if (current !== null && current.language !== state.language) location.reload()
  else appState.set(state)
}

/** Follows the state from now on. Resolves when it is known, or with null when main didn't answer. */
export async function connect(): Promise<AppState | null> {
  window.parallelTray.onState(takeOver)
  const answer = await ask('hello', {})
  if (answer.ok) takeOver(answer.value)
  else tellFailure('hello', answer.failure)
  return appState.current
}

/** Does what the user asked for. Returns whether it was done; if it wasn't, the user has been told why. */
export async function send<N extends CommandName>(name: N, args: CommandArguments<N>): Promise<boolean> {
  const answer = await ask(name, args)
  if (!answer.ok) tellFailure(name, answer.failure)
  return answer.ok
}

/** `send`, for a command that is carried around. */
export function perform(deed: Deed): Promise<boolean> {
  const [name, args] = deed
  return send(name, args)
}

/** Asks for what isn't in the state. The bridge answers with values; should it throw, that is a mistake of ours. */
export async function ask<N extends CommandName>(
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
