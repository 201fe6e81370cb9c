import { describe, expect, test } from 'vitest'
import type { AppState, Failure, Notice, Organisation, Session } from '../preload/contract/index.ts'
import { sampleOrganisation } from '../preload/testing/samples.ts'
import { chooseStrip, endsSoonMs } from './choose-strip.ts'

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

function chosen(
  one: Organisation | null,
  notices: readonly Notice[] = [],
  signIn: AppState['signIn'] = { kind: 'idle' },
): string | undefined {
  const strip = chooseStrip({ notices, signIn, proxy: noProxy }, one, now)
  return strip?.kind === 'notice' ? strip.notice.kind : strip?.kind
}

describe('the one strip', () => {
  test('none when all is well', () => {
    expect(chosen(organisation())).toBeUndefined()
    expect(chosen(null)).toBeUndefined()
  })

  test('a proxy that wants a password comes before everything', () => {
    const asked = { id: 1, proxy: 'p:1', realm: '', username: null, refused: false, keeping: null }
    const proxy = { challenge: asked, saved: [] }
    const one = organisation({ session: { kind: 'sign-in-again', since: now } })
    for (const shown of [one, null]) {
      expect(chooseStrip({ notices: [], signIn: { kind: 'idle' }, proxy }, shown, now)?.kind).toBe('proxy')
    }
  })

  test('a broken sign-in comes before all but that', () => {
    const notices: Notice[] = [{ kind: 'storage', failure }, { kind: 'no-tray' }]
    const change = { trouble, arrived: { insteadOf: null } }
    expect(chosen(organisation({ ...change, session: { kind: 'sign-in-again', since: now } }), notices)).toBe(
      'sign-in-again',
    )
    expect(chosen(organisation({ ...change, session: { kind: 'unreadable', since: now } }), notices)).toBe(
      'unreadable',
    )
    expect(chosen(organisation({ ...change, session: { ...active, unsaved: failure } }), notices)).toBe(
      'unsaved',
    )
  })

  test('trouble with storing comes before what is on screen, hints come after it', () => {
    const one = organisation({ trouble })
    expect(chosen(one, [{ kind: 'lives-in-tray' }, { kind: 'storage', failure }])).toBe('storage')
    expect(chosen(one, [{ kind: 'file-set-aside', file: 'a.json' }])).toBe('file-set-aside')
    expect(chosen(one, [{ kind: 'lives-in-tray' }])).toBe('trouble')
    expect(chosen(organisation(), [{ kind: 'lives-in-tray' }, { kind: 'no-tray' }])).toBe('no-tray')
  })

  test('whose organisation it is comes before how it does', () => {
    expect(chosen(organisation({ arrived: { insteadOf: null }, trouble }))).toBe('just-arrived')
  })

  test('an authorization that ends within three days is announced', () => {
    const until = (authorizationUntil: number) => organisation({ session: { ...active, authorizationUntil } })
    expect(chosen(until(now + endsSoonMs))).toBeUndefined()
    expect(chosen(until(now + endsSoonMs - 1))).toBe('ends-soon')
  })

  test('low money is said after trouble with the sign-in, before hints, and not when the user has heard enough', () => {
    const alerts = [
      { kind: 'days-left', since: now },
      { kind: 'spendable', since: now },
    ] as const
    expect(chosen(organisation({ alerts }), [{ kind: 'no-tray' }])).toBe('alert')
    expect(chosen(organisation({ alerts, trouble }))).toBe('trouble')
    expect(chosen(organisation({ alerts, session: { kind: 'unreadable', since: now } }))).toBe('unreadable')
    expect(chosen(organisation({ alerts, snoozedUntil: now + 1 }))).toBeUndefined()
    expect(chosen(organisation({ alerts, snoozedUntil: now }))).toBe('alert')
    const strip = chooseStrip(
      { notices: [], signIn: { kind: 'idle' }, proxy: noProxy },
      organisation({ alerts }),
      now,
    )
    expect(strip).toMatchObject({ alert: { kind: 'days-left' } })
  })

  test('nothing is offered for an organisation that is being signed out', () => {
    expect(
      chosen(organisation({ session: { kind: 'signing-out' }, trouble, arrived: { insteadOf: null } })),
    ).toBeUndefined()
  })

  test('a sign-in on another screen is pointed at when it waits or has ended, and only there', () => {
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

  test('a newer version is said after all that is in trouble', () => {
    const update = { kind: 'update', version: '0.2.0', by: null } as const
    expect(chosen(organisation(), [{ kind: 'lives-in-tray' }, update])).toBe('update')
    expect(chosen(organisation({ trouble }), [update])).toBe('trouble')
  })

  test('before the first sign-in only notices are shown', () => {
    expect(chosen(null, [{ kind: 'no-tray' }])).toBe('no-tray')
  })
})
