import { sampleNow } from '../../../preload/testing/samples.ts'
import { failure, halden } from '../samples.ts'
import { at, ended, type ScreenState, signingIn, waiting } from './build-state.ts'

export const signInStates: readonly ScreenState[] = [
  {
    name: 'welcome',
    state: signingIn({ kind: 'idle' }),
    shows: 'Sign in to Parallel',
    alsoWide: true,
    alsoNarrow: true,
  },
  {
    name: 'welcome-other-server',
    state: signingIn({ kind: 'idle' }, { server: { platformHost: 'localhost:4100', isDefault: false } }),
    shows: 'localhost:4100',
  },
  {
    name: 'welcome-no-tray',
    state: signingIn({ kind: 'idle' }, { notices: [{ kind: 'no-tray', closing: 'minimises' }] }),
    shows: 'This desktop shows no tray',
  },
  {
    name: 'add-organisation',
    state: at('sign-in', halden()),
    shows: 'Add an organization',
  },
  {
    name: 'consent',
    state: signingIn({ kind: 'consent', canPersist: true }),
    shows: 'Where should the sign-in be kept?',
  },
  {
    name: 'starting',
    state: signingIn({ kind: 'starting', permissions: ['see'] }),
    shows: 'Getting a code…',
  },
  {
    name: 'code-before-browser',
    state: signingIn({ ...waiting, browserOpened: false }),
    shows: 'Open the browser to approve',
    alsoNarrow: true,
  },
  {
    name: 'code',
    state: signingIn(waiting),
    shows: 'Waiting for your approval',
    alsoZoomed: true,
    alsoWide: true,
    alsoNarrow: true,
  },
  {
    name: 'code-offline',
    state: signingIn({ ...waiting, browserOpened: false, browserFailed: true, trouble: failure('offline') }),
    shows: 'still trying',
  },
  {
    name: 'code-last-minute',
    state: signingIn({ ...waiting, expiresAt: sampleNow + 41_000 }),
    shows: '0:41',
  },
  {
    name: 'code-foreign',
    state: signingIn({
      ...waiting,
      verificationUri: 'https://login.example.org/device',
      verificationUriComplete: 'https://login.example.org/device',
      foreignHost: 'login.example.org',
      browserOpened: false,
    }),
    shows: 'isn’t on Parallel’s own domain',
  },
  {
    name: 'foreign-host',
    state: signingIn({ ...waiting, foreignHost: 'login.example.org', browserOpened: false }),
    actions: [{ click: '.ways .btn.primary' }],
    shows: 'Open this address?',
  },
  {
    name: 'storing',
    state: signingIn({ kind: 'storing', organisationName: 'Halden Research', keeping: 'encrypted' }),
    shows: 'Approved',
  },
  { name: 'expired', state: signingIn(ended('expired')), shows: 'This code has expired' },
  { name: 'denied', state: signingIn(ended('denied')), shows: 'The request was denied' },
  { name: 'ended-offline', state: signingIn(ended('offline')), shows: 'No connection' },
]
