/**
 * The document that holds all that is kept of one organisation: everything but the secrets in the clear, the
 * secrets in one ciphertext. One document an organisation, so that trouble in one never touches another, and so
 * that a sign-out is one write: the grant leaves and its refresh token becomes a pending revocation.
 */
import * as v from 'valibot'
import { text, time } from '../../storage/fields.ts'

const keeping = v.picklist(['encrypted', 'plain'])

/** As version 1 had it: without the beginnings of the clocks. */
const grantMembers = {
  /** `plain`: the user agreed to keep the secrets with a key that anybody can know. */
  keeping,
  clientId: text,
  scope: v.array(text),
  accessUntil: time,
  signInUntil: v.nullable(time),
  authorizationUntil: v.nullable(time),
  /** When the server said that the grant has ended. */
  endedAt: v.nullable(time),
}

const members = {
  /** A token is never sent to another pair of servers than this. */
  server: v.object({ platformUrl: text, serviceApiUrl: text }),
  organisation: v.object({ id: text, name: text }),
  signedInAt: time,
  /** `grantSecrets` as JSON, encrypted, base64; null when there are none. */
  sealed: v.nullable(text),
  /** Ciphertexts of earlier sign-ins that couldn't be opened when they were replaced or signed out. */
  unopened: v.array(v.object({ sealed: text, since: time, until: v.nullable(time) })),
}

const version1 = v.object({
  version: v.literal(1),
  ...members,
  grant: v.nullable(v.object(grantMembers)),
})

const version2 = v.object({
  version: v.literal(2),
  ...members,
  /** Null once signed out, while revocations are still to be delivered. */
  grant: v.nullable(v.object({ ...grantMembers, authorizedAt: time, renewedAt: time })),
})

export type GrantDocument = v.InferOutput<typeof version2>

/** Reads every version there ever was as the newest. */
export const grantDocument: v.GenericSchema<unknown, GrantDocument> = v.union([
  version2,
  v.pipe(version1, v.transform(upgraded)),
])

/**
 * When the tokens came, and when the person approved, wasn't kept: it follows from what the service's tokens usually
 * last (10 minutes, 90 days).
 */
function upgraded(document: v.InferOutput<typeof version1>): GrantDocument {
  const { grant, signedInAt } = document
  const began = (until: number | null, lifetimeMs: number): number =>
    until === null ? signedInAt : Math.max(signedInAt, until - lifetimeMs)
  return {
    ...document,
    version: 2,
    grant: grant && {
      ...grant,
      authorizedAt: began(grant.authorizationUntil, 90 * 24 * 3600_000),
      renewedAt: began(grant.accessUntil, 600_000),
    },
  }
}

export const grantSecrets = v.object({
  tokens: v.nullable(v.object({ accessToken: text, refreshToken: text })),
  revocations: v.array(v.object({ keeping, refreshToken: text, since: time, until: v.nullable(time) })),
})

export type GrantSecrets = v.InferOutput<typeof grantSecrets>
