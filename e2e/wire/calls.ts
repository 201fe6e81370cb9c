/** The twelve calls of the service, each with valid arguments. */
import type { FirstTokens } from '../../main/parallel/oauth.ts'
import { testPlatform } from '../../main/testing/memory-app.ts'
import { failed, ok, type Result } from '../../preload/contract/index.ts'
import { ALL_SCOPES_TEXT } from '../platform/test-client.ts'
import type { Wire } from './wire.ts'

/** A registered, signed-in client with a second, approved device code that was not polled yet. */
export type SignedInClient = {
  readonly clientId: string
  readonly deviceCode: string
  readonly tokens: FirstTokens
}

export type Call = {
  readonly name: string
  readonly method: 'GET' | 'POST' | 'DELETE'
  /** The path of a fault's `match`. */
  readonly path: string
  readonly make: (wire: Wire, client: SignedInClient, signal: AbortSignal) => Promise<Result<unknown>>
}

const token = '=/getServiceKeys/token'
const v1 = '=/account/service/v1'
const app = 'app_halden_monitor'
const key = 'key_halden_monitor_1'
const deletedApp = 'app_halden_enrich'

export const calls: readonly Call[] = [
  {
    name: 'register',
    method: 'POST',
    path: '=/getServiceKeys/register',
    make: ({ oauth }, _, signal) => oauth.register(testPlatform, signal),
  },
  {
    name: 'device code',
    method: 'POST',
    path: '=/getServiceKeys/device/code',
    make: ({ oauth }, { clientId }, signal) => oauth.requestDeviceCode(clientId, ALL_SCOPES_TEXT, signal),
  },
  {
    name: 'poll',
    method: 'POST',
    path: token,
    make: async ({ oauth }, { clientId, deviceCode }, signal) => {
      const answer = await oauth.poll(clientId, deviceCode, signal)
      if (answer.kind === 'approved') return ok(answer.tokens)
      if (answer.kind === 'trouble' || answer.kind === 'ended') return failed(answer.failure)
      return ok(answer)
    },
  },
  {
    name: 'refresh',
    method: 'POST',
    path: token,
    make: ({ oauth }, { clientId, tokens }, signal) => oauth.refresh(tokens.refreshToken, clientId, signal),
  },
  {
    name: 'revoke',
    method: 'POST',
    path: '=/getServiceKeys/token/revoke',
    make: ({ oauth }, { tokens }, signal) => oauth.revoke(tokens.refreshToken, signal),
  },
  {
    name: 'balance',
    method: 'GET',
    path: `${v1}/balance`,
    make: ({ api }, { tokens }, signal) => api.balance(tokens.accessToken, signal),
  },
  {
    name: 'add balance',
    method: 'POST',
    path: `${v1}/balance/add`,
    make: ({ api }, { tokens }, signal) => api.addBalance(tokens.accessToken, 2500, 'one-intent', signal),
  },
  {
    name: 'apps',
    method: 'GET',
    path: `${v1}/apps`,
    make: ({ api }, { tokens }, signal) => api.apps(tokens.accessToken, signal),
  },
  {
    name: 'create app',
    method: 'POST',
    path: `${v1}/apps`,
    make: ({ api }, { tokens }, signal) => api.createApp(tokens.accessToken, 'crawler', signal),
  },
  {
    name: 'delete app',
    method: 'DELETE',
    path: `${v1}/apps/${deletedApp}`,
    make: ({ api }, { tokens }, signal) => api.deleteApp(tokens.accessToken, deletedApp, signal),
  },
  {
    name: 'create key',
    method: 'POST',
    path: `${v1}/apps/${app}/keys`,
    make: ({ api }, { tokens }, signal) => api.createKey(tokens.accessToken, app, 'laptop', signal),
  },
  {
    name: 'delete key',
    method: 'DELETE',
    path: `${v1}/apps/${app}/keys/${key}`,
    make: ({ api }, { tokens }, signal) => api.deleteKey(tokens.accessToken, app, key, signal),
  },
]

/** Registers, signs in to the first organisation and gets a second code approved. */
export async function signInClient(wire: Wire): Promise<SignedInClient> {
  const { oauth, control } = wire
  const { signal } = new AbortController()
  const clientId = unwrap(await oauth.register(testPlatform, signal))
  const approvedCode = async (): Promise<string> => {
    const code = unwrap(await oauth.requestDeviceCode(clientId, ALL_SCOPES_TEXT, signal))
    control.approve({ userCode: code.userCode })
    await wire.clock.advance(code.intervalMs)
    return code.deviceCode
  }
  const answer = await oauth.poll(clientId, await approvedCode(), signal)
  if (answer.kind !== 'approved') throw new Error(`not approved: ${answer.kind}`)
  return { clientId, deviceCode: await approvedCode(), tokens: answer.tokens }
}

/** The value; throws when the result is a failure. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(`${result.failure.kind}: ${result.failure.message}`)
}
