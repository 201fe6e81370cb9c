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
    what: 'Parallel Tray can’t reach Parallel.',
    next: 'Check your network, then try again.',
  },
  timeout: {
    short: 'No answer',
    what: 'Parallel didn’t answer in time.',
    next: 'Try again in a moment.',
  },
  tls: {
    short: 'Connection not trusted',
    what: 'This computer doesn’t trust the server’s certificate, so nothing was sent.',
    next: 'Check the date and time. On a company network, its certificate must be installed on this computer.',
  },
  proxy: {
    short: 'Blocked by the proxy',
    what: 'This network’s proxy didn’t connect to Parallel.',
    next: 'Check the proxy in your network settings, or ask your network administrator.',
  },
  'proxy-auth': {
    short: 'Proxy needs a password',
    what: 'This network’s proxy asks for a password before it lets anything through.',
    next: 'Enter your user name and password for it.',
  },
  server: {
    short: 'Problem at Parallel',
    what: 'Parallel had an error on its side.',
    next: 'Try again in a few minutes.',
  },
  'not-json': {
    short: 'Unexpected answer',
    what: 'Something else answered instead of Parallel: often a Wi-Fi sign-in page or a proxy.',
    next: 'Sign in to the network in your browser, then try again.',
  },
  redirected: {
    short: 'Redirected',
    what: 'The answer pointed to another address. Parallel Tray didn’t follow it, to protect your sign-in.',
    next: 'Sign in to the network in your browser, or check its proxy. Then try again.',
  },
  'rate-limited': {
    short: 'Too many requests',
    what: 'Parallel asked Parallel Tray to wait before the next request.',
    next: 'Try again in a minute.',
  },
  denied: {
    short: 'Denied',
    what: 'Someone chose Deny in the browser.',
    next: 'Get a new code if that was a mistake.',
  },
  expired: {
    short: 'Code expired',
    what: 'The code wasn’t approved in time.',
    next: 'Get a new code.',
  },
  'unknown-client': {
    short: 'Installation not recognized',
    what: 'Parallel no longer recognizes this installation.',
    next: 'Get a new code to register it.',
  },
  'signed-out': {
    short: 'Authorization ended',
    what: 'Parallel ended this authorization.',
    next: 'Sign in again.',
  },
  unauthorized: {
    short: 'Sign-in not accepted',
    what: 'Parallel didn’t accept this sign-in.',
    next: 'Try again. If it keeps happening, sign in again.',
  },
  forbidden: {
    short: 'Not allowed',
    what: 'This sign-in doesn’t have permission to do that.',
    next: 'Sign in again and allow it, or ask an admin of the organization.',
  },
  'not-found': {
    short: 'Not found',
    what: 'Parallel no longer has this.',
    next: 'Refresh to see the current list.',
  },
  conflict: {
    short: 'Changed elsewhere',
    what: 'It was changed somewhere else in the meantime.',
    next: 'Refresh, then try again.',
  },
  declined: {
    short: 'Card declined',
    what: 'The organization’s card was declined. Nothing was charged.',
    next: 'Check the card in billing.',
  },
  invalid: {
    short: 'Not accepted',
    what: 'Parallel didn’t accept the request.',
    next: 'Check for a newer version of Parallel Tray.',
  },
  'over-ceiling': {
    short: 'Over the 24-hour maximum',
    what: 'This would exceed Parallel Tray’s maximum for 24 hours. Nothing was charged.',
    next: 'Use billing in the console, or try again when 24 hours have passed.',
  },
  'bad-file': {
    short: 'Can’t read the file',
    what: 'This file wasn’t exported by Parallel Tray, or was changed afterwards.',
    next: 'Choose a file that you exported here.',
  },
  'file-in-use': {
    short: 'File in use',
    what: 'Another program has the file open.',
    next: 'Close it there, or save under another name.',
  },
  storage: {
    short: 'Not saved',
    what: 'A file couldn’t be read or written on this computer.',
    next: 'Check free disk space and the permissions of your user folder.',
  },
  keyring: {
    short: 'Keyring locked',
    what: 'The system’s keyring is locked or didn’t answer.',
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
    what: 'Parallel Tray couldn’t write to the clipboard.',
    next: 'Select the text and copy it yourself.',
  },
  browser: {
    short: 'No browser',
    what: 'No browser opened.',
    next: 'Copy the link and open it yourself.',
  },
  busy: {
    short: 'In progress',
    what: 'This is already in progress.',
    next: 'Wait until it’s done.',
  },
  cancelled: {
    short: 'Canceled',
    what: 'It was canceled.',
    next: 'Try again when you’re ready.',
  },
  bug: {
    short: 'Bug in Parallel Tray',
    what: 'Parallel Tray hit a bug.',
    next: 'Try again. If it keeps happening, quit and reopen it. The log has details.',
  },
}

/** What of `tls` helps differs by its cause. */
const tls: Record<TlsCause, Pick<FailureWords, 'what' | 'next'>> = {
  authority: {
    what: 'This computer doesn’t trust whoever issued the server’s certificate, so nothing was sent. Company networks and Wi-Fi sign-in pages often cause this.',
    next: 'Sign in to the Wi-Fi in your browser. On a company network, its certificate must be installed on this computer.',
  },
  name: {
    what: 'The certificate belongs to another server, so nothing was sent. A Wi-Fi sign-in page may have answered.',
    next: 'Sign in to the network in your browser, then try again.',
  },
  date: {
    what: 'The server’s certificate isn’t valid at this computer’s date and time, so nothing was sent.',
    next: 'Check this computer’s date and time. If they’re right, try again later.',
  },
  revoked: {
    what: 'The server’s certificate was revoked, so nothing was sent.',
    next: 'Try another network. If it keeps happening, contact Parallel support.',
  },
  protocol: {
    what: 'The server, or something in between, offers only outdated encryption, so nothing was sent.',
    next: 'Try another network, or ask your network administrator.',
  },
}

/** Titles for commands where the kind alone doesn’t say what is left as it was. */
const notDone = {
  'sign-in.start': 'Sign-in not started',
  'sign-in.keep': 'Sign-in not started',
  'sign-in.cancel': 'Sign-in not canceled',
  'organisation.sign-out': 'Not signed out',
  'sign-out.everywhere': 'Some sign-outs didn’t finish',
  'settings.change': 'Setting not changed',
  'limits.change': 'Limit not changed',
  'keys.forget': 'Not removed from the list',
  'keys.restore': 'Not restored to the list',
  'proxy.forget': 'Password not removed',
  'app.reset': 'Nothing erased',
  'updates.restart': 'Not restarted',
} satisfies Partial<Record<CommandName, string>>

export const failures = {
  kinds,
  tls,
  notDone,
  /** Being offline has a title of its own, the most frequent by far. */
  offline: 'Offline',
  offlineByItself: 'Refreshes automatically when you’re back online.',
  tryAgainIn: (duration: string) => `Try again in ${duration}.`,
}
