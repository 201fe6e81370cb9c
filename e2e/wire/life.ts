/** Random scripts for property tests of the app: user actions, faults, passing time and sleep. */
import fc from 'fast-check'
import type { FaultKind, RequestMatch } from '../platform/platform.ts'
import { restartApp, type WireApp } from './wire-app.ts'

export type Step =
  | {
      readonly kind: 'fault'
      readonly fault: FaultKind
      readonly match: RequestMatch
      readonly times: number
    }
  | { readonly kind: 'elapse'; readonly ms: number }
  | { readonly kind: 'sleep'; readonly ms: number }
  | { readonly kind: UserAction }

type UserAction = 'start' | 'approve' | 'deny' | 'cancel' | 'refresh' | 'sign out' | 'restart' | 'try now'

/** Faults that lose no token: the server did nothing, or its response arrived whole. */
export const losslessFaults: readonly FaultKind[] = [
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

/** Faults that may lose a token: the server may have handled the request, but its response is unusable. */
export const lossyFaults: readonly FaultKind[] = [
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

const matchOptions: readonly RequestMatch[] = [
  {},
  { path: '/register' },
  { path: '/device/code' },
  { body: 'device_code=' },
  { body: 'grant_type=refresh_token' },
  { path: '/revoke' },
  { path: '/balance' },
]

const userAction = (...kinds: UserAction[]): fc.Arbitrary<Step> =>
  fc.record({ kind: fc.constantFrom(...kinds) })
const elapse = (maxMs: number): fc.Arbitrary<Step> =>
  fc.record({ kind: fc.constant('elapse' as const), ms: fc.nat(maxMs) })

/** Scripts long enough that most of them sign in, refresh and run into several faults. */
export function steps(faults: readonly FaultKind[]): fc.Arbitrary<readonly Step[]> {
  const fault: fc.Arbitrary<Step> = fc.record({
    kind: fc.constant('fault' as const),
    fault: fc.constantFrom(...faults),
    match: fc.constantFrom(...matchOptions),
    times: fc.integer({ min: 1, max: 3 }),
  })
  const sleep: fc.Arbitrary<Step> = fc.record({ kind: fc.constant('sleep' as const), ms: fc.nat(700_000) })
  const signIn = fc.tuple(
    userAction('start'),
    elapse(8000),
    userAction('approve', 'approve', 'approve', 'deny'),
    elapse(15_000),
  )
  const once = fc
    .oneof(
      { arbitrary: fault, weight: 6 },
      { arbitrary: elapse(900_000), weight: 3 },
      { arbitrary: elapse(15_000), weight: 2 },
      { arbitrary: sleep, weight: 1 },
      { arbitrary: userAction('start', 'approve', 'deny', 'cancel', 'try now'), weight: 3 },
      { arbitrary: userAction('refresh', 'sign out', 'restart'), weight: 2 },
    )
    .map((step) => [step])
  const several = fc.oneof({ arbitrary: once, weight: 6 }, { arbitrary: signIn, weight: 1 })
  return fc.array(several, { minLength: 10, maxLength: 25, size: 'max' }).map((groups) => groups.flat())
}

/** Runs one step, or skips one that does not apply now. Returns the running app, a new one after a restart. */
export async function runStep(harness: WireApp, step: Step): Promise<WireApp> {
  const { clock, control, fault, quiet } = harness.wire
  const { signIn } = harness
  // An expired code can't be approved or denied.
  const isOpen = (userCode: string): boolean =>
    control
      .state()
      .deviceAuthorizations.some(
        (one) => one.userCode === userCode && one.status === 'pending' && !one.expired,
      )
  switch (step.kind) {
    case 'fault':
      fault({ ...step.fault, match: step.match, times: step.times })
      return harness
    case 'elapse':
      await clock.advance(step.ms)
      return harness
    case 'sleep':
      await clock.sleep(step.ms)
      return harness
    case 'approve':
    case 'deny':
      if (signIn.kind === 'waiting' && isOpen(signIn.userCode))
        control[step.kind]({ userCode: signIn.userCode })
      return harness
    case 'cancel':
      await harness.commands['sign-in.cancel']({})
      return harness
    case 'start':
      await harness.start()
      return harness
    case 'try now':
      await harness.commands['sign-in.try-now']({})
      return harness
    case 'refresh':
      await harness.read()
      return harness
    case 'sign out': {
      const organisationId = harness.organisation?.id ?? ''
      // Not awaited: it waits for a refresh that a fault may hold until time passes.
      void harness.commands['organisation.sign-out']({ organisationId, forget: false })
      await quiet()
      return harness
    }
    case 'restart':
      // Lets pending work finish first, as it does within the seconds that a quit may take.
      await clock.advance(200_000)
      return restartApp(harness)
  }
}
