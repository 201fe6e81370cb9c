/** The type of a pictured state, and builders for the states of several screens. */
import type { AppsAndKeys, TopUp } from '../../../preload/contract/account.ts'
import type {
  AppState,
  Dialog,
  Organisation,
  Screen,
  SignIn,
  Toast,
  WaitingForApproval,
} from '../../../preload/contract/state.ts'
import { sampleNow, sampleState } from '../../../preload/testing/samples.ts'
import { failure, halden, hourMs, minuteMs, otherOrganisations } from '../samples.ts'

/** User input for state that only the window holds. Selectors instead of texts: they work in every language. */
export type Action =
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

export const organisationId = 'org_1'

export function at(screen: Screen, first: Organisation, change: Partial<AppState> = {}): AppState {
  return sampleState({
    organisations: [first, ...otherOrganisations()],
    ...change,
    view: { screen, organisationId, dialog: null, ...change.view },
  })
}

export function overview(change: Partial<Organisation>, more: Partial<AppState> = {}): AppState {
  return at('overview', halden(change), more)
}

export function dialogOver(screen: Screen, dialog: Dialog, first: Organisation = halden()): AppState {
  return at(screen, first, { view: { screen, organisationId, dialog } })
}

export function signingIn(signIn: SignIn, change: Partial<AppState> = {}): AppState {
  return sampleState({ view: { screen: 'sign-in', organisationId: null, dialog: null }, signIn, ...change })
}
export const waiting: WaitingForApproval = {
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

export function ended(kind: Parameters<typeof failure>[0]): SignIn {
  return {
    kind: 'ended',
    failure: failure(kind, { reference: 'req_8f2c41' }),
    permissions: ['see'],
    again: null,
    userCode: kind === 'expired' ? 'WDJB-MJHT' : null,
    lifetimeMs: kind === 'expired' ? 600_000 : null,
  }
}

export const unknownTopUp: TopUp & { kind: 'unknown' } = {
  kind: 'unknown',
  amountCents: 5000,
  askedAt: sampleNow - 12 * minuteMs,
  isRetrying: false,
  autoRetry: { nextAt: sampleNow + 4 * minuteMs, until: sampleNow + 23 * hourMs },
  failure: failure('timeout'),
}

export function toast(id: number, says: Toast['content']): Toast {
  return { id, content: says }
}

export function failedDeletion(): Toast['content'] {
  return {
    kind: 'failed',
    operation: 'delete-key',
    name: 'staging',
    failure: failure('server', { reference: 'req_8f2c41' }),
  }
}

/** Opens the tab with the app's settings. */
export const showAppSettings: Action = { click: '.page-head .choice >> nth=1' }
