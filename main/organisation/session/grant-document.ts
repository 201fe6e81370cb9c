/**
 * The document that holds all that is kept of one organisation: everything but the secrets in the clear, the
 * secrets in one ciphertext. One document an organisation, so that trouble in one never touches another, and so
 * that a sign-out is one write: the grant leaves and its refresh token becomes a pending revocation.
 */
import * as v from 'valibot'
import { text, time } from '../../storage/fields.ts'

const keeping = v.picklist(['encrypted', 'plain'])

export const grantDocument = v.object({
  version: v.literal(1),
  /** A token is never sent to another pair of servers than this. */
  server: v.object({ platformUrl: text, serviceApiUrl: text }),
  organisation: v.object({ id: text, name: text }),
  signedInAt: time,
  /** Null once signed out, while revocations are still to be delivered. */
  grant: v.nullable(
    v.object({
      /** `plain`: the user agreed to keep the secrets with a key that anybody can know. */
      keeping,
      clientId: text,
      scope: v.array(text),
      /** When the person approved. */
      authorizedAt: time,
      /** When the newest tokens came. */
      renewedAt: time,
      accessUntil: time,
      signInUntil: v.nullable(time),
      authorizationUntil: v.nullable(time),
      /** When the server said that the grant has ended. */
      endedAt: v.nullable(time),
    }),
  ),
  /** `grantSecrets` as JSON, encrypted, base64; null when there are none. */
  sealed: v.nullable(text),
  /** Ciphertexts of earlier sign-ins that couldn't be opened when they were replaced or signed out. */
  unopened: v.array(v.object({ sealed: text, since: time, until: v.nullable(time) })),
})

export type GrantDocument = v.InferOutput<typeof grantDocument>

export const grantSecrets = v.object({
  tokens: v.nullable(v.object({ accessToken: text, refreshToken: text })),
  revocations: v.array(v.object({ keeping, refreshToken: text, since: time, until: v.nullable(time) })),
})

export type GrantSecrets = v.InferOutput<typeof grantSecrets>
