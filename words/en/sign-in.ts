import type { FailureKind, Keeping } from '../../preload/contract/index.ts'
import type { Phrase } from '../phrase.ts'

type Check = { readonly name: string; readonly explained: string }
type Ending = {
  readonly title: string
  readonly explained: string
  readonly checks: readonly Check[]
}

const storing: Record<Keeping, string> = {
  encrypted: 'Encrypted, with the key in the system’s keyring',
  plain: 'On this disk, not encrypted, as you chose',
  memory: 'In memory until you quit, as you chose',
}

const networkChecks: readonly Check[] = [
  { name: 'Is this computer online?', explained: 'Open any page in your browser to find out.' },
  {
    name: 'On a Wi-Fi with a sign-in page?',
    explained: 'Sign in to the network in your browser first.',
  },
  {
    name: 'Behind a company proxy?',
    explained: 'Parallel Tray uses the proxy and the certificates set in your system.',
  },
]

const waitChecks: readonly Check[] = [
  { name: 'Wait a little', explained: 'Trouble on the server’s side often passes by itself.' },
  { name: 'Does the website work?', explained: 'If it doesn’t either, only waiting helps.' },
]

const diskChecks: readonly Check[] = [
  { name: 'Is the disk full?', explained: 'A few kilobytes are enough.' },
  {
    name: 'Is the keyring open?',
    explained: 'Unlock it, then get a new code.',
  },
]

/** The ways an attempt ends that have words of their own; the others are put together from `failures`. */
const endings: Partial<Record<FailureKind, Ending>> = {
  expired: {
    title: 'This code has expired',
    explained: 'Close the old page in your browser: its code can’t be used any more.',
    checks: [
      { name: 'Browser didn’t open?', explained: 'Copy the link into any browser, here or elsewhere.' },
      {
        name: 'Signed in there as somebody else?',
        explained: 'Copy the link into the right profile, or a private window.',
      },
      { name: 'No browser at hand?', explained: 'Scan the square code with your phone.' },
    ],
  },
  denied: {
    title: 'The request was denied',
    explained: 'Someone chose Deny in the browser.',
    checks: [
      {
        name: 'You didn’t start this sign-in?',
        explained: 'Then denying was right. There is nothing else to do.',
      },
      {
        name: 'It asked for too much?',
        explained: 'Get a new code with less. To see the balance, nothing more is needed.',
      },
      { name: 'It was a slip?', explained: 'Get a new code and approve that one.' },
    ],
  },
  'unknown-client': {
    title: 'This attempt has ended',
    explained:
      'Parallel no longer knows this installation, so the code can’t be approved. A new code registers it anew.',
    checks: [
      {
        name: 'Does it happen again?',
        explained: 'Ask Parallel’s support, with the reference if there is one.',
      },
    ],
  },
  storage: {
    title: 'The sign-in could not be stored',
    explained:
      'You approved it, but it could not be written to this disk. Make room or mend it, then get a new code.',
    checks: diskChecks,
  },
  keyring: {
    title: 'The sign-in could not be stored',
    explained: 'The system’s keyring did not take it. Unlock it, then get a new code.',
    checks: diskChecks,
  },
}

export const signIn = {
  title: 'Sign in',
  nowLabel: 'Happening now',

  welcome: {
    title: 'Sign in to Parallel',
    explained: 'See what each organisation has left to spend. No password is typed here.',
    addTitle: 'Add an organisation',
    addExplained: 'Each sign-in belongs to one organisation. You choose which one in the browser.',
    /** What happens after the button. */
    steps: ['A code appears here.', 'Your browser shows the same one.', 'You approve it there.'],
    may: 'Parallel Tray may',
    mayAside: 'change it any time',
    start: 'Get a code',
    starting: 'Getting a code',
    unofficial: 'Unofficial. Not made by Parallel.',
  },

  restoring: {
    title: 'Opening your sign-ins…',
    explained:
      'They are encrypted with the key in the system’s keyring. If it asks for a password, it waits for you.',
    now: 'Waiting for the keyring',
    nowExplained: 'Nothing is lost while it is closed',
  },

  consent: {
    title: 'Where should the sign-in be kept?',
    explained:
      'This system offers no keyring, so Parallel Tray can’t encrypt what it stores. Choose before you approve.',
    memory: {
      name: 'In memory, until you quit',
      explained: 'Nothing is written. You sign in again after each start.',
    },
    disk: {
      name: 'On this disk, not encrypted',
      risk: 'Anyone who can read your files can use your account',
      until: ' until you sign out.',
      impossible: 'Not possible on this system: it can’t encrypt at all.',
    },
    go: 'Continue',
    help: 'Set up a keyring',
    now: 'Nothing has been asked for yet',
    nowExplained: 'The code comes next',
  },

  starting: {
    title: 'Getting a code…',
    now: (host: string) => `Asking ${host}`,
    nowExplained: 'The code appears here',
    explained: 'Your browser will show the same one.',
  },

  code: {
    title: 'Your browser shows this code?',
    copy: 'Copy code',
    copyShort: 'Copy',
    copied: 'Copied',
    codeCopied: 'Code copied',
    validFor: 'Valid for',
    nearlyOver: 'Less than a minute left',
    caution: 'Approve it there, if you started this sign-in yourself.',
    inBrowser: 'In your browser',
    open: 'Open browser',
    /** Asks first. */
    openForeign: 'Open browser…',
    openAgain: 'Open again',
    copyLink: 'Copy link',
    linkCopied: 'Link copied',
    foreign: 'This page is not on Parallel’s own domain.',
    byPhone: 'Or by phone',
    qrLabel: 'QR code of the link',
    asksTo: 'Asks to',
    change: 'Change',
    changeLabel: 'Change what’s allowed',
    openToApprove: 'Open the browser to approve',
    waiting: 'Waiting for your approval',
    notOpened: 'The browser didn’t open',
    notOpenedExplained: 'Copy the link into a browser yourself',
    wrongProfile: 'Wrong profile? Copy the link into the right one',
    checking: 'Checking now',
    firstCheck: (seconds: number) => `First check in ${seconds} s`,
    nextCheck: (checked: number, next: number) => `Checked ${checked} s ago, next check in ${next} s`,
    checkingNow: (checked: number) => `Checked ${checked} s ago, checking now`,
    stillTrying: (why: string) => `${why}, still trying`,
    nextTry: (seconds: number) => `Code still valid, next try in ${seconds} s`,
    tryingNow: 'Code still valid, trying now',
  },

  foreign: {
    title: 'Open this address?',
    explained: 'The sign-in page is not on Parallel’s own domain. Open it only if you expect that.',
    dont: 'Don’t open',
    open: 'Open it anyway',
    opening: 'Opening',
    now: 'Waiting for your decision',
    nowExplained: (left: string) => `The code stays valid for ${left}`,
  },

  storing: {
    title: 'Approved',
    explained: <T>(organisation: T): Phrase<T> => [
      organisation,
      ' is signed in as soon as the tokens are kept safely. Its balance comes next.',
    ],
    now: 'Storing the sign-in',
    how: storing,
  },

  ended: {
    endings,
    notApprovedWithin: (lifetime: string) => `It was not approved within ${lifetime}.`,
    again: 'Get a new code',
    starting: 'Starting',
    change: 'Change what’s allowed',
    checksTitle: 'What may help',
    networkChecks,
    waitChecks,
    now: 'Nothing was signed in',
    nowExplained: 'Nothing is kept of this attempt',
    nowExpired: 'A new code starts only when you ask for it',
  },
}
