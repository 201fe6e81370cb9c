/** Property tests: under any fault and any user action, the app ends in a defined state. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { losslessFaults, lossyFaults, runStep, type Step, steps } from './life.ts'
import { expectInvariants } from './wire.ts'
import { startApp, type WireApp } from './wire-app.ts'

const signIns = ['idle', 'starting', 'waiting', 'storing', 'ended']
const sessions = ['active', 'sign-in-again', 'signing-out']

function expectDefined({ app }: WireApp): void {
  const { signIn, organisations, view } = app.state.current
  expect(signIns).toContain(signIn.kind)
  for (const { session, trouble } of organisations) {
    expect(sessions).toContain(session.kind)
    expect(trouble?.failure.kind).not.toBe('bug')
  }
  if (signIn.kind === 'ended') expect(signIn.failure.kind).not.toBe('bug')
  if (view.screen === 'overview') expect(organisations.map(({ id }) => id)).toContain(view.organisationId)
}

/** Runs a script, then clears all faults, waits until the app is idle and runs `check`. */
async function runProperty(
  script: readonly Step[],
  check: (harness: WireApp) => void | Promise<void>,
): Promise<void> {
  const app = await startApp()
  try {
    await runScript(app, script, check)
  } finally {
    await app.wire.platform.close()
  }
}

async function runScript(
  app: WireApp,
  script: readonly Step[],
  check: (harness: WireApp) => void | Promise<void>,
): Promise<void> {
  let harness = app
  const { wire } = harness
  for (const step of script) {
    const before = harness.signIn.kind
    const known = harness.app.state.current.organisations.length
    harness = await runStep(harness, step)
    expectDefined(harness)
    // After a cancel no pending request may sign the user in.
    if (step.kind === 'cancel' && before !== 'storing') {
      expect(harness.signIn.kind).toBe('idle')
      await wire.clock.advance(60_000)
      expect(harness.app.state.current.organisations.length).toBeLessThanOrEqual(known)
    }
  }
  wire.control.clearFaults()
  await wire.quiet()
  await wire.clock.advance(3600_000)
  expectDefined(harness)
  await check(harness)
  await harness.quit()
  expect(wire.clock.waiting).toBe(0)
  await expectInvariants(wire)
}

/** The grants that the server still accepts. */
const liveGrants = ({ wire }: WireApp) => {
  const { grants, now } = wire.control.state()
  return grants.filter((one) => one.revoked === null && one.refreshTokenExpiresAt > now)
}

const lost = /drop-after|cut-off|empty-body|not-json|huge-body/
const countLostRefreshes = ({ wire }: WireApp): number =>
  wire.control.requests().filter(({ body, note }) => body.includes('refresh_token=') && lost.test(note ?? ''))
    .length

test('loses no token and leaves no grant behind as long as responses arrive', { timeout: 30_000 }, () =>
  fc.assert(
    fc.asyncProperty(steps(losslessFaults), (script) =>
      runProperty(script, (harness) => {
        const { organisations, pendingSignOuts, signIn } = harness.app.state.current
        for (const one of organisations)
          expect(one).toMatchObject({ trouble: null, session: { kind: 'active' } })
        expect(pendingSignOuts).toEqual([])
        expect(liveGrants(harness)).toHaveLength(organisations.length)
        expect(['idle', 'ended']).toContain(signIn.kind)
      }),
    ),
    { numRuns: 50, interruptAfterTimeLimit: 20_000 },
  ),
)

test('ends in a defined state after every fault, and a new sign-in works', { timeout: 30_000 }, () =>
  fc.assert(
    fc.asyncProperty(steps([...losslessFaults, ...lossyFaults]), (script) =>
      runProperty(script, async (harness) => {
        for (const { session, trouble } of harness.app.state.current.organisations) {
          if (session.kind === 'active') expect(trouble).toBeNull()
        }
        expect(harness.app.state.current.pendingSignOuts).toEqual([])
        // A refresh token is reused only when no usable response arrived.
        const { reusedRefreshTokens } = harness.wire.control.stats()
        expect(reusedRefreshTokens).toBeLessThanOrEqual(countLostRefreshes(harness))
        harness.wire.expectedReuse = reusedRefreshTokens
        await harness.start()
        await harness.approve()
        expect(harness.app.state.current).toMatchObject({
          signIn: { kind: 'idle' },
          organisations: [{ session: { kind: 'active' }, trouble: null }],
        })
      }),
    ),
    { numRuns: 50, interruptAfterTimeLimit: 20_000 },
  ),
)
