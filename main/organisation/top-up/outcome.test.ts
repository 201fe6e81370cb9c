import { expect, test } from 'vitest'
import { failed, ok } from '../../../preload/contract/index.ts'
import type { BalanceReading } from '../../parallel/account-api.ts'
import { failure } from '../../parallel/failures.ts'
import { outcomeOf } from './outcome.ts'

const organisationId = 'org_1'
const reading = (id: string): BalanceReading => ({
  organisationId: id,
  creditCents: 100,
  heldCents: 0,
  invoiced: false,
})
const offline = failure('offline', 'dropped')
const notSent = failure('offline', 'refused', { notSent: true })

test('treats only a balance of this organisation as success', () => {
  for (const repeated of [false, true]) {
    const outcome = (id: string) =>
      outcomeOf({ organisationId, repeated, last: null, called: ok(reading(id)) })
    expect(outcome('org_1')).toEqual({ kind: 'added', reading: reading('org_1') })
    expect(outcome('org_2')).toMatchObject({ kind: 'unknown', failure: { kind: 'server' } })
  }
})

test.each([
  ['a decline', failure('declined', '402'), 'not-charged', 'not-charged'],
  ['a refusal', failure('forbidden', '403'), 'not-charged', 'unknown'],
  ['a request that never left this machine', notSent, 'not-charged', 'unknown'],
  ['a connection that dropped', offline, 'unknown', 'unknown'],
  ['an error of the server', failure('server', '500'), 'unknown', 'unknown'],
  ['one that is still running', failure('conflict', '409'), 'unknown', 'unknown'],
  ['a rate limit', failure('rate-limited', '429'), 'unknown', 'unknown'],
  ['no answer at all', 'lost', 'unknown', 'unknown'],
  ['no request, for want of a token', null, 'not-charged', 'unknown'],
] as const)('%s is certain or not, at the first attempt and at a repeat', (_, last, first, repeat) => {
  const why = failure('offline', 'as the session says it')
  for (const [repeated, kind] of [
    [false, first],
    [true, repeat],
  ] as const)
    expect(outcomeOf({ organisationId, repeated, last, called: failed(why) })).toEqual({ kind, failure: why })
})
