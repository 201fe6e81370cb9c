import { describe, expect, test } from 'vitest'
import type { AppState, Failure, Notice, Organisation, Session } from '../preload/contract/index.ts'
import { sampleOrganisation } from '../preload/testing/samples.ts'
import { chooseStrip } from './choose-strip.ts'
import { expiryWarningMs } from './organisation-status.ts'

const now = 1_800_000_000_000
const failure: Failure = { kind: 'offline', message: '', retryable: true }
const noProxy = { challenge: null, saved: [] }
const trouble = { failure, since: now }

const active: Session & { kind: 'active' } = {
  kind: 'active',
  keeping: 'encrypted',
  renewedAt: 0,
  authorizedAt: 0,
  accessUntil: now,
  signInUntil: null,
  authorizationUntil: null,
  unsaved: null,
}

const organisation = (change: Partial<Organisation> = {}): Organisation =>
  sampleOrganisation({ session: active, ...change })

function chosenKind(
  current: Organisation | null,
  notices: readonly Notice[] = [],
  signIn: AppState['signIn'] = { kind: 'idle' },
): string | undefined {
  const strip = chooseStrip({ notices, signIn, proxy: noProxy }, current, now)
  return strip?.kind === 'notice' ? strip.notice.kind : strip?.kind
}

describe('choosing the strip', () => {
  test('shows none when nothing is wrong', () => {
    expect(chosenKind(organisation())).toBeUndefined()
    expect(chosenKind(null)).toBeUndefined()
  })

  test('puts a proxy that asks for a password first', () => {
    const challenge = { id: 1, proxy: 'p:1', realm: '', username: null, refused: false, keeping: null }
    const proxy = { challenge, saved: [] }
    const current = organisation({ session: { kind: 'sign-in-again', since: now } })
    for (const shown of [current, null]) {
      expect(chooseStrip({ notices: [], signIn: { kind: 'idle' }, proxy }, shown, now)?.kind).toBe('proxy')
    }
  })

  test('puts a broken sign-in before everything except the proxy', () => {
    const notices: Notice[] = [
      { kind: 'storage', failure },
      { kind: 'no-tray', closing: 'minimises' },
    ]
    const change = { trouble, arrived: { insteadOf: null } }
    expect(
      chosenKind(organisation({ ...change, session: { kind: 'sign-in-again', since: now } }), notices),
    ).toBe('sign-in-again')
    expect(
      chosenKind(organisation({ ...change, session: { kind: 'unreadable', since: now } }), notices),
    ).toBe('unreadable')
    expect(chosenKind(organisation({ ...change, session: { ...active, unsaved: failure } }), notices)).toBe(
      'unsaved',
    )
  })

  test('puts storage failures before the organisation, and hints after it', () => {
    const current = organisation({ trouble })
    expect(chosenKind(current, [{ kind: 'lives-in-tray' }, { kind: 'storage', failure }])).toBe('storage')
    expect(chosenKind(current, [{ kind: 'file-set-aside', file: 'a.json' }])).toBe('file-set-aside')
    expect(chosenKind(current, [{ kind: 'lives-in-tray' }])).toBe('trouble')
    expect(
      chosenKind(organisation(), [{ kind: 'lives-in-tray' }, { kind: 'no-tray', closing: 'minimises' }]),
    ).toBe('no-tray')
  })

  test('names a new organisation before its problems', () => {
    expect(chosenKind(organisation({ arrived: { insteadOf: null }, trouble }))).toBe('just-arrived')
  })

  test('announces an authorization that ends within three days', () => {
    const until = (authorizationUntil: number) => organisation({ session: { ...active, authorizationUntil } })
    expect(chosenKind(until(now + expiryWarningMs))).toBeUndefined()
    expect(chosenKind(until(now + expiryWarningMs - 1))).toBe('ends-soon')
  })

  test('shows alerts after sign-in problems, before hints, and not while they are snoozed', () => {
    const alerts = [
      { kind: 'days-left', since: now },
      { kind: 'spendable', since: now },
    ] as const
    expect(chosenKind(organisation({ alerts }), [{ kind: 'no-tray', closing: 'minimises' }])).toBe('alert')
    expect(chosenKind(organisation({ alerts, trouble }))).toBe('trouble')
    expect(chosenKind(organisation({ alerts, session: { kind: 'unreadable', since: now } }))).toBe(
      'unreadable',
    )
    expect(chosenKind(organisation({ alerts, snoozedUntil: now + 1 }))).toBeUndefined()
    expect(chosenKind(organisation({ alerts, snoozedUntil: now }))).toBe('alert')
    const strip = chooseStrip(
      { notices: [], signIn: { kind: 'idle' }, proxy: noProxy },
      organisation({ alerts }),
      now,
    )
    expect(strip).toMatchObject({ alert: { kind: 'days-left' } })
  })

  test('shows nothing for an organisation that is being signed out', () => {
    expect(
      chosenKind(organisation({ session: { kind: 'signing-out' }, trouble, arrived: { insteadOf: null } })),
    ).toBeUndefined()
  })

  test('points to a sign-in that needs the user, except on the sign-in screens', () => {
    const waits: AppState['signIn'] = { kind: 'consent', canPersist: true }
    const ended: AppState['signIn'] = {
      kind: 'ended',
      failure,
      permissions: [],
      again: null,
      userCode: null,
      lifetimeMs: null,
    }
    const strip = (signIn: AppState['signIn'], on: Organisation | null) =>
      chooseStrip({ notices: [], signIn, proxy: noProxy }, on, now)
    expect(strip(waits, organisation())).toEqual({ kind: 'sign-in', signIn: 'consent' })
    expect(strip(ended, organisation())).toEqual({ kind: 'sign-in', signIn: 'ended' })
    expect(strip(ended, null)).toBeNull()
    expect(strip({ kind: 'idle' }, organisation())).toBeNull()
  })

  test('puts an update after every problem', () => {
    const update = { kind: 'update', version: '0.2.0', by: null } as const
    expect(chosenKind(organisation(), [{ kind: 'lives-in-tray' }, update])).toBe('update')
    expect(chosenKind(organisation({ trouble }), [update])).toBe('trouble')
  })

  test('shows only notices before the first sign-in', () => {
    expect(chosenKind(null, [{ kind: 'no-tray', closing: 'minimises' }])).toBe('no-tray')
  })
})
