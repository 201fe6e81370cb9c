/** Complete values of the contract for tests, which override what they are about. The app doesn't import this. */
import { defaultLimits, defaultSettings, type SystemInfo } from '../contract/settings.ts'
import type { AppState, Organisation } from '../contract/state.ts'

/** Noon UTC, in winter. */
export const sampleNow = Date.UTC(2026, 0, 15, 12)

/** A system whose formats are those of the language that is displayed. */
export const sampleSystem: SystemInfo = {
  platform: 'linux',
  wayland: false,
  formats: { times: null, numbers: null, money: null },
}

export function sampleOrganisation(change: Partial<Organisation> = {}): Organisation {
  return {
    id: 'org_1',
    name: 'Halden Research',
    permissions: ['see'],
    balance: null,
    refreshing: false,
    staleAt: null,
    trouble: null,
    session: {
      kind: 'active',
      keeping: 'encrypted',
      renewedAt: sampleNow,
      accessUntil: sampleNow,
      signInUntil: null,
      authorizedAt: sampleNow,
      authorizationUntil: null,
      unsaved: null,
    },
    arrived: null,
    limits: defaultLimits,
    alerts: [],
    snoozedUntil: null,
    topUp: { kind: 'none' },
    addedTodayCents: 0,
    history: {
      revision: 0,
      readings: 0,
      since: null,
      sinceYesterdayCents: null,
      forecast: { kind: 'not-enough', since: null },
      trend: [],
    },
    keys: {
      revision: 0,
      keys: 0,
      rotateDue: 0,
      unfinished: 0,
      loading: false,
      listedAt: null,
      trouble: null,
      operation: null,
      failed: null,
    },
    ...change,
  }
}

export function sampleState(change: Partial<AppState> = {}): AppState {
  return {
    revision: 1,
    appVersion: '0.0.0',
    folder: '/home/user/.config/parallel-tray',
    server: { platformHost: 'platform.parallel.ai', isDefault: true },
    restoring: false,
    decrypting: false,
    view: { screen: 'overview', organisationId: null, dialog: null },
    signIn: { kind: 'idle' },
    organisations: [],
    pendingSignOuts: [],
    notices: [],
    settings: defaultSettings,
    language: 'en',
    systemInfo: sampleSystem,
    secret: null,
    toasts: [],
    updates: null,
    proxy: { challenge: null, saved: [] },
    diagnostics: { revision: 0, checking: false },
    ...change,
  }
}
