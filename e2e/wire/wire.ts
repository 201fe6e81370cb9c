/**
 * The client's real parts before the strict stand-in, over real HTTP, with both clocks in the test's hands;
 * and what holds in every test, whatever it is about.
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

/** Longer than any request takes in a test; only a mistake gets there. */
const stuckAfterMs = 5000

export type Sent = { readonly path: string; readonly body: string; readonly at: number }
export type Wire = Awaited<ReturnType<typeof startWire>>

/** Starts a stand-in of its own and connects the client's parts to it. */
export async function startWire(options: PlatformOptions = {}) {
  const platform = await startPlatform(options)
  const { control, platformUrl, serviceApiUrl } = platform
  let mayHold = false

  const held = (): number =>
    control.requests().filter(({ done, note }) => !done && /\b(hold|delay)\b/.test(note ?? '')).length

  const quiet = async (): Promise<void> => {
    const startedAt = performance.now()
    for (;;) {
      await settle()
      if (net.inFlight === 0 || (mayHold && held() === net.inFlight)) return
      if (performance.now() - startedAt > stuckAfterMs) throw new Error(`${net.inFlight} requests are stuck`)
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
    /** What the client sent, by its own clock. */
    sent,
    oauth: new OAuth(exchange, endpoints),
    api: new AccountApi(exchange, endpoints),
    /** What the client said to anybody: no secret may be in it. */
    said: [] as string[],
    /** Raised by a test in which a lost answer makes reuse unavoidable. */
    expectedReuse: 0,
    /** Scripts a fault. */
    fault(fault: Fault): string {
      if (fault.kind === 'hold' || fault.kind === 'delay') mayHold = true
      return control.fault(fault)
    },
    /** Lets go of what a `hold` keeps open. */
    async release(id: string): Promise<void> {
      control.clearFaults(id)
      mayHold = false
      await quiet()
    },
    requests: (path: string, body = '') =>
      sent.filter((one) => one.path.endsWith(path) && one.body.includes(body)),
  }
}

/** Every secret that the stand-in has given out. */
export function secretsOf({ control }: Wire): readonly string[] {
  return Object.values(control.secrets()).flat()
}

/** For every `afterEach`: never polls early, never reuses a token, never tells a secret. */
export async function expectLawful(wire: Wire): Promise<void> {
  const { earlyPolls, immediateFirstPolls, reusedRefreshTokens, foreignRequests } = wire.control.stats()
  await wire.platform.close()
  expect({ earlyPolls, immediateFirstPolls, foreignRequests }).toEqual({
    earlyPolls: 0,
    immediateFirstPolls: 0,
    foreignRequests: 0,
  })
  expect(reusedRefreshTokens).toBe(wire.expectedReuse)
  const said = wire.said.join('\n')
  for (const secret of secretsOf(wire)) expect(said).not.toContain(secret)
}
