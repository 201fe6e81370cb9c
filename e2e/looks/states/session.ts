import type { AppState, Organisation } from '../../../preload/contract/state.ts'
import { sampleNow, sampleSystem } from '../../../preload/testing/samples.ts'
import { activeSession, dayMs, failure, halden, hourMs, minuteMs } from '../samples.ts'
import { at, type ScreenState } from './build-state.ts'

const session = (change: Partial<Organisation>, more: Partial<AppState> = {}): AppState =>
  at('session', halden(change), more)

export const sessionStates: readonly ScreenState[] = [
  { name: 'session', state: session({}), shows: 'Sign out…', alsoZoomed: true },
  {
    name: 'session-ends-soon',
    state: session({
      permissions: ['see'],
      session: { ...activeSession, keeping: 'plain', authorizationUntil: sampleNow + 2 * dayMs },
    }),
    shows: 'Sign out…',
  },
  {
    name: 'session-memory',
    state: session({
      session: {
        ...activeSession,
        keeping: 'memory',
        signInUntil: null,
        authorizationUntil: null,
        unsaved: failure('storage'),
      },
    }),
    shows: 'Sign out…',
  },
  {
    name: 'session-ended',
    state: session({ session: { kind: 'sign-in-again', since: sampleNow - hourMs } }),
    shows: 'Sign in again',
  },
  {
    name: 'session-unreadable',
    state: session({ session: { kind: 'unreadable', since: sampleNow - hourMs } }),
    shows: 'Restart',
  },
  {
    name: 'session-unreadable-windows',
    state: session(
      { session: { kind: 'unreadable', since: sampleNow - hourMs } },
      { systemInfo: { ...sampleSystem, platform: 'windows' } },
    ),
    shows: 'Windows can’t open the stored sign-in',
  },
  {
    name: 'session-pending',
    state: session(
      { session: { kind: 'signing-out' } },
      {
        pendingSignOuts: [
          {
            organisationId: 'org_9',
            organisationName: 'Brightwater Labs',
            since: sampleNow - hourMs,
            until: sampleNow + 9 * dayMs,
            nextTryAt: sampleNow + 4 * minuteMs,
          },
        ],
      },
    ),
    shows: 'signed out here',
  },
]
