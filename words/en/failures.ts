import type { CommandName, FailureKind, TlsCause } from '../../preload/contract/index.ts'

type FailureWords = {
  /** A few words that can stand before ", still trying" and "since 14:08". */
  readonly short: string
  readonly what: string
  readonly next: string
}

const kinds: Record<FailureKind, FailureWords> = {
  offline: {
    short: 'No connection',
    what: 'There is no connection to Parallel.',
    next: 'Check the network, then try again.',
  },
  timeout: {
    short: 'No answer',
    what: 'Parallel didn’t answer in time.',
    next: 'Try again in a moment.',
  },
  tls: {
    short: 'Connection not trusted',
    what: 'The certificate of the server is not trusted on this computer, so nothing was sent.',
    next: 'Check date and time. On a company network, its certificate has to be installed in the system.',
  },
  proxy: {
    short: 'Proxy in the way',
    what: 'The proxy of this network didn’t connect to Parallel.',
    next: 'Check the proxy in the system’s network settings, or ask whoever runs it.',
  },
  'proxy-auth': {
    short: 'Proxy wants a password',
    what: 'The proxy of this network wants a password before it lets anything through.',
    next: 'Enter its user name and password.',
  },
  server: {
    short: 'Trouble at Parallel',
    what: 'Parallel answered with an error of its own.',
    next: 'Try again in a few minutes.',
  },
  'not-json': {
    short: 'Another page answered',
    what: 'Something else answered in place of Parallel: often the sign-in page of a network in a hotel or a train, or a proxy.',
    next: 'Sign in to the network in your browser, then try again.',
  },
  redirected: {
    short: 'Sent elsewhere',
    what: 'The answer pointed to another address. It was not followed, so that your sign-in can’t leak there.',
    next: 'Sign in to the network in your browser, or check its proxy. Then try again.',
  },
  'rate-limited': {
    short: 'Asked too often',
    what: 'Parallel asks to wait before the next request.',
    next: 'Try again in a minute.',
  },
  denied: {
    short: 'Denied',
    what: 'Someone chose Deny in the browser.',
    next: 'Start again if that was a slip.',
  },
  expired: {
    short: 'Code expired',
    what: 'The code was not approved in time.',
    next: 'Get a new code.',
  },
  'unknown-client': {
    short: 'Installation not known',
    what: 'Parallel no longer knows this installation.',
    next: 'Start again: it is registered anew.',
  },
  'signed-out': {
    short: 'Authorization ended',
    what: 'Parallel ended this authorization.',
    next: 'Sign in again.',
  },
  unauthorized: {
    short: 'Sign-in not accepted',
    what: 'Parallel didn’t accept this sign-in.',
    next: 'Try again. If it stays so, sign in again.',
  },
  forbidden: {
    short: 'Not allowed',
    what: 'This sign-in is not allowed to do that.',
    next: 'Sign in again and allow it, or ask whoever manages the organisation.',
  },
  'not-found': {
    short: 'Not there',
    what: 'Parallel doesn’t have that any more.',
    next: 'Refresh to see what is there.',
  },
  conflict: {
    short: 'Changed meanwhile',
    what: 'It was changed somewhere else meanwhile.',
    next: 'Refresh, then try again.',
  },
  declined: {
    short: 'Card declined',
    what: 'The organisation’s card was declined. Nothing was charged.',
    next: 'Look at the card under billing.',
  },
  invalid: {
    short: 'Not accepted',
    what: 'Parallel didn’t accept the request.',
    next: 'Look for a newer version of Parallel Tray.',
  },
  'bad-file': {
    short: 'File not readable',
    what: 'This file wasn’t made by Parallel Tray, or was changed since.',
    next: 'Choose a file that Export made.',
  },
  'file-in-use': {
    short: 'File in use',
    what: 'Another program holds the file open.',
    next: 'Close it there, or save under another name.',
  },
  storage: {
    short: 'Not saved',
    what: 'A file could not be read or written on this computer.',
    next: 'Check free space and who may write in your user folder.',
  },
  keyring: {
    short: 'Keyring not open',
    what: 'The system’s keyring didn’t answer.',
    next: 'Unlock it, then try again.',
  },
  'shortcut-taken': {
    short: 'Shortcut taken',
    what: 'Another program has this shortcut.',
    next: 'Choose another one.',
  },
  'no-shortcuts': {
    short: 'No shortcuts here',
    what: 'This desktop doesn’t offer shortcuts to apps.',
    next: 'In the desktop’s settings, set a shortcut that starts Parallel Tray: it opens the window.',
  },
  clipboard: {
    short: 'Not copied',
    what: 'The clipboard took nothing.',
    next: 'Select the text and copy it yourself.',
  },
  browser: {
    short: 'No browser',
    what: 'The system opened no browser.',
    next: 'Copy the link and open it yourself.',
  },
  busy: {
    short: 'Under way',
    what: 'The same thing is still under way.',
    next: 'Wait until it is done.',
  },
  cancelled: {
    short: 'Cancelled',
    what: 'It was cancelled.',
    next: 'Start again when you want.',
  },
  bug: {
    short: 'A mistake in Parallel Tray',
    what: 'Parallel Tray made a mistake.',
    next: 'Try again. If it stays so, quit and start it anew; the log says more.',
  },
}

/** What of `tls` helps differs by its cause. */
const tls: Record<TlsCause, Pick<FailureWords, 'what' | 'next'>> = {
  authority: {
    what: 'Nobody this computer knows vouches for the server, so nothing was sent. Company networks and the sign-in pages of Wi-Fi look like this.',
    next: 'Sign in to the Wi-Fi in your browser. On a company network, its certificate has to be in the system’s store.',
  },
  name: {
    what: 'The certificate belongs to another server, so nothing was sent. The sign-in page of a Wi-Fi may have answered.',
    next: 'Sign in to the network in your browser, then try again.',
  },
  date: {
    what: 'The certificate isn’t valid at the time that this computer shows, so nothing was sent.',
    next: 'Check date and time of this computer. If they are right, try again later.',
  },
  revoked: {
    what: 'The certificate of the server was revoked, so nothing was sent.',
    next: 'Try another network. If it stays so, ask Parallel’s support.',
  },
  protocol: {
    what: 'The server, or something on the way, offers only an outdated encryption, so nothing was sent.',
    next: 'Try another network, or ask whoever runs the proxy of this one.',
  },
}

/** Titles for commands where the kind alone doesn’t say what is left as it was. */
const notDone = {
  'sign-in.start': 'Sign-in not started',
  'sign-in.keep': 'Sign-in not started',
  'sign-in.cancel': 'Sign-in not cancelled',
  'organisation.sign-out': 'Not signed out',
  'sign-out.everywhere': 'Not signed out everywhere',
  'settings.change': 'Setting not changed',
  'limits.change': 'Limit not changed',
  'keys.forget': 'Row not removed',
  'proxy.forget': 'Password not forgotten',
  'app.reset': 'Not reset',
  'updates.restart': 'Not restarted',
} satisfies Partial<Record<CommandName, string>>

export const failures = {
  kinds,
  tls,
  notDone,
  /** Being offline has a title of its own, the most frequent by far. */
  offline: 'Offline',
  offlineByItself: 'It refreshes by itself once you are back.',
  tryAgainIn: (duration: string) => `Try again in ${duration}.`,
}
