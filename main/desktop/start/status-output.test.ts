import { expect, test } from 'vitest'
import { sampleNow, sampleOrganisation, sampleState } from '../../../preload/testing/samples.ts'
import { terminal } from '../../../words/terminal.ts'
import { type OrganizationStatus, statusOf } from '../../state/status/document.ts'
import { statusLine } from './status-line.ts'
import { statusOutput } from './status-output.ts'

const balance = {
  creditCents: 20_000,
  heldCents: 1580,
  spendableCents: 18_420,
  invoiced: false,
  readAt: sampleNow,
}
const all = { json: false, watch: false, organization: null }

function statusWith(...organisations: Parameters<typeof sampleOrganisation>[0][]) {
  return statusOf(sampleState({ organisations: organisations.map(sampleOrganisation) }), sampleNow)
}

const named = (...names: readonly string[]) => statusWith(...names.map((name) => ({ name, balance })))

test.each([
  [['Acme', 'Acme Labs'], 'Acme', 'Acme'],
  [['ACME', 'Acme'], 'Acme', 'Acme'],
  [['Acme', 'Acme Labs'], 'acme', 'Acme'],
  [['Acme Labs', 'Other'], 'ac', 'Acme Labs'],
  [['Zoe\u0308', 'Other'], 'ZOË', 'Zoe\u0308'],
])('of %j, %j means %j', (names, wanted, name) => {
  const { code, text } = statusOutput(named(...names), { ...all, organization: wanted })
  expect([code, text.split(':')[0]]).toEqual([0, name])
})

test('lists the candidates for an ambiguous or unknown name, without output on stdout', () => {
  const status = named('Acme', 'Acme Labs', 'Other')
  expect(statusOutput(status, { ...all, organization: 'a' })).toEqual({
    code: 2,
    text: '',
    error: terminal.ambiguousOrganization('a', ['Acme', 'Acme Labs']),
  })
  expect(statusOutput(status, { ...all, json: true, organization: 'b' })).toEqual({
    code: 2,
    text: '',
    error: terminal.noOrganization('b', ['Acme', 'Acme Labs', 'Other']),
  })
})

test.each([
  ['healthy', { balance }, 0],
  ['not loaded yet', {}, 0],
  ['below the notice', { balance, alerts: [{ kind: 'spendable', since: 0 }] }, 5],
  ['few days left', { balance, alerts: [{ kind: 'days-left', since: 0 }] }, 5],
  ['spending fast', { balance, alerts: [{ kind: 'spending', since: 0 }] }, 0],
  ['nothing left, without a notice', { balance: { ...balance, spendableCents: 0 } }, 5],
  ['sign in again', { balance, session: { kind: 'sign-in-again', since: 0 } }, 4],
  ['keyring locked', { session: { kind: 'unreadable', since: 0 } }, 4],
  ['pays by invoice', { balance: { ...balance, spendableCents: 0, invoiced: true } }, 0],
] as const)('%s: the exit code', (_what, change, code) => {
  expect(statusOutput(statusWith(change), all).code).toBe(code)
  expect(statusOutput(statusWith({ balance }, change), { ...all, json: true }).code).toBe(code)
})

test('explains how to sign in without a sign-in, and keeps JSON valid', () => {
  expect(statusOutput(statusWith(), all)).toEqual({ code: 4, text: '', error: terminal.notSignedIn })
  const { code, text, error } = statusOutput(statusWith(), { ...all, json: true })
  expect([code, JSON.parse(text).organizations, error]).toEqual([4, [], null])
})

test('prints watched JSON as one line for each change', () => {
  expect(statusOutput(named('Acme'), { ...all, json: true }).text).toContain('\n')
  expect(statusOutput(named('Acme'), { ...all, json: true, watch: true }).text).not.toContain('\n')
})

const line = (change: Parameters<typeof sampleOrganisation>[0]) =>
  statusLine(statusWith(change).organizations[0] as OrganizationStatus, sampleNow).replace(
    /as of [^,]*/,
    'as of T',
  )

test.each([
  [{ balance }, 'Halden Research: $184.20 spendable, as of T'],
  [{}, 'Halden Research: not loaded yet'],
  [{ balance: { ...balance, invoiced: true } }, 'Halden Research: pays by invoice'],
  [
    { balance, session: { kind: 'sign-in-again', since: 0 } },
    'Halden Research: $184.20 spendable, as of T, sign in again',
  ],
  [{ balance, staleAt: 0 }, 'Halden Research: $184.20 spendable, as of T, not up to date'],
  [{ session: { kind: 'signing-out' } }, 'Halden Research: not loaded yet, signing out'],
  [
    { balance: { ...balance, spendableCents: -410 }, alerts: [{ kind: 'spendable', since: 0 }] },
    'Halden Research: -$4.10 spendable, as of T, low balance',
  ],
  [{ name: 'A\u001b[31m\n\u202eb👩\u200d🔬' }, 'A[31mb👩\u200d🔬: not loaded yet'],
] as const)('%j is one line', (change, expected) => {
  expect(line(change)).toBe(expected)
})
