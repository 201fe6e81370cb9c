/**
 * Everything the window can ask of main. A new capability is one line here, one handler in
 * `main/state/commands.ts`, one view. No command carries an address, a path or a secret:
 * the window names a destination, main looks it up.
 */
import * as v from 'valibot'
import type { Result } from './failure.ts'
import type { AppState } from './state.ts'

const nothing = v.strictObject({})
const organisationId = v.pipe(v.string(), v.minLength(1), v.maxLength(200))
const organisation = v.strictObject({ organisationId })
const permissions = v.pipe(v.array(v.picklist(['see', 'manage', 'add-money'])), v.maxLength(3))

/** The arguments of each command, as main checks them. */
export const commandArguments = {
  /** The whole state, and from now on every change of it. */
  hello: nothing,
  'sign-in.show': nothing,
  /** `again`: the organisation that is to be signed in again. */
  'sign-in.start': v.strictObject({ permissions, again: v.optional(organisationId) }),
  /** The answer to "where should the sign-in be kept?" in a run without a keyring. */
  'sign-in.keep': v.strictObject({ where: v.picklist(['memory', 'disk']) }),
  /** Cancels an attempt, or leaves one that has ended. */
  'sign-in.cancel': nothing,
  /** `evenIfForeign`: the user has seen the foreign host and wants it opened. */
  'sign-in.open-browser': v.strictObject({ evenIfForeign: v.boolean() }),
  'sign-in.copy-code': nothing,
  'sign-in.copy-link': nothing,
  'sign-in.try-now': nothing,
  'organisation.show': organisation,
  'organisation.refresh': organisation,
  'organisation.ask-sign-out': organisation,
  'organisation.sign-out': organisation,
  /** "Signed in to …" has been seen. */
  'organisation.dismiss-arrival': organisation,
  /** Explains how and where tokens are kept. */
  'keeping.explain': nothing,
  'dialog.close': nothing,
  'notice.dismiss': v.strictObject({
    kind: v.picklist(['lives-in-tray', 'no-tray', 'file-set-aside', 'storage']),
  }),
  'app.relaunch': nothing,
  'link.open': v.strictObject({
    destination: v.picklist(['billing', 'keyring-help', 'tray-help']),
  }),
} as const

export type CommandName = keyof typeof commandArguments
export type CommandArguments<N extends CommandName> = v.InferOutput<(typeof commandArguments)[N]>
export type CommandValue<N extends CommandName> = N extends 'hello' ? AppState : null
export type Destination = CommandArguments<'link.open'>['destination']

/** What the preload script puts on `window.parallelTray`: the window's whole world. */
export type Bridge = {
  command<N extends CommandName>(
    name: N,
    commandArguments: CommandArguments<N>,
  ): Promise<Result<CommandValue<N>>>
  /** Calls back with every new state; returns how to stop. */
  onState(listener: (state: AppState) => void): () => void
}

/** The two channels. */
export const channels = { command: 'command', state: 'state' } as const
