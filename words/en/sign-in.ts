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
  { name: 'Wait a moment', explained: 'Server problems often pass quickly.' },
  { name: 'Does Parallel’s website work?', explained: 'If not, the problem is on their side.' },
]

const diskChecks: readonly Check[] = [
  { name: 'Is the disk full?', explained: 'A few kilobytes are enough.' },
  {
    name: 'Is the keyring unlocked?',
    explained: 'Unlock it, then get a new code.',
  },
]

/** The ways an attempt ends that have words of their own; the others are put together from `failures`. */
const endings: Partial<Record<FailureKind, Ending>> = {
  expired: {
    title: 'This code has expired',
    explained: 'Close the old page in your browser: its code no longer works.',
    checks: [
      { name: 'Browser didn’t open?', explained: 'Copy the link into any browser, here or elsewhere.' },
      {
        name: 'Signed in there as someone else?',
        explained: 'Copy the link into the right profile, or a private window.',
      },
      { name: 'No browser nearby?', explained: 'Scan the QR code with your phone.' },
    ],
  },
  denied: {
    title: 'The request was denied',
    explained: 'Someone chose Deny in the browser.',
    checks: [
      {
        name: 'You didn’t start this sign-in?',
        explained: 'Then denying it was right. There’s nothing else to do.',
      },
      {
        name: 'It asked for too much?',
        explained: 'Get a new code and allow less. Seeing the balance is enough.',
      },
      { name: 'Denied by mistake?', explained: 'Get a new code and approve that one.' },
    ],
  },
  'unknown-client': {
    title: 'This sign-in can’t continue',
    explained:
      'Parallel no longer recognizes this installation, so the code can’t be approved. A new code registers it again.',
    checks: [
      {
        name: 'Does it keep happening?',
        explained: 'Contact Parallel support, with the reference if there is one.',
      },
    ],
  },
  storage: {
    title: 'The sign-in couldn’t be saved',
    explained:
      'You approved it, but it couldn’t be written to this disk. Free up space or fix the disk, then get a new code.',
    checks: diskChecks,
  },
  keyring: {
    title: 'The sign-in couldn’t be saved',
    explained: 'The system’s keyring didn’t accept it. Unlock it, then get a new code.',
    checks: diskChecks,
  },
}

export const signIn = {
  title: 'Sign in',
  nowLabel: 'Happening now',

  welcome: {
    title: 'Sign in to Parallel',
    explained: 'See what each organization has left to spend. You never type a password here.',
    addTitle: 'Add an organization',
    addExplained: 'Each sign-in is for one organization. You choose it in the browser.',
    /** What happens after the button. */
    steps: ['A code appears here.', 'Your browser shows the same one.', 'You approve it there.'],
    may: 'Parallel Tray can',
    mayAside: 'you can change this any time',
    start: 'Get a code',
    starting: 'Getting a code',
    unofficial: 'Unofficial. Not made by Parallel.',
  },

  consent: {
    title: 'Where should the sign-in be kept?',
    explained:
      'This system has no keyring, so Parallel Tray can’t encrypt what it saves. Choose before you approve.',
    memory: {
      name: 'In memory, until you quit',
      explained: 'Nothing is saved. You sign in again each time you open the app.',
    },
    disk: {
      name: 'On this disk, not encrypted',
      risk: 'Anyone who can read your files can use your account',
      until: ' until you sign out.',
      impossible: 'Not possible on this system, which can’t encrypt at all.',
    },
    go: 'Continue',
    help: 'Set up a keyring',
    now: 'Nothing has been requested yet',
    nowExplained: 'The code comes next',
  },

  starting: {
    title: 'Getting a code…',
    now: (host: string) => `Contacting ${host}`,
    nowExplained: 'The code appears here',
    explained: 'Your browser will show the same one.',
  },

  code: {
    title: 'Same code in your browser?',
    copy: 'Copy code',
    copyShort: 'Copy',
    copied: 'Copied',
    codeCopied: 'Code copied',
    validFor: 'Valid for',
    nearlyOver: 'Less than a minute left',
    caution: 'Approve it only if you started this sign-in yourself.',
    inBrowser: 'In your browser',
    open: 'Open browser',
    /** Asks first. */
    openForeign: 'Open browser…',
    openAgain: 'Open again',
    copyLink: 'Copy link',
    linkCopied: 'Link copied',
    foreign: 'This page isn’t on Parallel’s own domain.',
    byPhone: 'Or with your phone',
    qrLabel: 'QR code of the link',
    asksTo: 'Permissions',
    change: 'Change',
    changeLabel: 'Change permissions',
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
    explained: 'The sign-in page isn’t on Parallel’s own domain. Open it only if you expect that.',
    dont: 'Don’t open',
    open: 'Open anyway',
    opening: 'Opening',
    now: 'Waiting for you to decide',
    nowExplained: (left: string) => `The code is valid for ${left}`,
  },

  storing: {
    title: 'Approved',
    explained: <T>(organisation: T): Phrase<T> => [
      organisation,
      ' is signed in once the tokens are saved. Its balance comes next.',
    ],
    now: 'Saving the sign-in',
    how: storing,
  },

  ended: {
    endings,
    notApprovedWithin: (lifetime: string) => `It wasn’t approved within ${lifetime}.`,
    again: 'Get a new code',
    starting: 'Starting',
    change: 'Change permissions',
    checksTitle: 'What might help',
    networkChecks,
    waitChecks,
    now: 'You weren’t signed in',
    nowExplained: 'Nothing from this attempt was saved',
    nowExpired: 'Get a new code when you’re ready',
  },
}
