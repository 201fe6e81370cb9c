import { expect, test } from 'vitest'
import type { Organisation } from '../preload/contract/index.ts'
import { sampleNow, sampleOrganisation } from '../preload/testing/samples.ts'
import { totalOf } from './organisation-total.ts'

const balance = { creditCents: 0, heldCents: 0, spendableCents: 500, invoiced: false, readAt: sampleNow }
const organisation = (change: Partial<Organisation> = {}) => sampleOrganisation({ balance, ...change })

test('sums what is prepaid, known and signed in, and counts the rest by reason', () => {
  const total = totalOf([
    organisation(),
    organisation({ balance: { ...balance, spendableCents: -200 } }),
    organisation({ balance: { ...balance, spendableCents: 9999, invoiced: true } }),
    organisation({ session: { kind: 'sign-in-again', since: sampleNow } }),
    organisation({ session: { kind: 'sign-in-again', since: sampleNow } }),
    organisation({ session: { kind: 'unreadable', since: sampleNow } }),
    organisation({ session: { kind: 'signing-out' } }),
    organisation({ balance: null }),
  ])
  expect(total).toEqual({
    cents: 300,
    counted: 2,
    all: 8,
    leftOut: [
      ['invoiced', 1],
      ['signInAgain', 2],
      ['unreadable', 1],
      ['signingOut', 1],
      ['notRead', 1],
    ],
    stale: 0,
  })
})

test('counts an amount that can’t be refreshed, and says so', () => {
  const trouble = { failure: { kind: 'offline', message: '', retryable: true } as const, since: sampleNow }
  expect(totalOf([organisation(), organisation({ trouble })])).toMatchObject({
    cents: 1000,
    counted: 2,
    stale: 1,
  })
})
