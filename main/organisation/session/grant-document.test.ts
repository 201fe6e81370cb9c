import * as v from 'valibot'
import { expect, test } from 'vitest'
import { grantDocument } from './grant-document.ts'

const day = 24 * 3600_000
const signedInAt = Date.UTC(2026, 0, 1)

const version1 = {
  version: 1,
  server: { platformUrl: 'https://platform.parallel.ai', serviceApiUrl: 'https://api.parallel.ai/account' },
  organisation: { id: 'org_1', name: 'Halden Research' },
  signedInAt,
  grant: {
    keeping: 'encrypted',
    clientId: 'client-1',
    scope: ['balance:read'],
    accessUntil: signedInAt + 3 * day + 600_000,
    signInUntil: signedInAt + 10 * day,
    authorizationUntil: signedInAt + 92 * day,
    endedAt: null,
  },
  sealed: 'c2VhbGVk',
  unopened: [],
}

test('a document of version 1 is read as version 2: the beginnings of the clocks follow from their ends', () => {
  expect(v.parse(grantDocument, version1)).toEqual({
    ...version1,
    version: 2,
    grant: { ...version1.grant, renewedAt: signedInAt + 3 * day, authorizedAt: signedInAt + 2 * day },
  })
})

test('ends that aren’t known, or come too soon: it began with the sign-in at the earliest', () => {
  const grant = { ...version1.grant, accessUntil: signedInAt + 60_000, authorizationUntil: null }
  expect(v.parse(grantDocument, { ...version1, grant }).grant).toMatchObject({
    renewedAt: signedInAt,
    authorizedAt: signedInAt,
  })
})

test('what is only left to be revoked is read, too', () => {
  expect(v.parse(grantDocument, { ...version1, grant: null })).toMatchObject({ version: 2, grant: null })
})

test('a newer version isn’t understood', () => {
  expect(v.safeParse(grantDocument, { ...version1, version: 3 }).success).toBe(false)
  expect(v.safeParse(grantDocument, { ...version1, version: 2 }).success).toBe(false)
})
