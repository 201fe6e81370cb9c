import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import { answerQuestion } from '../../scripts/start/addresses.mjs'
import { ACCOUNT_BASE, answerAccount } from './account.ts'
import { detailError } from './account-errors.ts'
import { createApproval } from './approval.ts'
import { createClock } from './clock.ts'
import type { Context, Lifetimes } from './context.ts'
import { type Control, createControl } from './control.ts'
import { answerControl } from './control-server.ts'
import { demoState } from './demo.ts'
import { Faults } from './faults.ts'
import { json } from './http.ts'
import { InFlightCharges } from './in-flight-charges.ts'
import { answerOAuth, slowDownPoll } from './oauth.ts'
import { RequestLog } from './request-log.ts'
import { listen, type Service, type Shared, serve } from './server.ts'
import { createSpending } from './spending.ts'
import { newStats } from './state.ts'
import { readStateFile, writeStateFile } from './state-file.ts'

export type { Control } from './control.ts'
export { type RemoteControl, remoteControl } from './control-server.ts'
export type { Fault, FaultKind } from './faults.ts'
export type { LogEntry, RequestMatch, WaitFor } from './request-log.ts'

export interface PlatformOptions extends Partial<Lifetimes> {
  /** Port of the OAuth server; 0 (default) takes any. */
  port?: number
  /** Port of the account API; 0 (default) takes any. */
  apiPort?: number
  /** Where the state is kept between runs; default: only in memory. */
  stateFile?: string
  /**
   * A secret of this state. A start that proves knowledge of it receives the three addresses (`askStandIn`), so that it uses
   * this process instead of starting another.
   */
  instanceId?: string
  /** Organisations spend money over time; default false: amounts change only through requests. */
  spend?: boolean
}

export interface Addresses {
  /** Base of the OAuth calls and of the approval page, as `https://platform.parallel.ai` is. */
  platformUrl: string
  /** Base of the account calls, as `https://api.parallel.ai/account` is. */
  serviceApiUrl: string
  /** Base of the control endpoint; a new random address in each run. */
  controlUrl: string
}

export interface Platform extends Addresses {
  control: Control
  /** Closes both servers and every connection. */
  close(): Promise<void>
}

const DAY_MS = 86_400_000

const DEFAULTS: Lifetimes = {
  rotationGraceMs: 0,
  accessTokenLifetimeMs: 600_000,
  refreshTokenLifetimeMs: 7 * DAY_MS,
  authorizationLifetimeMs: 90 * DAY_MS,
  deviceCodeLifetimeMs: 600_000,
  intervalSeconds: 5,
}

/** Starts both servers of the stand-in for Parallel. Rejects when a port is taken. */
export async function startPlatform(options: PlatformOptions = {}): Promise<Platform> {
  const lifetimes = parseLifetimes(options)
  const { stateFile } = options
  let dirty = false
  let platformUrl = ''
  const context: Context = {
    clock: createClock(),
    state: (stateFile === undefined ? null : readStateFile(stateFile)) ?? demoState(),
    lifetimes,
    stats: newStats(),
    secrets: { accessTokens: [], refreshTokens: [], deviceCodes: [], apiKeys: [] },
    changed: () => {
      dirty = true
    },
    platformUrl: () => platformUrl,
  }
  collectLiveSecrets(context)
  const save = (): void => {
    if (dirty && stateFile !== undefined) writeStateFile(stateFile, context.state)
    dirty = false
  }
  const log = new RequestLog()
  const faults = new Faults()
  const settle = createSpending(context, options.spend ?? false)
  const control = createControl({ context, log, faults, settle, save })
  const approval = createApproval(context, settle)
  const inFlight = new InFlightCharges()
  const controlPath = `/control/${randomBytes(18).toString('base64url')}`
  let announce: (addresses: Addresses) => void = () => {}
  const started = new Promise<Addresses>((resolve) => {
    announce = resolve
  })
  const shared: Shared = {
    log,
    faults,
    now: context.clock.now,
    save,
    countForeign: () => {
      context.stats.foreignRequests++
    },
  }

  const oauthService: Service = {
    name: 'platform',
    answerInternal: async (call) => {
      // A request that arrives before the second port is bound waits for it.
      if (options.instanceId !== undefined && call.path.startsWith('/stand-in/')) {
        const reply = answerQuestion(call.path, options.instanceId, await started)
        return reply === null ? detailError(404, 'Not Found') : json(200, reply)
      }
      return approval(call) ?? (await answerControl(control, controlPath, call))
    },
    answer: (call) => answerOAuth(context, call) ?? detailError(404, 'Not Found'),
    slowDown: (call, interval) => slowDownPoll(context, call, interval),
  }
  const accountService: Service = {
    name: 'api',
    onRequest: (call) => inFlight.begin(context, call),
    answer: (call) => {
      settle()
      return answerAccount(context, call, inFlight.isTaken(context, call))
    },
  }

  const servers = [serve(oauthService, shared), serve(accountService, shared)] as const
  const close = async (): Promise<void> => {
    faults.clear()
    await Promise.all(servers.map(closeServer))
    save()
  }
  try {
    platformUrl = `http://127.0.0.1:${await listen(servers[0], options.port ?? 0)}`
    const apiPort = await listen(servers[1], options.apiPort ?? 0)
    const addresses = {
      platformUrl,
      serviceApiUrl: `http://127.0.0.1:${apiPort}${ACCOUNT_BASE}`,
      controlUrl: platformUrl + controlPath,
    }
    announce(addresses)
    return { ...addresses, control, close }
  } catch (error) {
    await close()
    throw error
  }
}

function parseLifetimes(options: PlatformOptions): Lifetimes {
  const given = Object.entries(options).filter(([name, value]) => name in DEFAULTS && value !== undefined)
  const lifetimes: Lifetimes = { ...DEFAULTS, ...Object.fromEntries(given) }
  // `interval` is in whole seconds (RFC 8628 3.2).
  if (!Number.isInteger(lifetimes.intervalSeconds) || lifetimes.intervalSeconds < 1)
    throw new Error('intervalSeconds must be a whole number, at least 1')
  return lifetimes
}

function collectLiveSecrets({ state, secrets }: Context): void {
  for (const grant of state.grants) {
    secrets.refreshTokens.push(...grant.spentRefreshTokens, grant.refreshToken)
    secrets.accessTokens.push(...grant.accessTokens.map((one) => one.accessToken))
  }
  secrets.deviceCodes.push(...state.deviceAuthorizations.map((one) => one.deviceCode))
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    if (!server.listening) return resolve()
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
