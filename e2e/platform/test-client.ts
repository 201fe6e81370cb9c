import { request as httpRequest } from 'node:http'
import type { Platform } from './platform.ts'
import { ALL_SCOPES } from './scopes.ts'

/** What came back, with the body as text and, where it is JSON, parsed. */
export interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  text: string
  // biome-ignore lint/suspicious/noExplicitAny: tests look at whatever the wire brings
  body: any
}

export interface Sending {
  method?: string
  headers?: Record<string, string>
  form?: Record<string, string>
  json?: unknown
  body?: string
  bearer?: string
}

/** One request with nothing added that was not asked for. Rejects when the connection ends before the whole body is there. */
export function send(url: string, sending: Sending = {}): Promise<Answer> {
  const { form, json, bearer } = sending
  const body = form
    ? new URLSearchParams(form).toString()
    : json === undefined
      ? sending.body
      : JSON.stringify(json)
  const type = form ? 'application/x-www-form-urlencoded' : json === undefined ? null : 'application/json'
  const headers: Record<string, string> = {
    ...(type === null ? {} : { 'content-type': type }),
    ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
    ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
    ...sending.headers,
  }
  const method = sending.method ?? (body === undefined ? 'GET' : 'POST')
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { method, headers, agent: false }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', reject)
      response.on('end', () => {
        if (!response.complete) return reject(new Error('cut off'))
        const text = Buffer.concat(parts).toString('utf8')
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, body: parse(text) })
      })
    })
    request.on('error', reject)
    request.end(body)
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const EVERYTHING = ALL_SCOPES.join(' ')

/** The calls of the wire, as a careful client makes them. */
export function clientOf(platform: Platform) {
  const oauth = (path: string, form: Record<string, string>) =>
    send(`${platform.platformUrl}/getServiceKeys/${path}`, { form })
  const account = (path: string, sending: Sending) =>
    send(`${platform.serviceApiUrl}/service/v1${path}`, sending)
  const api = {
    oauth,
    account,
    register: (clientName = 'a test') =>
      send(`${platform.platformUrl}/getServiceKeys/register`, {
        json: { client_name: clientName, platform: { system: 'Linux' } },
      }),
    deviceCode: (clientId: string, scope = EVERYTHING) =>
      oauth('device/code', { client_id: clientId, scope }),
    poll: (clientId: string, deviceCode: string) =>
      oauth('token', {
        grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
        client_id: clientId,
        device_code: deviceCode,
      }),
    refresh: (refreshToken: string, clientId?: string) =>
      oauth('token', {
        grant_type: 'refresh_token',
        refresh_token: refreshToken,
        ...(clientId === undefined ? {} : { client_id: clientId }),
      }),
    revoke: (refreshToken: string) => oauth('token/revoke', { refresh_token: refreshToken }),
    balance: (bearer: string) => account('/balance', { bearer }),
    addBalance: (bearer: string, amountCents: unknown, idempotencyKey: unknown) =>
      account('/balance/add', {
        bearer,
        json: { amount_cents: amountCents, idempotency_key: idempotencyKey },
      }),
    /** Registers, asks, is approved and fetches the tokens. */
    async signIn(approval: { orgId?: string; scope?: string } = {}) {
      const clientId: string = (await api.register()).body.client_id
      const code = (await api.deviceCode(clientId)).body
      platform.control.approve({ userCode: code.user_code, ...approval })
      const tokens = (await api.poll(clientId, code.device_code)).body
      return {
        clientId,
        deviceCode: code.device_code as string,
        accessToken: tokens.access_token as string,
        refreshToken: tokens.refresh_token as string,
        tokens,
      }
    },
  }
  return api
}
