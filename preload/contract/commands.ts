/**
 * Everything the window can ask of main. A new capability is one line here, one handler in
 * `main/state/commands.ts`, one view. No command carries an address, a path or a secret that main can look up
 * itself; one carries a secret at all: the password of a proxy, which only the user knows.
 */
import * as v from 'valibot'
import type { About } from './about.ts'
import type { AppsAndKeys, HistoryView } from './account.ts'
import { maxNameLength, maxProxyPasswordLength, maxProxyUsernameLength, maxTopUpCents } from './bounds.ts'
import type { Result } from './failure.ts'
import { limitsEntries, settingsEntries } from './settings.ts'
import type { AppState, PendingSignOut } from './state.ts'

const nothing = v.strictObject({})
const organisationId = v.pipe(v.string(), v.minLength(1), v.maxLength(200))
const organisation = v.strictObject({ organisationId })
const permission = v.picklist(['see', 'manage', 'add-money'])
const permissions = v.pipe(v.array(permission), v.maxLength(3))
const cents = v.pipe(v.number(), v.integer(), v.minValue(1))
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200))
/** Of an app or a key: the user's own, any Unicode. */
const name = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1),
  v.check((text) => [...text].length <= maxNameLength),
)
const key = v.strictObject({ organisationId, keyId: id })
/** RFC 7617 2: a colon would end it. */
const username = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(maxProxyUsernameLength),
  v.regex(/^[^:\p{Cc}]*$/u),
)
const password = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(maxProxyPasswordLength),
  v.regex(/^\P{Cc}*$/u),
)

