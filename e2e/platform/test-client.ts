import { request as httpRequest } from 'node:http'
import type { Platform } from './platform.ts'
import { ALL_SCOPES } from './scopes.ts'

/** A response; `body` is the parsed JSON, undefined when the text is not JSON. */
export interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  text: string
  // biome-ignore lint/suspicious/noExplicitAny: tests assert on untyped JSON
  body: any
}

export interface SendOptions {
  method?: string
  headers?: Record<string, string>
  form?: Record<string, string>
  json?: unknown
  body?: string
  bearer?: string
}

/** Sends exactly the given request, with no default headers. Rejects when the connection closes before the body is complete. */
export function send(url: string, options: SendOptions = {}): Promise<Answer> {
  const { form, json, bearer } = options
  const body = form
    ? new URLSearchParams(form).toString()
    : json === undefined
      ? options.body
      : JSON.stringify(json)
  const type = form ? 'application/x-www-form-urlencoded' : json === undefined ? null : 'application/json'
  const headers: Record<string, string> = {
    ...(type === null ? {} : { 'content-type': type }),
    ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
    ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
    ...options.headers,
  }
  const method = options.method ?? (body === undefined ? 'GET' : 'POST')
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

export const ALL_SCOPES_TEXT = ALL_SCOPES.join(' ')

/** A client that makes every call as the documentation asks. */
export function createClient(platform: Platform) {
  const oauth = (path: string, form: Record<string, string>) =>
    send(`${platform.platformUrl}/getServiceKeys/${path}`, { form })
  const account = (path: string, options: SendOptions) =>
    send(`${platform.serviceApiUrl}/service/v1${path}`, options)
  const api = {
    oauth,
    account,
    register: (clientName = 'a test') =>
      send(`${platform.platformUrl}/getServiceKeys/register`, {
        json: { client_name: clientName, platform: { system: 'Linux' } },
      }),
    deviceCode: (clientId: string, scope = ALL_SCOPES_TEXT) =>
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
    /** Registers a client, requests a code, approves it and fetches the tokens. */
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
