/**
 * Checks the path to the two servers step by step: link, proxy, DNS, response. Contacts no other host, sends no token and
 * changes nothing: each server gets one request that it answers without a sign-in.
 */
import type { Failure, FailureKind } from '../../preload/contract/index.ts'
import type { Endpoints } from '../parallel/endpoints.ts'
import { parseHttpDate } from '../parallel/http-date.ts'
import type { Clock, Http, HttpReply, SystemProbe } from '../ports.ts'

const stepTimeoutMs = 10_000
/** Tokens and top-ups depend on the clock, so a larger difference is reported. */
const maxClockDifferenceMs = 60_000

export type Check = {
  readonly step: string
  /** `odd`: unexpected, but the app may work. */
  readonly outcome: 'ok' | 'odd' | 'failed'
  /** The result and its meaning, as text for the user. */
  readonly says: string
  readonly tookMs: number
}

type Finding = Pick<Check, 'outcome' | 'says'>

export type NetworkChecksOptions = {
  readonly systemProbe: Pick<SystemProbe, 'isOnline' | 'resolveProxy' | 'resolveHost'>
  readonly http: Http
  readonly clock: Clock
  readonly server: Endpoints
  /** Called after each step. */
  readonly report: (check: Check) => void
}

/** Never rejects. Stops reporting once `signal` is aborted. */
export async function checkNetwork(options: NetworkChecksOptions, signal: AbortSignal): Promise<void> {
  const { systemProbe, server } = options
  const run = async (step: string, check: () => Promise<Finding> | Finding): Promise<void> => {
    if (signal.aborted) return
    const { clock, report } = options
    const startedAt = clock.elapsed()
    const found = await withinTime(clock, signal, check)
    if (!signal.aborted) report({ step, ...found, tookMs: Math.round(clock.elapsed() - startedAt) })
  }

  await run('The system has a network', () =>
    systemProbe.isOnline()
      ? { outcome: 'ok', says: 'It says so.' }
      : { outcome: 'odd', says: 'It says that there is none.' },
  )
  for (const address of addresses(server)) {
    const { host, hostname } = new URL(address)
    let isDirect = true
    await run(`Proxy for ${host}`, async () => {
      const proxies = await systemProbe.resolveProxy(address)
      isDirect = /^\s*DIRECT\b/i.test(proxies)
      return { outcome: 'ok', says: isDirect ? 'None.' : `${proxies.replace(/\s+/g, ' ')}.` }
    })
    await run(`Name of ${host}`, async () => {
      const found = await systemProbe.resolveHost(hostname.replace(/^\[|\]$/g, ''))
      if (found.length > 0) return { outcome: 'ok', says: found.join(', ') }
      return isDirect
        ? { outcome: 'failed', says: 'No address was found for it: look at the DNS settings.' }
        : { outcome: 'odd', says: 'No address was found for it here; the proxy may know one.' }
    })
    await run(`Answer of ${host}`, () => askServer(options, address, signal))
  }
}

/** Both respond without a token: the token endpoint refuses GET, the balance requires authorization. */
function addresses({ platformUrl, serviceApiUrl }: Endpoints): readonly string[] {
  return [`${platformUrl}/getServiceKeys/token`, `${serviceApiUrl}/service/v1/balance`]
}

async function askServer(
  { http, clock }: NetworkChecksOptions,
  url: string,
  signal: AbortSignal,
): Promise<Finding> {
  const request = {
    method: 'GET',
    url,
    headers: { accept: 'application/json' },
    timeoutMs: stepTimeoutMs,
  } as const
  const sent = await http.send(request, signal)
  if (!sent.ok) return { outcome: 'failed', says: `${sent.failure.message} ${meaning(sent.failure)}`.trim() }
  const reply = sent.value
  const clockSays = compareClocks(reply, clock.now())
  const found = judge(reply)
  return clockSays === null
    ? found
    : { outcome: worse(found.outcome, 'odd'), says: `${found.says} ${clockSays}` }
}

const meanings: Partial<Record<FailureKind, string>> = {
  offline: 'Nothing could be reached there: no connection, or something on the way refuses it.',
  timeout: 'Something on the way swallows the request: a firewall, or a network that is not signed in to.',
  tls: 'Its certificate was not accepted: a network that reads along, a sign-in page, or a wrong clock.',
  proxy: 'The proxy can’t be reached, or lets nothing through to there.',
  'proxy-auth': 'The proxy wants a name and a password, which the window asks for.',
  redirected:
    'A network’s sign-in page does that. Open any page in a browser, and sign in to the network there.',
  server: 'The connection stands, but the answer can’t be read.',
}

function meaning({ kind }: Failure): string {
  return meanings[kind] ?? ''
}

function judge({ status, headers, body }: HttpReply): Finding {
  const answered = `HTTP ${status}`
  if (status === 407)
    return { outcome: 'failed', says: `${answered}: the proxy wants a name and a password.` }
  if (!isJson(body)) {
    const what = /html/i.test(headers['content-type'] ?? '') || /^\s*</.test(body) ? 'a web page' : 'no JSON'
    return {
      outcome: 'failed',
      says: `${answered} with ${what}: not the service, but something on the way, such as a network’s sign-in page.`,
    }
  }
  if (status >= 500) return { outcome: 'odd', says: `${answered}: the service is in trouble.` }
  return { outcome: 'ok', says: `${answered} with JSON, as the service answers without a token.` }
}

function isJson(body: string): boolean {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null
  } catch {
    return false
  }
}

/** Null when they agree, or when the response has no Date (RFC 9110 6.6.1). */
function compareClocks({ headers }: HttpReply, now: number): string | null {
  const difference = now - (parseHttpDate(headers.date ?? '', now) ?? now)
  if (Math.abs(difference) <= maxClockDifferenceMs) return null
  const seconds = Math.round(Math.abs(difference) / 1000)
  return `This computer’s clock is ${seconds} s ${difference > 0 ? 'ahead of' : 'behind'} the server’s.`
}

function worse(one: Check['outcome'], other: Check['outcome']): Check['outcome'] {
  const order = ['ok', 'odd', 'failed'] as const
  return order[Math.max(order.indexOf(one), order.indexOf(other))] ?? 'failed'
}

/** A step that hangs must not block the others. */
async function withinTime(
  clock: Clock,
  signal: AbortSignal,
  check: () => Promise<Finding> | Finding,
): Promise<Finding> {
  const done = new AbortController()
  const timeout = clock
    .wait(stepTimeoutMs + 1000, AbortSignal.any([signal, done.signal]))
    .then((): Finding => ({ outcome: 'failed', says: 'No answer in time.' }))
  const looked = (async () => check())().catch(
    (error: unknown): Finding => ({
      outcome: 'failed',
      says: error instanceof Error ? error.message : 'It failed.',
    }),
  )
  const found = await Promise.race([looked, timeout])
  done.abort()
  return found
}
