/** Laws of a whole life: whatever fails and whatever people do, the app ends in a state that it has words for. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answering, losing, type Step, steps, take } from './life.ts'
import { expectLawful } from './wire.ts'
import { startedApp, type WireApp } from './wire-app.ts'

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

/** Lives through the steps, then lets all faults end and everything come to rest. */
async function live(script: readonly Step[], check: (its: WireApp) => void | Promise<void>): Promise<void> {
  const app = await startedApp()
  try {
    await liveWith(app, script, check)
  } finally {
    await app.wire.platform.close()
  }
}

async function liveWith(
  app: WireApp,
  script: readonly Step[],
  check: (its: WireApp) => void | Promise<void>,
): Promise<void> {
  let its = app
  const { wire } = its
  for (const step of script) {
    const before = its.signIn.kind
    const known = its.app.state.current.organisations.length
    its = await take(its, step)
    expectDefined(its)
    // After a cancel nothing that is on its way signs anybody in.
    if (step.kind === 'cancel' && before !== 'storing') {
      expect(its.signIn.kind).toBe('idle')
      await wire.clock.advance(60_000)
      expect(its.app.state.current.organisations.length).toBeLessThanOrEqual(known)
    }
  }
  wire.control.clearFaults()
  await wire.quiet()
  await wire.clock.advance(3600_000)
  expectDefined(its)
  await check(its)
  await its.quit()
  expect(wire.clock.waiting).toBe(0)
  await expectLawful(wire)
}

/** The grants that the server still honours. */
const alive = ({ wire }: WireApp) => {
  const { grants, now } = wire.control.state()
  return grants.filter((one) => one.revoked === null && one.refreshTokenExpiresAt > now)
}

const lost = /drop-after|cut-off|empty-body|not-json|huge-body/
const lostRefreshes = ({ wire }: WireApp): number =>
  wire.control.requests().filter(({ body, note }) => body.includes('refresh_token=') && lost.test(note ?? ''))
    .length

test(
  'law: as long as the answers arrive, no token is lost and no grant is left behind',
  { timeout: 30_000 },
  () =>
    fc.assert(
      fc.asyncProperty(steps(answering), (script) =>
        live(script, (its) => {
          const { organisations, pendingSignOuts, signIn } = its.app.state.current
          for (const one of organisations)
            expect(one).toMatchObject({ trouble: null, session: { kind: 'active' } })
          expect(pendingSignOuts).toEqual([])
          expect(alive(its)).toHaveLength(organisations.length)
          expect(['idle', 'ended']).toContain(signIn.kind)
        }),
      ),
      { numRuns: 50, interruptAfterTimeLimit: 20_000 },
    ),
)

test(
  'law: whatever is lost, every fault ends in a defined state, and a new sign-in works',
  { timeout: 30_000 },
  () =>
    fc.assert(
      fc.asyncProperty(steps([...answering, ...losing]), (script) =>
        live(script, async (its) => {
          for (const { session, trouble } of its.app.state.current.organisations) {
            if (session.kind === 'active') expect(trouble).toBeNull()
          }
          expect(its.app.state.current.pendingSignOuts).toEqual([])
          // Presented twice only where no usable answer came back.
          const { reusedRefreshTokens } = its.wire.control.stats()
          expect(reusedRefreshTokens).toBeLessThanOrEqual(lostRefreshes(its))
          its.wire.expectedReuse = reusedRefreshTokens
          await its.start()
          await its.approve()
          expect(its.app.state.current).toMatchObject({
            signIn: { kind: 'idle' },
            organisations: [{ session: { kind: 'active' }, trouble: null }],
          })
        }),
      ),
      { numRuns: 50, interruptAfterTimeLimit: 20_000 },
    ),
)
