/** Every screen and dialog of the window in every state that looks different, as an `AppState`. */
import type { AppsAndKeys, PendingSecret, TopUp } from '../../preload/contract/account.ts'
import type {
  AppState,
  Dialog,
  Organisation,
  Screen,
  SignIn,
  Toast,
  WaitingForApproval,
} from '../../preload/contract/state.ts'
import type { Updates } from '../../preload/contract/updates.ts'
import { sampleNow, sampleState, sampleSystem } from '../../preload/testing/samples.ts'
import {
  activeSession,
  balance,
  dayMs,
  failure,
  halden,
  history,
  hourMs,
  keys,
  manyOrganisations,
  minuteMs,
  otherOrganisations,
  unfinishedKeys,
} from './samples.ts'

/** User input for state that only the window holds. Selectors instead of texts: they work in every language. */
type Action =
  | { readonly click: string }
  | { readonly press: string }
  | { readonly type: string; readonly into: string }

export type ScreenState = {
  readonly name: string
  readonly state: AppState
  /** The value of `keys.read`, instead of the usual apps. */
  readonly keys?: AppsAndKeys
  /** The window's queries get no response: shows the loading state. */
  readonly pendingQueries?: true
  readonly actions?: readonly Action[]
  /** A text of this state in English, which proves that the right screen is shown. */
  readonly shows: string
  /** Also compared at these sizes. */
  readonly alsoWide?: true
  readonly alsoLarge?: true
  readonly alsoNarrow?: true
  readonly alsoZoomed?: true
}

const organisationId = 'org_1'

function at(screen: Screen, first: Organisation, change: Partial<AppState> = {}): AppState {
  return sampleState({
    organisations: [first, ...otherOrganisations()],
    ...change,
    view: { screen, organisationId, dialog: null, ...change.view },
  })
}

function overview(change: Partial<Organisation>, more: Partial<AppState> = {}): AppState {
  return at('overview', halden(change), more)
}

function dialogOver(screen: Screen, dialog: Dialog, first: Organisation = halden()): AppState {
  return at(screen, first, { view: { screen, organisationId, dialog } })
}

function signingIn(signIn: SignIn, change: Partial<AppState> = {}): AppState {
  return sampleState({ view: { screen: 'sign-in', organisationId: null, dialog: null }, signIn, ...change })
}

const waiting: WaitingForApproval = {
  kind: 'waiting',
  userCode: 'WDJB-MJHT',
  verificationUri: 'https://platform.parallel.ai/device',
  verificationUriComplete: 'https://platform.parallel.ai/device?user_code=WDJB-MJHT',
  foreignHost: null,
  permissions: ['see', 'manage'],
  startedAt: sampleNow - 78_000,
  expiresAt: sampleNow + 522_000,
  lastCheckedAt: sampleNow - 2000,
  nextCheckAt: sampleNow + 3000,
  trouble: null,
  browserOpened: true,
  browserFailed: false,
}

function ended(kind: Parameters<typeof failure>[0]): SignIn {
  return {
    kind: 'ended',
    failure: failure(kind, { reference: 'req_8f2c41' }),
    permissions: ['see'],
    again: null,
    userCode: kind === 'expired' ? 'WDJB-MJHT' : null,
    lifetimeMs: kind === 'expired' ? 600_000 : null,
  }
}

