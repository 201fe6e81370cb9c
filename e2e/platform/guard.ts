import type { Call } from './http.ts'

export interface Refusal {
  status: 403 | 421
  reason: string
}

/**
 * Why a request must be refused, or null.
 * A web page can reach a loopback port through a host name that resolves to 127.0.0.1 (DNS rebinding, so `Host` is
 * checked) or through a form or fetch (so `Origin` and `Sec-Fetch-Site` are checked).
 * @param guarded whether the sender matters as well: true for everything but GET requests of public pages
 */
export function findRefusal(call: Call, port: number, guarded: boolean): Refusal | null {
  const host = call.headers.host
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`)
    return { status: 421, reason: `Host ${host ?? '(none)'} is not this server` }
  if (!guarded) return null
  const origin = call.headers.origin
  if (origin !== undefined && origin !== `http://${host}`)
    return { status: 403, reason: `Origin ${origin} is not this server` }
  const site = call.headers['sec-fetch-site']
  if (site === 'cross-site' || site === 'same-site')
    return { status: 403, reason: `Sec-Fetch-Site is ${site}` }
  return null
}
