import { newId } from './codes.ts'
import type { Context, Secrets } from './context.ts'
import { newOrganisation } from './demo.ts'
import { approve, deny, findByUserCode, isExpired } from './device-authorizations.ts'
import type { Fault, Faults } from './faults.ts'
import { endGrant } from './grants.ts'
import type { LogEntry, RequestLog, WaitFor } from './request-log.ts'
import { parseScope } from './scopes.ts'
import type { Charge, Client, DeviceAuthorization, Grant, Organisation, Stats } from './state.ts'

export interface StateSnapshot {
  /** Epoch milliseconds by the server's clock. */
  now: number
  organisations: Organisation[]
  clients: Client[]
  grants: Grant[]
  /** `expired` is computed at the time of the snapshot; a used device code has the status `consumed`. */
  deviceAuthorizations: (DeviceAuthorization & { expired: boolean })[]
  /** Every charge that reached a card, declined ones with status 402. */
  charges: Charge[]
}

/** What tests can inspect and change, in process or over HTTP. */
export interface Control {
  /** Every request to both servers since the start or `clearRequests`; without the approval page and the control endpoint. */
  requests(): LogEntry[]
  clearRequests(): void
  /** Every secret issued in this run and every one still alive from a saved state. */
  secrets(): Secrets
  state(): StateSnapshot
  /** Approves like the page. Default: the first organisation and every requested scope (`scope` is space separated). */
  approve(request: { userCode: string; orgId?: string; scope?: string }): void
  deny(request: { userCode: string }): void
  setOrganisation(orgId: string, change: Partial<Omit<Organisation, 'orgId'>>): void
  /** Adds an organisation; omitted members are empty, zero or false. Returns its id. */
  addOrganisation(organisation: Partial<Organisation>): string
  /** Invalidates the refresh token; access tokens stay valid until they expire. */
  revokeGrant(grantId: string): void
  /** Deletes the grant and its access tokens. */
  removeGrant(grantId: string): void
  /** Forgets every client id: they answer 401 `invalid_client` from now on. */
  forgetClients(): void
  /** Moves the server's clock; negative moves it back. */
  advanceClock(ms: number): void
  /** Scripts a fault and returns its id. */
  fault(fault: Fault): string
  /** Removes one fault, or all of them, and resumes the requests that they hold. */
  clearFaults(id?: string): void
  /** Resumes the requests that a `hold` keeps open. */
  release(id: string): void
  stats(): Stats
  /** Resolves when that many matching requests were logged; rejects after `timeoutMs` (default 5000). */
  waitForRequest(wanted: WaitFor, timeoutMs?: number): Promise<LogEntry[]>
}

/** Allowlist of the HTTP control endpoint. */
export const CONTROL_OPERATIONS = [
  'requests',
  'clearRequests',
  'secrets',
  'state',
  'approve',
  'deny',
  'setOrganisation',
  'addOrganisation',
  'revokeGrant',
  'removeGrant',
  'forgetClients',
  'advanceClock',
  'fault',
  'clearFaults',
  'release',
  'stats',
  'waitForRequest',
] as const satisfies readonly (keyof Control)[]

/** The one implementation of `Control`. `settle` brings balances up to date, `save` writes the state. */
export function createControl(deps: {
  context: Context
  log: RequestLog
  faults: Faults
  settle: () => void
  save: () => void
}): Control {
  const { context, log, faults, settle, save } = deps
  const { state, clock } = context

  const findOrganisation = (orgId: string): Organisation => {
    const organisation = state.organisations.find((one) => one.orgId === orgId)
    if (!organisation) throw new Error(`There is no organisation ${orgId}`)
    return organisation
  }
  const findGrant = (grantId: string): Grant => {
    const grant = state.grants.find((one) => one.grantId === grantId)
    if (!grant) throw new Error(`There is no grant ${grantId}`)
    return grant
  }
  const changed = (): void => {
    context.changed()
    save()
  }

  return {
    requests: () => log.all(),
    clearRequests: () => log.clear(),
    secrets: () => structuredClone(context.secrets),
    state() {
      settle()
      const { organisations, clients, grants, charges, deviceAuthorizations } = state
      return structuredClone({
        now: clock.now(),
        organisations,
        clients,
        grants,
        charges,
        deviceAuthorizations: deviceAuthorizations.map((one) => ({
          ...one,
          expired: isExpired(context, one),
        })),
      })
    },
    approve({ userCode, orgId, scope }) {
      const asked = findByUserCode(context, userCode)?.scope ?? []
      const wanted = scope === undefined ? { known: asked, unknown: [] } : parseScope(scope)
      if (wanted.unknown.length > 0) throw new Error(`Unknown scope: ${wanted.unknown.join(' ')}`)
      approve(context, userCode, orgId ?? state.organisations[0]?.orgId ?? '', wanted.known)
      save()
    },
    deny({ userCode }) {
      deny(context, userCode)
      save()
    },
    setOrganisation(orgId, change) {
      settle()
      Object.assign(findOrganisation(orgId), structuredClone(change))
      changed()
    },
    addOrganisation(organisation) {
      const orgId = organisation.orgId ?? newId('org')
      if (state.organisations.some((one) => one.orgId === orgId)) throw new Error(`${orgId} is there already`)
      state.organisations.push(newOrganisation(orgId, structuredClone(organisation)))
      changed()
      return orgId
    },
    revokeGrant(grantId) {
      endGrant(context, findGrant(grantId), 'revoked by the service')
      save()
    },
    removeGrant(grantId) {
      const grant = findGrant(grantId)
      state.grants = state.grants.filter((one) => one !== grant)
      changed()
    },
    forgetClients() {
      state.clients = []
      changed()
    },
    advanceClock: (ms) => clock.advance(ms),
    fault: (fault) => faults.add(structuredClone(fault)),
    clearFaults: (id) => (id === undefined ? faults.clear() : faults.remove(id)),
    release: (id) => faults.release(id),
    stats: () => ({ ...context.stats }),
    waitForRequest: (wanted, timeoutMs = 5000) => log.waitFor(wanted, timeoutMs),
  }
}