const signInStates: readonly ScreenState[] = [
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
  { name: 'restoring', state: sampleState({ restoring: true }), shows: 'Loading your sign-ins…' },
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

const unknownTopUp: TopUp & { kind: 'unknown' } = {
  kind: 'unknown',
  amountCents: 5000,
  askedAt: sampleNow - 12 * minuteMs,
  isRetrying: false,
  autoRetry: { nextAt: sampleNow + 4 * minuteMs, until: sampleNow + 23 * hourMs },
  failure: failure('timeout'),
}

const overviewStates: readonly ScreenState[] = [
  {
    name: 'crashed',
    state: overview({}, { notices: [{ kind: 'crashed', at: sampleNow - hourMs }] }),
    shows: 'Quit unexpectedly',
  },
  {
    name: 'overview',
    state: overview({}),
    shows: 'About 12 days left',
    alsoZoomed: true,
    alsoWide: true,
    alsoLarge: true,
    alsoNarrow: true,
  },
  {
    name: 'overview-low',
    state: overview({
      balance: { ...balance, creditCents: 1350, heldCents: 1000, spendableCents: 350 },
      alerts: [{ kind: 'spendable', since: sampleNow - hourMs }],
      history: {
        ...history,
        forecast: { kind: 'known', perDayCents: 1535, basisMs: 7 * dayMs, runsOutAt: sampleNow + 5 * hourMs },
      },
    }),
    shows: 'Low balance',
  },
  {
    name: 'overview-stale',
    state: overview({
      balance: { ...balance, readAt: sampleNow - 3 * hourMs },
      staleAt: sampleNow - 2 * hourMs,
      trouble: { failure: failure('offline'), since: sampleNow - 3 * hourMs },
    }),
    shows: 'Offline since',
    alsoZoomed: true,
  },
  {
    name: 'overview-invoice',
    state: overview({ balance: { ...balance, invoiced: true } }),
    shows: 'Pays by invoice',
  },
  {
    name: 'overview-loading',
    state: overview({
      balance: null,
      refreshing: true,
      staleAt: null,
      history: {
        ...history,
        readings: 0,
        since: null,
        sinceYesterdayCents: null,
        forecast: { kind: 'not-enough', since: null },
      },
    }),
    pendingQueries: true,
    shows: 'Spendable',
  },
  {
    name: 'overview-top-up-unknown',
    state: overview({ topUp: unknownTopUp }),
    shows: 'charge not confirmed',
  },
  {
    name: 'overview-not-enough',
    state: overview({
      history: {
        ...history,
        readings: 1,
        since: sampleNow - hourMs,
        sinceYesterdayCents: null,
        forecast: { kind: 'not-enough', since: sampleNow - hourMs },
      },
      keys: { ...keys, keys: 0, rotateDue: 0 },
    }),
    pendingQueries: true,
    shows: 'Not enough data yet',
  },
  {
    name: 'overview-below-zero',
    state: overview({ balance: { ...balance, creditCents: 1000, heldCents: 1250, spendableCents: -250 } }),
    shows: 'Below zero',
  },
  {
    name: 'overview-huge',
    state: overview({
      balance: { ...balance, creditCents: 12_345_678_900, spendableCents: 12_345_677_650 },
    }),
    shows: '$123,456,776.50',
    alsoNarrow: true,
  },
  { name: 'overview-arrived', state: overview({ arrived: { insteadOf: null } }), shows: 'Signed in to' },
  {
    name: 'overview-again',
    state: overview({ session: { kind: 'sign-in-again', since: sampleNow - hourMs } }),
    shows: 'Authorization ended',
  },
  {
    name: 'overview-switcher',
    state: overview({}),
    actions: [{ click: '.org-switch' }],
    shows: 'Brightwater Labs',
    alsoZoomed: true,
  },
  {
    name: 'overview-toasts',
    state: overview(
      {},
      { toasts: [toast(1, { kind: 'snoozed', organisationId }), toast(2, failedDeletion())] },
    ),
    shows: 'Undo',
  },
  {
    name: 'overview-ends-soon',
    state: overview({ session: { ...activeSession, authorizationUntil: sampleNow + 2 * dayMs } }),
    shows: 'Authorization ends',
  },
  {
    name: 'overview-update',
    state: overview({}, { notices: [{ kind: 'update', version: '0.2.0', by: null }] }),
    shows: 'Version 0.2.0 is ready',
    alsoNarrow: true,
  },
  {
    name: 'overview-update-deb',
    state: overview({}, { notices: [{ kind: 'update', version: '0.2.0', by: 'deb' }] }),
    shows: '--only-upgrade',
    alsoNarrow: true,
  },
  {
    name: 'overview-storage',
    state: overview({}, { notices: [{ kind: 'storage', failure: failure('storage') }] }),
    shows: 'Halden Research',
  },
  { name: 'palette', state: overview({}), actions: [{ press: 'Control+K' }], shows: 'Refresh now' },
  {
    name: 'palette-typed',
    state: overview({}),
    actions: [{ press: 'Control+K' }, { type: 'key', into: '.palette input' }],
    shows: 'production',
  },
  {
    name: 'palette-of-key',
    state: overview({}),
    actions: [{ press: 'Control+K' }, { type: 'prod', into: '.palette input' }, { press: 'Enter' }],
    shows: 'Delete…',
  },
]

function all(organisations: readonly Organisation[]): AppState {
  return sampleState({ organisations, view: { screen: 'all', organisationId, dialog: null } })
}

const manyStates: readonly ScreenState[] = [
  {
    name: 'all-four',
    state: all([halden(), ...otherOrganisations()]),
    shows: 'All organizations',
    alsoWide: true,
    alsoNarrow: true,
  },
  {
    name: 'all-12',
    state: all(manyOrganisations(12)),
    shows: '10 of 12 counted',
    alsoWide: true,
    alsoLarge: true,
    alsoNarrow: true,
  },
  {
    name: 'all-50',
    state: all(manyOrganisations(50)),
    shows: '48 of 50 counted',
    alsoWide: true,
    alsoNarrow: true,
  },
  {
    name: 'all-sorted',
    state: all(manyOrganisations(12)),
    actions: [{ click: '.amount-cell .sort' }, { press: 'ArrowDown' }, { press: 'ArrowDown' }],
    shows: 'Days left',
    alsoWide: true,
  },
  {
    name: 'switcher-12',
    state: at('overview', halden(), { organisations: manyOrganisations(12) }),
    actions: [{ click: '.org-switch' }],
    shows: 'Northgate Analytics',
    alsoNarrow: true,
  },
  {
    name: 'switcher-50',
    state: at('keys', halden(), { organisations: manyOrganisations(50) }),
    actions: [{ click: '.org-switch' }],
    shows: 'Northgate Analytics',
  },
  {
    name: 'switcher-typed',
    state: at('overview', halden(), { organisations: manyOrganisations(50) }),
    actions: [{ click: '.org-switch' }, { type: 'br', into: '.org-menu input' }],
    shows: 'Brightwater Labs 2',
  },
]

function toast(id: number, says: Toast['content']): Toast {
  return { id, content: says }
}

function failedDeletion(): Toast['content'] {
  return {
    kind: 'failed',
    operation: 'delete-key',
    name: 'staging',
    failure: failure('server', { reference: 'req_8f2c41' }),
  }
}

const topUpDialog: Dialog = { kind: 'top-up', organisationId }
const topUp = (change: Partial<Organisation>): AppState => dialogOver('overview', topUpDialog, halden(change))

const topUpStates: readonly ScreenState[] = [
  {
    name: 'top-up-choose',
    state: topUp({ addedTodayCents: 2500 }),
    shows: 'Continue',
    alsoNarrow: true,
  },
  {
    name: 'top-up-too-much',
    state: topUp({}),
    actions: [{ type: '250', into: '.dialog .field' }],
    shows: '$100.00',
  },
  {
    name: 'top-up-confirm',
    state: topUp({}),
    actions: [{ click: '.dialog .btn.primary' }],
    shows: 'Charge $50.00',
    alsoZoomed: true,
  },
  {
    name: 'top-up-charging',
    state: topUp({ topUp: { kind: 'charging', amountCents: 5000, askedAt: sampleNow - 4000 } }),
    shows: '$50.00',
  },
  { name: 'top-up-unknown', state: topUp({ topUp: unknownTopUp }), shows: '$50.00' },
  {
    name: 'top-up-too-old',
    state: topUp({ topUp: { kind: 'too-old', amountCents: 5000, askedAt: sampleNow - 30 * hourMs } }),
    shows: '$50.00',
  },
  {
    name: 'top-up-added',
    state: topUp({
      topUp: {
        kind: 'added',
        amountCents: 5000,
        at: sampleNow - minuteMs,
        beforeCents: 18_420,
        spendableCents: 23_420,
      },
    }),
    shows: '$234.20',
  },
  {
    name: 'top-up-not-charged',
    state: topUp({
      topUp: {
        kind: 'not-charged',
        amountCents: 5000,
        at: sampleNow - minuteMs,
        failure: failure('declined', { retryable: false, reference: 'req_8f2c41' }),
      },
    }),
    shows: '$50.00',
  },
  { name: 'top-up-not-allowed', state: topUp({ permissions: ['see'] }), shows: 'Not now' },
]

const keysAt = (change: Partial<Organisation>): AppState => at('keys', halden(change))
const secret: PendingSecret = {
  organisationId,
  organisationName: 'Halden Research',
  appName: 'web-monitor',
  keyName: 'production',
  masked: '••••••••••••••••••••••••••••4f9c',
  copiedAt: null,
  clearsAt: null,
  clipboardUnverified: false,
  savedAs: null,
  expiresAt: null,
}

const keysStates: readonly ScreenState[] = [
  {
    name: 'keys',
    state: keysAt({}),
    shows: 'nightly-research',
    alsoZoomed: true,
    alsoWide: true,
    alsoNarrow: true,
  },
  {
    name: 'keys-menu',
    state: keysAt({}),
    actions: [{ click: '.key .more-menu .icon-btn' }],
    shows: 'Rotate',
  },
  {
    name: 'keys-empty',
    state: keysAt({ keys: { ...keys, keys: 0, rotateDue: 0 } }),
    keys: { apps: [], listed: true },
    shows: 'New app',
  },
  {
    name: 'keys-unfinished',
    state: keysAt({}),
    keys: unfinishedKeys,
    shows: 'May exist',
    alsoWide: true,
  },
  {
    name: 'keys-forgotten',
    state: at('keys', halden(), {
      toasts: [toast(1, { kind: 'key-forgotten', organisationId, keyId: 'key_a1', name: 'production' })],
    }),
    keys: unfinishedKeys,
    shows: 'Undo',
  },
  {
    name: 'keys-loading',
    state: keysAt({ keys: { ...keys, loading: true } }),
    pendingQueries: true,
    shows: 'Apps & keys',
  },
  {
    name: 'keys-trouble',
    state: keysAt({ permissions: ['see'], keys: { ...keys, trouble: failure('offline') } }),
    shows: 'Allow',
  },
  { name: 'new-app', state: dialogOver('keys', { kind: 'new-app', organisationId }), shows: 'New app' },
  {
    name: 'new-key',
    state: dialogOver('keys', { kind: 'new-key', organisationId, appId: 'app_1' }),
    shows: 'web-monitor',
  },
  {
    name: 'delete-key',
    state: dialogOver('keys', { kind: 'delete-key', organisationId, keyId: 'key_a1' }),
    shows: 'Delete',
  },
  {
    name: 'delete-key-failed',
    state: dialogOver(
      'keys',
      { kind: 'delete-key', organisationId, keyId: 'key_a1' },
      halden({
        keys: {
          ...keys,
          failed: {
            operation: { kind: 'delete-key', keyId: 'key_a1', name: 'production' },
            failure: failure('server', { reference: 'req_8f2c41' }),
          },
        },
      }),
    ),
    shows: 'req_8f2c41',
  },
  {
    name: 'delete-app',
    state: dialogOver('keys', { kind: 'delete-app', organisationId, appId: 'app_1' }),
    shows: 'Delete',
  },
  {
    name: 'rotate-key',
    state: dialogOver('keys', { kind: 'rotate-key', organisationId, keyId: 'key_a1' }),
    shows: 'Rotate',
  },
  {
    name: 'secret',
    state: at('keys', halden(), { secret }),
    shows: '4f9c',
    alsoZoomed: true,
    alsoNarrow: true,
  },
  {
    name: 'secret-copied',
    state: at('keys', halden(), {
      secret: {
        ...secret,
        copiedAt: sampleNow - 5000,
        clearsAt: sampleNow + 55_000,
        savedAs: '.env',
        expiresAt: sampleNow + 5 * minuteMs,
      },
    }),
    shows: '.env',
  },
]

const activity = (change: Partial<Organisation> = {}): AppState => at('activity', halden(change))
const chooseRange = (nth: number): Action => ({
  click: `.page-head .seg:not(.of-icons) .choice >> nth=${nth}`,
})
const showTable: Action = { click: '.page-head .seg.of-icons .choice >> nth=1' }

const activityStates: readonly ScreenState[] = [
  {
    name: 'activity',
    state: activity(),
    shows: 'Lasts until',
    alsoZoomed: true,
    alsoWide: true,
    alsoNarrow: true,
  },
  { name: 'activity-day', state: activity(), actions: [chooseRange(0)], shows: 'Lasts until' },
  { name: 'activity-month', state: activity(), actions: [chooseRange(2)], shows: 'Lasts until' },
  { name: 'activity-year', state: activity(), actions: [chooseRange(3)], shows: 'Lasts until' },
  {
    name: 'activity-table',
    state: activity(),
    actions: [showTable],
    shows: 'so far',
    alsoZoomed: true,
    alsoNarrow: true,
  },
  {
    name: 'activity-empty',
    state: activity({
      history: {
        ...history,
        readings: 1,
        since: sampleNow - 5 * minuteMs,
        forecast: { kind: 'not-enough', since: sampleNow - 5 * minuteMs },
      },
    }),
    pendingQueries: true,
    shows: 'The chart starts here',
  },
]

const session = (change: Partial<Organisation>, more: Partial<AppState> = {}): AppState =>
  at('session', halden(change), more)

const sessionStates: readonly ScreenState[] = [
  { name: 'session', state: session({}), shows: 'Sign out…', alsoZoomed: true },
  {
    name: 'session-ends-soon',
    state: session({
      permissions: ['see'],
      session: { ...activeSession, keeping: 'plain', authorizationUntil: sampleNow + 2 * dayMs },
    }),
    shows: 'Sign out…',
  },
  {
    name: 'session-memory',
    state: session({
      session: {
        ...activeSession,
        keeping: 'memory',
        signInUntil: null,
        authorizationUntil: null,
        unsaved: failure('storage'),
      },
    }),
    shows: 'Sign out…',
  },
  {
    name: 'session-ended',
    state: session({ session: { kind: 'sign-in-again', since: sampleNow - hourMs } }),
    shows: 'Sign in again',
  },
  {
    name: 'session-unreadable',
    state: session({ session: { kind: 'unreadable', since: sampleNow - hourMs } }),
    shows: 'Restart',
  },
  {
    name: 'session-unreadable-windows',
    state: session(
      { session: { kind: 'unreadable', since: sampleNow - hourMs } },
      { systemInfo: { ...sampleSystem, platform: 'windows' } },
    ),
    shows: 'Windows can’t open the stored sign-in',
  },
  {
    name: 'session-pending',
    state: session(
      { session: { kind: 'signing-out' } },
      {
        pendingSignOuts: [
          {
            organisationId: 'org_9',
            organisationName: 'Brightwater Labs',
            since: sampleNow - hourMs,
            until: sampleNow + 9 * dayMs,
            nextTryAt: sampleNow + 4 * minuteMs,
          },
        ],
      },
    ),
    shows: 'signed out here',
  },
]

const failedUpdate: Updates = {
  kind: 'failed',
  step: 'download',
  failure: failure('bad-file'),
  nextTryAt: sampleNow + dayMs,
}

const showAppSettings: Action = { click: '.page-head .choice >> nth=1' }

const settingsStates: readonly ScreenState[] = [
  {
    name: 'settings',
    state: at('settings', halden()),
    shows: 'Notices and limits',
    alsoZoomed: true,
    alsoWide: true,
    alsoNarrow: true,
  },
  {
    name: 'settings-app',
    state: at('settings', halden()),
    actions: [showAppSettings],
    shows: 'Open at login',
    alsoZoomed: true,
    alsoWide: true,
    alsoNarrow: true,
  },
  {
    name: 'settings-end',
    state: at('settings', halden()),
    actions: [showAppSettings, { press: 'End' }],
    shows: 'Erase everything here',
  },
  ...(
    [
      ['idle', { kind: 'idle', checkedAt: sampleNow - hourMs }, 'Up to date'],
      ['download', { kind: 'downloading', version: '0.2.0', fraction: 0.43 }, '43%'],
      ['failed', failedUpdate, 'was discarded'],
      ['ready', { kind: 'ready', version: '0.2.0' }, 'Restart'],
      ['deb', { kind: 'elsewhere', version: '0.2.0', by: 'deb' }, '--only-upgrade'],
    ] as const
  ).map(
    ([name, updates, shows]): ScreenState => ({
      name: `settings-update-${name}`,
      state: at('settings', halden(), { updates }),
      actions: [showAppSettings, { press: 'End' }],
      shows,
    }),
  ),
  {
    name: 'settings-bad-limit',
    state: at('settings', halden()),
    actions: [
      { click: '.page-head .choice >> nth=0' },
      { type: 'ten', into: '.set-field >> nth=0' },
      { press: 'Tab' },
    ],
    shows: 'Type an amount',
  },
]

const dialogStates: readonly ScreenState[] = [
  { name: 'about', state: dialogOver('settings', { kind: 'about' }), shows: 'Parallel Tray license' },
  {
    name: 'about-licence',
    state: dialogOver('settings', { kind: 'about' }),
    actions: [{ click: 'dialog summary >> nth=1' }],
    shows: 'Permission is hereby granted',
  },
  { name: 'keeping', state: dialogOver('session', { kind: 'keeping' }), shows: 'How tokens are kept' },
  {
    name: 'sign-out',
    state: dialogOver('session', { kind: 'sign-out', organisationId }),
    shows: 'Also delete',
  },
  {
    name: 'sign-out-everywhere',
    state: dialogOver('session', { kind: 'sign-out-everywhere' }),
    shows: 'Sign out everywhere',
  },
  { name: 'reset', state: dialogOver('settings', { kind: 'reset' }), shows: 'Erase everything here?' },
  {
    name: 'allow',
    state: dialogOver('session', { kind: 'allow', organisationId, permission: 'add-money' }),
    shows: 'Let Parallel Tray add money',
  },
  {
    name: 'import',
    state: dialogOver('settings', {
      kind: 'import',
      preview: {
        file: 'parallel-tray-2026-01-14.json',
        madeAt: sampleNow - dayMs,
        settings: true,
        keys: 4,
        readings: 2016,
        organisations: 2,
      },
    }),
    shows: 'Balances',
  },
  {
    name: 'diagnostics',
    state: dialogOver('settings', { kind: 'diagnostics' }),
    shows: 'Check the network',
    alsoWide: true,
    alsoNarrow: true,
  },
  {
    name: 'diagnostics-checking',
    state: {
      ...dialogOver('settings', { kind: 'diagnostics' }),
      diagnostics: { revision: 3, checking: true },
    },
    shows: 'Checking',
  },
  {
    name: 'quit',
    state: dialogOver(
      'overview',
      { kind: 'quit' },
      halden({ topUp: { kind: 'charging', amountCents: 5000, askedAt: sampleNow } }),
    ),
    shows: 'Quit now?',
  },
]

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

const proxyStates: readonly ScreenState[] = [
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

export const screenStates: readonly ScreenState[] = [
  ...signInStates,
  ...overviewStates,
  ...manyStates,
  ...topUpStates,
  ...keysStates,
  ...activityStates,
  ...sessionStates,
  ...settingsStates,
  ...dialogStates,
  ...proxyStates,
]
