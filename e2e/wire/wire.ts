/**
 * Connects the client's real modules to the stand-in over real HTTP, with both clocks controlled by the test, and checks
 * the invariants of every wire test.
 */
import { expect } from 'vitest'
import { AccountApi } from '../../main/parallel/account-api.ts'
import { Exchange } from '../../main/parallel/exchange.ts'
import { OAuth } from '../../main/parallel/oauth.ts'
import type { Http } from '../../main/ports.ts'
import { settle } from '../../main/testing/virtual-clock.ts'
import { type Fault, type PlatformOptions, startPlatform } from '../platform/platform.ts'
import { LockstepClock } from './lockstep-clock.ts'
import { nodeHttp } from './node-http.ts'

/** Longer than any request in a test; reaching it means a bug. */
const stuckTimeoutMs = 5000

export type Sent = { readonly path: string; readonly body: string; readonly at: number }
export type Wire = Awaited<ReturnType<typeof startWire>>

/** Starts a stand-in and connects the client's modules to it. */
export async function startWire(options: PlatformOptions = {}) {
  const platform = await startPlatform(options)
  const { control, platformUrl, serviceApiUrl } = platform
  let hasHoldFault = false

  const held = (): number =>
    control.requests().filter(({ done, note }) => !done && /\b(hold|delay)\b/.test(note ?? '')).length

  const quiet = async (): Promise<void> => {
    const startedAt = performance.now()
    for (;;) {
      await settle()
      if (net.inFlight === 0 || (hasHoldFault && held() === net.inFlight)) return
      if (performance.now() - startedAt > stuckTimeoutMs)
        throw new Error(`${net.inFlight} requests are stuck`)
    }
  }
  const clock = new LockstepClock({ moveServer: (ms) => control.advanceClock(ms), quiet })
  const net = nodeHttp([new URL(platformUrl).origin, new URL(serviceApiUrl).origin], (ms, end, signal) => {
    void clock.wait(ms, signal).then((how) => how === 'elapsed' && end())
  })
  const sent: Sent[] = []
  const http: Http = {
    send(request, signal) {
      sent.push({ path: new URL(request.url).pathname, body: request.body ?? '', at: clock.elapsed() })
      return net.send(request, signal)
    },
  }
  const exchange = new Exchange(http, clock)
  const endpoints = { platformUrl, serviceApiUrl }
  return {
    platform,
    control,
    endpoints,
    clock,
    quiet,
    http,
    /** The requests that the client sent, by its clock. */
    sent,
    oauth: new OAuth(exchange, endpoints),
    api: new AccountApi(exchange, endpoints),
    /** Everything that the client logged or showed: it must contain no secret. */
    output: [] as string[],
    /** Set by tests in which a lost response makes reuse of a refresh token unavoidable. */
    expectedReuse: 0,
    /** Scripts a fault. */
    fault(fault: Fault): string {
      if (fault.kind === 'hold' || fault.kind === 'delay') hasHoldFault = true
      return control.fault(fault)
    },
    /** Resumes the requests that a `hold` keeps open. */
    async release(id: string): Promise<void> {
      control.clearFaults(id)
      hasHoldFault = false
      await quiet()
    },
    requests: (path: string, body = '') =>
      sent.filter((one) => one.path.endsWith(path) && one.body.includes(body)),
  }
}

/** Every secret that the stand-in has issued. */
export function issuedSecrets({ control }: Wire): readonly string[] {
  return Object.values(control.secrets()).flat()
}

/** For every `afterEach`: no early poll, no reused token, no secret in the output. */
export async function expectInvariants(wire: Wire): Promise<void> {
  const { earlyPolls, immediateFirstPolls, reusedRefreshTokens, foreignRequests } = wire.control.stats()
  await wire.platform.close()
  expect({ earlyPolls, immediateFirstPolls, foreignRequests }).toEqual({
    earlyPolls: 0,
    immediateFirstPolls: 0,
    foreignRequests: 0,
  })
  expect(reusedRefreshTokens).toBe(wire.expectedReuse)
  const output = wire.output.join('\n')
  for (const secret of issuedSecrets(wire)) expect(output).not.toContain(secret)
}
