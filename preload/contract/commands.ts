/**
 * Everything the window can ask of main. A new command is one line here, one handler in `main/state/commands`, and the
 * view that sends it. No command carries an address, a path or a secret that main can look up; the only secret that a
 * command carries is the password of a proxy, which only the user knows.
 */
import * as v from 'valibot'
import type { About } from './about.ts'
import type { AppsAndKeys, HistoryView } from './account.ts'
import { maxNameLength, maxProxyPasswordLength, maxProxyUsernameLength, maxTopUpCents } from './bounds.ts'
import type { Result } from './failure.ts'
import { limitsEntries, settingsEntries } from './settings.ts'
import type { AppState, ImportContents, PendingSignOut } from './state.ts'

const nothing = v.strictObject({})
const organisationId = v.pipe(v.string(), v.minLength(1), v.maxLength(200))
const organisation = v.strictObject({ organisationId })
const permission = v.picklist(['see', 'manage', 'add-money'])
const permissions = v.pipe(v.array(permission), v.maxLength(3))
const cents = v.pipe(v.number(), v.integer(), v.minValue(1))
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200))
/** Of an app or a key: any Unicode. */
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

/** The dialogs that the window may open; only main opens the others. */
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
  /** Returns the whole state, and subscribes to its changes. */
  hello: nothing,
  'sign-in.show': nothing,
  /** `again`: the organisation to sign in to again. */
  'sign-in.start': v.strictObject({ permissions, again: v.optional(organisationId) }),
  /** Where to store the tokens; main asks when there is no keyring. */
  'sign-in.keep': v.strictObject({ where: v.picklist(['memory', 'disk']) }),
  /** Cancels an attempt, or dismisses one that has ended. */
  'sign-in.cancel': nothing,
  /** `allowForeignHost`: the user has seen the foreign host and wants it opened. */
  'sign-in.open-browser': v.strictObject({ allowForeignHost: v.boolean() }),
  'sign-in.copy-code': nothing,
  'sign-in.copy-link': nothing,
  'sign-in.try-now': nothing,
  /** Shows a screen of the current organisation, or all organisations. */
  'view.show': v.strictObject({
    screen: v.picklist(['all', 'overview', 'keys', 'activity', 'session', 'settings']),
  }),
  /** The first state is rendered: the window can be shown. */
  'view.rendered': nothing,
  /** Whether the page is drawn. Some desktops report that it isn't while the window is minimised. */
  'view.visible': v.strictObject({ visible: v.boolean() }),
  /** Whether the window holds input that is stored nowhere else, so that a closed window is hidden, not destroyed. */
  'view.typing': v.strictObject({ unsaved: v.boolean() }),
  'dialog.open': v.strictObject({ dialog }),
  'dialog.close': nothing,
  /** On the current screen, or on the given one. */
  'organisation.show': v.strictObject({ organisationId, screen: v.optional(v.literal('overview')) }),
  'organisation.refresh': organisation,
  /** Refreshes every organisation that is signed in. */
  'organisations.refresh': nothing,
  /** Writes the table of all organisations as CSV to a file that the user chooses. */
  'organisations.export': nothing,
  /** `forget`: also deletes its history and ledger from this computer. */
  'organisation.sign-out': v.strictObject({ organisationId, forget: v.boolean() }),
  /** Dismisses "Signed in to …". */
  'organisation.dismiss-arrival': organisation,
  /** "Mute today", and its undo. */
  'organisation.snooze': v.strictObject({ organisationId, snoozed: v.boolean() }),
  'organisation.copy-spendable': organisation,
  'sign-out.everywhere': v.strictObject({ forget: v.boolean() }),
  /** Retries the pending sign-outs now. */
  'sign-out.try-now': nothing,
  'settings.change': v.strictObject({ change: v.partial(v.strictObject(settingsEntries)) }),
  'limits.change': v.strictObject({
    organisationId,
    change: v.partial(v.strictObject(limitsEntries)),
  }),
  /** Charges the default card, at most $100.00, unless a top-up is in progress or its outcome is unknown. */
  'top-up.start': v.strictObject({ organisationId, amountCents: v.pipe(cents, v.maxValue(maxTopUpCents)) }),
  /** Sends the request again with the same idempotency key to learn its outcome. Charges if it never arrived. */
  'top-up.retry': organisation,
  /** Dismisses the outcome. */
  'top-up.dismiss': organisation,
  'history.read': v.strictObject({ organisationId, range: v.picklist(['day', 'week', 'month', 'year']) }),
  'history.export': v.strictObject({ organisationId, format: v.picklist(['csv', 'json']) }),
  'keys.read': organisation,
  /** Refetches the list of apps. */
  'keys.refresh': organisation,
  'apps.create': v.strictObject({ organisationId, name }),
  'apps.delete': v.strictObject({ organisationId, appId: id }),
  'keys.create': v.strictObject({ organisationId, appId: id, name }),
  /** Also the second step of a rotation. Succeeds if the key is already gone. */
  'keys.delete': key,
  /** Creates a new key with the same name; `keys.delete` deletes the old one once the new one is in use. */
  'keys.rotate': key,
  /** Removes a row from the ledger: one of unknown outcome that the user has checked, or one deleted elsewhere. */
  'keys.forget': key,
  /** Takes back `keys.forget`, until the app quits. */
  'keys.restore': key,
  'keys.copy-id': key,
  'keys.dismiss-failure': organisation,
  'secret.copy': nothing,
  /** Returns the value, once for each click. */
  'secret.reveal': nothing,
  /** Writes it to a .env file that the user chooses in the system's dialog. */
  'secret.save': nothing,
  'secret.done': nothing,
  /** Also deletes the key on the server. */
  'secret.discard': nothing,
  /** Writes settings, ledger and history, never a sign-in, to a file that the user chooses. */
  'data.export': nothing,
  /** Reads such a file and shows a preview; nothing changes yet. */
  'data.import': nothing,
  /** Returns every limit and key of the file that the preview is of. */
  'import.read': nothing,
  'data.import-now': nothing,
  /** `id`: of the challenge or the saved password, so that a password can't reach another proxy. */
  'proxy.sign-in': v.strictObject({ id: v.number(), username, password }),
  'proxy.forget': v.strictObject({ id: v.number() }),
  /** Returns the text of the diagnostics. */
  'diagnostics.read': nothing,
  /** Checks the connection to both servers step by step; progress is in the state, results are in the text. */
  'diagnostics.check': nothing,
  /** Copies exactly the text that was read last. */
  'diagnostics.copy': nothing,
  /** Writes the same text to a file that the user chooses. */
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
  /** Checks for a newer version now. */
  'updates.check': nothing,
  /** Shuts down, installs the newer version, and starts it. */
  /** The command that upgrades this app with the system's package manager, to the clipboard. */
  'updates.copy-command': nothing,
  'updates.restart': nothing,
  /** Signs out everywhere, deletes the app's files from this computer, and restarts the app. */
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

/** The values that commands return; all others return null. */
type Values = {
  readonly hello: AppState
  readonly 'about.read': About
  readonly 'history.read': HistoryView
  readonly 'keys.read': AppsAndKeys
  readonly 'import.read': ImportContents
  readonly 'secret.reveal': string
  readonly 'diagnostics.read': string
  /** The file's name; null when the user cancelled. */
  readonly 'diagnostics.export': string | null
  /** The grants that stay valid on the server, and until when. */
  readonly 'app.reset': readonly PendingSignOut[]
}

export type OpenableDialog = CommandArguments<'dialog.open'>['dialog']
export type Destination = CommandArguments<'link.open'>['destination']

/** What the preload script exposes as `window.parallelTray`; the window has no other access to main. */
export type Bridge = {
  command<N extends CommandName>(
    name: N,
    commandArguments: CommandArguments<N>,
  ): Promise<Result<CommandValue<N>>>
  /** Calls back with every new state; returns the function that unsubscribes. */
  onState(listener: (state: AppState) => void): () => void
}

/** The two IPC channels. */
export const channels = { command: 'command', state: 'state' } as const
