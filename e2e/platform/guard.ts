import type { Call } from './http.ts'

export interface Refusal {
  status: 403 | 421
  why: string
}

/**
 * Why a request must not be answered, or null.
 * A web page in the same browser can reach a loopback port: by a name that it points at 127.0.0.1 (so `Host` is
 * checked), or by a plain form or fetch (so what browsers say about the sender is checked).
 */
export function foreignRequest(call: Call, port: number, guarded: boolean): Refusal | null {
  const host = call.headers.host
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`)
    return { status: 421, why: `Host ${host ?? '(none)'} is not this server` }
  if (!guarded) return null
  const origin = call.headers.origin
  if (origin !== undefined && origin !== `http://${host}`)
    return { status: 403, why: `Origin ${origin} is not this server` }
  const site = call.headers['sec-fetch-site']
  if (site === 'cross-site' || site === 'same-site') return { status: 403, why: `Sec-Fetch-Site is ${site}` }
  return null
}
