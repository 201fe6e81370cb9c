import type { App, Organisation, PlatformState } from './state.ts'

/** The user who approves, a member of every demo organisation. */
export const DEMO_USER = { userId: 'user_demo', email: 'demo@example.com' } as const

/** Another user of the same organisations, whose keys a member can't delete. */
export const COLLEAGUE = { userId: 'user_colleague', email: 'colleague@example.com' } as const

/** The app that the service creates in an organisation at its first approval; the vendor's client fails without it. */
export const CLI_APP_NAME = 'parallel-cli Users'

/** The vendor's client falls back to this client id when it can't register. */
const WELL_KNOWN_CLIENT_ID = 'parallel-cli'

const CREATED_AT_SECONDS = Date.UTC(2026, 0, 12, 9, 30) / 1000

function app(appId: string, appName: string, keyNames: readonly string[]): App {
  return {
    appId: `app_${appId}`,
    appName,
    createdByUserId: COLLEAGUE.userId,
    keys: keyNames.map((apiKeyName, index) => ({
      apiKeyId: `key_${appId}_${index + 1}`,
      apiKeyName,
      displayValue: `px_…${String(1000 + index * 37)}`,
      createdByUserId: index % 2 === 0 ? COLLEAGUE.userId : DEMO_USER.userId,
      createdAt: CREATED_AT_SECONDS + index * 86_400,
    })),
  }
}

/** An organisation with defaults for every member that `change` omits. */
export function newOrganisation(orgId: string, change: Partial<Organisation> = {}): Organisation {
  return {
    orgId,
    name: orgId,
    creditBalanceCents: 0,
    pendingDebitCents: 0,
    willInvoice: false,
    cardDeclines: false,
    role: 'admin',
    spendCentsPerDay: 0,
    apps: [],
    ...change,
  }
}

/** The initial state, with the same organisations and amounts in every test. */
export function demoState(): PlatformState {
  return {
    version: 1,
    organisations: [
      newOrganisation('org_halden', {
        name: 'Halden Research',
        creditBalanceCents: 19_670,
        pendingDebitCents: 1250,
        spendCentsPerDay: 2014,
        apps: [
          app('halden_monitor', 'web-monitor', ['production', 'staging']),
          app('halden_enrich', 'enrichment', ['nightly']),
        ],
      }),
      newOrganisation('org_brightwater', {
        name: 'Brightwater Labs',
        creditBalanceCents: 860,
        pendingDebitCents: 225,
        spendCentsPerDay: 310,
        role: 'member',
        apps: [app('brightwater_search', 'lab-search', ['shared'])],
      }),
      newOrganisation('org_kestrel', {
        name: 'Kestrel & Finch GmbH',
        willInvoice: true,
        apps: [app('kestrel_research', 'market research', ['berlin', 'wien'])],
      }),
      newOrganisation('org_okafor', {
        name: 'Tomás Okafor',
        creditBalanceCents: 4200,
        spendCentsPerDay: 110,
        apps: [app('okafor_notes', 'notes', [])],
      }),
    ],
    clients: [{ clientId: WELL_KNOWN_CLIENT_ID, clientName: 'parallel-cli', platform: {} }],
    deviceAuthorizations: [],
    grants: [],
    charges: [],
  }
}
