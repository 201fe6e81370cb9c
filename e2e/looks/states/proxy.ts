import type { AppState } from '../../../preload/contract/state.ts'
import { sampleNow } from '../../../preload/testing/samples.ts'
import { failure, halden, minuteMs } from '../samples.ts'
import {
  at,
  dialogOver,
  ended,
  overview,
  type ScreenState,
  showAppSettings,
  signingIn,
} from './build-state.ts'

function proxy(change: Partial<NonNullable<AppState['proxy']['challenge']>> = {}): AppState['proxy'] {
  const realm = 'Halden Works'
  const proxy = 'proxy.halden.example:3128'
  return {
    challenge: { id: 1, proxy, realm, username: null, refused: false, keeping: 'encrypted', ...change },
    saved: [],
  }
}

const refused = { refused: true, username: 'ada.lovelace' }
const wantsPassword = {
  failure: failure('proxy-auth', { retryable: false }),
  since: sampleNow - 5 * minuteMs,
}

export const proxyStates: readonly ScreenState[] = [
  {
    name: 'proxy-asks',
    state: overview({ trouble: wantsPassword }, { proxy: proxy() }),
    shows: 'Enter password',
    alsoWide: true,
    alsoNarrow: true,
  },
  {
    name: 'proxy-refused',
    state: overview({ trouble: wantsPassword }, { proxy: proxy(refused) }),
    shows: 'It rejected the last password',
  },
  {
    name: 'proxy-stops-sign-in',
    state: signingIn(ended('proxy-auth'), { proxy: proxy() }),
    shows: 'Proxy needs a password',
  },
  {
    name: 'proxy-password',
    state: { ...dialogOver('overview', { kind: 'proxy-password' }), proxy: proxy() },
    shows: 'Password for the proxy',
    alsoNarrow: true,
  },
  {
    name: 'proxy-password-refused',
    state: {
      ...dialogOver('overview', { kind: 'proxy-password' }),
      proxy: proxy({ ...refused, keeping: 'memory' }),
    },
    shows: 'Several wrong attempts may lock the account',
  },
  {
    name: 'proxy-password-missing',
    state: { ...dialogOver('overview', { kind: 'proxy-password' }), proxy: proxy({ realm: '' }) },
    actions: [{ type: 'ada:lovelace', into: 'dialog input >> nth=0' }, { press: 'Enter' }],
    shows: 'can’t contain a colon',
  },
  {
    name: 'proxy-kept',
    state: at('settings', halden(), {
      proxy: {
        challenge: null,
        saved: [
          { id: 1, proxy: 'proxy.halden.example:3128', username: 'ada.lovelace', keeping: 'encrypted' },
        ],
      },
    }),
    actions: [showAppSettings, { press: 'End' }],
    shows: 'Signed in as ada.lovelace',
  },
]