/** The dialogs that the window may open; others are opened by main alone. */
const dialog = v.variant('kind', [
  v.strictObject({
    kind: v.picklist(['about', 'keeping', 'sign-out-everywhere', 'reset', 'proxy-password', 'diagnostics']),
  }),
  v.strictObject({ kind: v.picklist(['sign-out', 'top-up', 'new-app']), organisationId }),
  v.strictObject({ kind: v.literal('allow'), organisationId, permission }),
  v.strictObject({ kind: v.literal('delete-app'), organisationId, appId: id }),
  v.strictObject({ kind: v.literal('new-key'), organisationId, appId: v.nullable(id) }),
  v.strictObject({ kind: v.picklist(['delete-key', 'rotate-key']), organisationId, keyId: id }),
])

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
  /** `allowForeignHost`: the user has seen the foreign host and wants it opened. */
  'sign-in.open-browser': v.strictObject({ allowForeignHost: v.boolean() }),
  'sign-in.copy-code': nothing,
  'sign-in.copy-link': nothing,
  'sign-in.try-now': nothing,
  /** Goes to a screen of the organisation that is shown. */
  'view.show': v.strictObject({
    screen: v.picklist(['overview', 'keys', 'activity', 'session', 'settings']),
  }),
  /** The first state is in the page: the window can come into view. */
  'view.rendered': nothing,
  /** The window holds typing that isn't kept anywhere else: closing hides it. */
  'view.typing': v.strictObject({ unsaved: v.boolean() }),
  'dialog.open': v.strictObject({ dialog }),
  'dialog.close': nothing,
  /** On the screen that is shown, or on the named one. */
  'organisation.show': v.strictObject({ organisationId, screen: v.optional(v.literal('overview')) }),
  'organisation.refresh': organisation,
  /** `forget`: its history and ledger on this computer, too. */
  'organisation.sign-out': v.strictObject({ organisationId, forget: v.boolean() }),
  /** "Signed in to …" has been seen. */
  'organisation.dismiss-arrival': organisation,
  /** "Not today", and its undoing. */
  'organisation.snooze': v.strictObject({ organisationId, snoozed: v.boolean() }),
  'organisation.copy-spendable': organisation,
  'sign-out.everywhere': v.strictObject({ forget: v.boolean() }),
  /** Tells the server now of the sign-outs that it doesn't know yet. */
  'sign-out.try-now': nothing,
  'settings.change': v.strictObject({ change: v.partial(v.strictObject(settingsEntries)) }),
  'limits.change': v.strictObject({
    organisationId,
    change: v.partial(v.strictObject(limitsEntries)),
  }),
  /** Charges the default card, at most $100.00, unless one is under way or unknown. */
  'top-up.start': v.strictObject({ organisationId, amountCents: v.pipe(cents, v.maxValue(maxTopUpCents)) }),
  /** Sends it again with the same idempotency key, to find out what became of it: may charge if it never arrived. */
  'top-up.retry': organisation,
  /** The user has read its outcome. */
  'top-up.dismiss': organisation,
  'history.read': v.strictObject({ organisationId, range: v.picklist(['day', 'week', 'month', 'year']) }),
  'history.export': v.strictObject({ organisationId, format: v.picklist(['csv', 'json']) }),
  'keys.read': organisation,
  /** Lists the apps again. */
  'keys.refresh': organisation,
  'apps.create': v.strictObject({ organisationId, name }),
  'apps.delete': v.strictObject({ organisationId, appId: id }),
  'keys.create': v.strictObject({ organisationId, appId: id, name }),
  /** Also the second step of a rotation. A key that is gone already is deleted. */
  'keys.delete': key,
  /** Makes a new key of the same name; the old one is deleted by `keys.delete` once the new one is in place. */
  'keys.rotate': key,
  /** Takes a row out of the ledger: one of unknown outcome that was looked up, or one deleted elsewhere. */
  'keys.forget': key,
  'keys.copy-id': key,
  'keys.dismiss-failure': organisation,
  'secret.copy': nothing,
  /** The value, once for each click. */
  'secret.reveal': nothing,
  /** Into a .env file, which the system asks for. */
  'secret.save': nothing,
  'secret.done': nothing,
  /** Deletes the key on the server, too. */
  'secret.discard': nothing,
  /** Settings, ledger and history, never a sign-in, into a file that the system asks for. */
  'data.export': nothing,
  /** Reads such a file; what it holds is shown before anything changes. */
  'data.import': nothing,
  'data.import-now': nothing,
  /** `id`: of what is asked, or kept, so that it can't be given to another proxy. */
  'proxy.sign-in': v.strictObject({ id: v.number(), username, password }),
  'proxy.forget': v.strictObject({ id: v.number() }),
  /** The text that helps to find out what is wrong, for the dialog that shows it. */
  'diagnostics.read': nothing,
  /** Looks step by step for the two servers; progress is in the state, findings are in the text. */
  'diagnostics.check': nothing,
  /** Exactly the text that was read last. */
  'diagnostics.copy': nothing,
  /** The same, into a file that the system asks for. */
  'diagnostics.export': nothing,
  'toast.dismiss': v.strictObject({ id: v.number() }),
  'notice.dismiss': v.strictObject({
    kind: v.picklist([
      'lives-in-tray',
      'no-tray',
      'file-set-aside',
      'storage',
      'window-rebuilt',
      'crashed',
      'update',
    ]),
  }),
  'app.relaunch': nothing,
  /** Looks for a newer version now. */
  'updates.check': nothing,
  /** Ends the app in order, puts the newer version in place, and starts that. */
  'updates.restart': nothing,
  /** Signs out everywhere, takes the app's files off this computer, and starts the app again. */
  'app.reset': nothing,
  /** "Quit anyway". */
  'app.quit': nothing,
  /** Versions and licences. */
  'about.read': nothing,
  'link.open': v.strictObject({
    destination: v.picklist(['console', 'billing', 'status', 'docs', 'keyring-help', 'tray-help']),
  }),
} as const

export type CommandName = keyof typeof commandArguments
export type CommandArguments<N extends CommandName> = v.InferOutput<(typeof commandArguments)[N]>
export type CommandValue<N extends CommandName> = N extends keyof Values ? Values[N] : null

/** What the commands answer that are questions. */
type Values = {
  readonly hello: AppState
  readonly 'about.read': About
  readonly 'history.read': HistoryView
  readonly 'keys.read': AppsAndKeys
  readonly 'secret.reveal': string
  readonly 'diagnostics.read': string
  /** The file's name; null when the user changed their mind. */
  readonly 'diagnostics.export': string | null
  /** What stays alive on the server, and until when. */
  readonly 'app.reset': readonly PendingSignOut[]
}

export type OpenableDialog = CommandArguments<'dialog.open'>['dialog']
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
