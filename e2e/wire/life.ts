/** What may happen in the life of the app, as fast-check chooses it: things people do, and things that go wrong. */
import fc from 'fast-check'
import type { FaultKind, RequestMatch } from '../platform/platform.ts'
import { restarted, type WireApp } from './wire-app.ts'

export type Step =
  | {
      readonly kind: 'fault'
      readonly fault: FaultKind
      readonly match: RequestMatch
      readonly times: number
    }
  | { readonly kind: 'pass'; readonly ms: number }
  | { readonly kind: 'sleep'; readonly ms: number }
  | { readonly kind: Act }

type Act = 'start' | 'approve' | 'deny' | 'cancel' | 'refresh' | 'sign out' | 'restart' | 'try now'

/** Nothing was done by the server, or its answer came whole: no token can be lost by these. */
export const answering: readonly FaultKind[] = [
  { kind: 'drop' },
  { kind: 'html' },
  { kind: 'html', status: 200 },
  { kind: 'html', status: 401 },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 503, body: '', headers: { 'retry-after': '20' } },
  { kind: 'rate-limit', retryAfterSeconds: 40 },
  { kind: 'redirect' },
  { kind: 'slow-down' },
  { kind: 'set-cookie' },
  { kind: 'cacheable' },
  { kind: 'hold' },
]

/** The server has done its work, but its answer is of no use. */
export const losing: readonly FaultKind[] = [
  { kind: 'drop-after' },
  { kind: 'cut-off' },
  { kind: 'empty-body' },
  { kind: 'not-json' },
  { kind: 'huge-body' },
  { kind: 'oauth-error', error: 'invalid_client' },
  { kind: 'oauth-error', error: 'invalid_grant' },
  { kind: 'oauth-error', error: 'access_denied' },
  { kind: 'status', status: 401, body: { detail: 'Unauthorized' } },
  { kind: 'status', status: 422, body: { detail: [{ loc: ['body'], msg: 'odd' }] } },
]

const everywhere: readonly RequestMatch[] = [
  {},
  { path: '/register' },
  { path: '/device/code' },
  { body: 'device_code=' },
  { body: 'grant_type=refresh_token' },
  { path: '/revoke' },
  { path: '/balance' },
]

const act = (...kinds: Act[]): fc.Arbitrary<Step> => fc.record({ kind: fc.constantFrom(...kinds) })
const pass = (longestMs: number): fc.Arbitrary<Step> =>
  fc.record({ kind: fc.constant('pass' as const), ms: fc.nat(longestMs) })

/** Scripts long enough that most of them sign in, refresh, and meet several faults. */
export function steps(faults: readonly FaultKind[]): fc.Arbitrary<readonly Step[]> {
  const fault: fc.Arbitrary<Step> = fc.record({
    kind: fc.constant('fault' as const),
    fault: fc.constantFrom(...faults),
    match: fc.constantFrom(...everywhere),
    times: fc.integer({ min: 1, max: 3 }),
  })
  const sleep: fc.Arbitrary<Step> = fc.record({ kind: fc.constant('sleep' as const), ms: fc.nat(700_000) })
  const signIn = fc.tuple(
    act('start'),
    pass(8000),
    act('approve', 'approve', 'approve', 'deny'),
    pass(15_000),
  )
  const once = fc
    .oneof(
      { arbitrary: fault, weight: 6 },
      { arbitrary: pass(900_000), weight: 3 },
      { arbitrary: pass(15_000), weight: 2 },
      { arbitrary: sleep, weight: 1 },
      { arbitrary: act('start', 'approve', 'deny', 'cancel', 'try now'), weight: 3 },
      { arbitrary: act('refresh', 'sign out', 'restart'), weight: 2 },
    )
    .map((step) => [step])
  const several = fc.oneof({ arbitrary: once, weight: 6 }, { arbitrary: signIn, weight: 1 })
  return fc.array(several, { minLength: 10, maxLength: 25, size: 'max' }).map((groups) => groups.flat())
}

/** Does one step; what makes no sense at this moment is left undone. Returns the app that goes on. */
export async function take(its: WireApp, step: Step): Promise<WireApp> {
  const { clock, control, fault, quiet } = its.wire
  const { signIn } = its
  // Nobody can approve what has expired on the server.
  const isOpen = (userCode: string): boolean =>
    control
      .state()
      .deviceAuthorizations.some(
        (one) => one.userCode === userCode && one.status === 'pending' && !one.expired,
      )
  switch (step.kind) {
    case 'fault':
      fault({ ...step.fault, match: step.match, times: step.times })
      return its
    case 'pass':
      await clock.advance(step.ms)
      return its
    case 'sleep':
      await clock.sleep(step.ms)
      return its
    case 'approve':
    case 'deny':
      if (signIn.kind === 'waiting' && isOpen(signIn.userCode))
        control[step.kind]({ userCode: signIn.userCode })
      return its
    case 'cancel':
      await its.commands['sign-in.cancel']({})
      return its
    case 'start':
      await its.start()
      return its
    case 'try now':
      await its.commands['sign-in.try-now']({})
      return its
    case 'refresh':
      await its.read()
      return its
    case 'sign out': {
      const organisationId = its.organisation?.id ?? ''
      // Not awaited: it waits for a refresh that may be held until time passes.
      void its.commands['organisation.sign-out']({ organisationId, forget: false })
      await quiet()
      return its
    }
    case 'restart':
      // What is under way ends first, as it does within the seconds that a quit may take.
      await clock.advance(200_000)
      return restarted(its)
  }
}
