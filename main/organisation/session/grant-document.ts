/**
 * The document of an organisation's sign-in: the secrets in one ciphertext, everything else in plain text. A sign-out is
 * one atomic write that removes the grant and turns its refresh token into a pending revocation.
 */
import * as v from 'valibot'
import { text, time } from '../../storage/fields.ts'

export const grantName = 'grant'

const keeping = v.picklist(['encrypted', 'plain'])

export const grantDocument = v.pipe(
  v.object({
    version: v.literal(1),
    name: text,
    signedInAt: time,
    /** Null after a sign-out with pending revocations. */
    grant: v.nullable(
      v.object({
        /** `plain`: the user agreed to weak encryption, whose key is public. */
        keeping,
        clientId: text,
        scope: v.array(text),
        authorizedAt: time,
        renewedAt: time,
        accessUntil: time,
        signInUntil: v.nullable(time),
        authorizationUntil: v.nullable(time),
        /** When the server rejected the refresh token for good. */
        endedAt: v.nullable(time),
      }),
    ),
    /** `grantSecrets` as JSON, encrypted, base64; null when there are none. */
    sealed: v.nullable(text),
    /** Ciphertexts of earlier sign-ins that couldn't be decrypted when they were replaced or signed out. */
    unopened: v.array(v.object({ sealed: text, since: time, until: v.nullable(time) })),
  }),
  v.check(({ grant, sealed }) => grant === null || sealed !== null, 'A grant needs its tokens.'),
)

export type GrantDocument = v.InferOutput<typeof grantDocument>

export const grantSecrets = v.object({
  tokens: v.nullable(v.object({ accessToken: text, refreshToken: text })),
  revocations: v.array(v.object({ keeping, refreshToken: text, since: time, until: v.nullable(time) })),
})

export type GrantSecrets = v.InferOutput<typeof grantSecrets>
