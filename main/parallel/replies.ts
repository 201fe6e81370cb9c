/**
 * The shapes of the replies, as this app accepts them: unknown members are ignored, what may be missing
 * has the documented default, and no number is believed before it was checked.
 */
import * as v from 'valibot'
import { cleanText } from './text.ts'

const second = 1000
const tenYears = 10 * 365 * 24 * 3600
const largestCents = 1e15

/** A credential that can stand in a header: RFC 6749 A.12 and A.17 allow visible ASCII only. */
export const credential = v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,8192}$/, 'not a usable credential'))
/** An identifier that can stand as one segment of a path. */
const identifier = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(200),
  v.check((id) => id !== '.' && id !== '..' && !/\p{Cs}/u.test(id), 'not a usable identifier'),
)
const shownText = v.pipe(
  v.string(),
  v.transform((text) => cleanText(text)),
)

/** A lifetime in seconds as milliseconds; anything outside 1 s to 10 years is the documented default. */
function lifetime<const Missing>(defaultSeconds: number, missing: Missing) {
  return v.pipe(
    v.unknown(),
    v.transform((seconds) => {
      if (seconds === undefined || seconds === null) return missing
      const usable = typeof seconds === 'number' && seconds >= 1 && seconds <= tenYears
      return (usable ? seconds : defaultSeconds) * second
    }),
  )
}

/** RFC 8628 3.2: a missing interval is 5 s. A longer one than 300 s is cut, anything odd counts as missing. */
export function intervalMs(seconds: unknown): number {
  if (typeof seconds !== 'number' || !(seconds > 0)) return 5 * second
  return Math.min(Math.max(seconds, 1), 300) * second
}

export const registrationReply = v.object({ client_id: credential })

export const deviceCodeReply = v.object({
  device_code: credential,
  user_code: v.pipe(shownText, v.minLength(1), v.maxLength(40)),
  verification_uri: v.string(),
  verification_uri_complete: v.nullish(v.string()),
  expires_in: v.optional(lifetime(600, 600 * second), null),
  interval: v.optional(v.unknown()),
})

/** Nothing that this app could do without may cost a token, so an odd member counts as missing. */
function whenUsable<S extends v.GenericSchema>(schema: S) {
  return v.fallback(v.nullish(schema, null), null)
}

export const tokenReply = v.object({
  access_token: credential,
  refresh_token: whenUsable(credential),
  /** RFC 6749 7.1: a token of a type that isn't understood must not be used. */
  token_type: v.pipe(
    v.optional(v.unknown(), 'Bearer'),
    v.check((type) => typeof type !== 'string' || /^\s*bearer\s*$/i.test(type), 'not a bearer token'),
  ),
  expires_in: v.optional(lifetime(600, 600 * second), null),
  refresh_token_expires_in: v.optional(lifetime(7 * 24 * 3600, null), null),
  authorization_expires_in: v.optional(lifetime(90 * 24 * 3600, null), null),
  org_id: whenUsable(identifier),
  org_name: whenUsable(shownText),
  scope: whenUsable(v.string()),
})

const cents = v.pipe(v.number(), v.finite(), v.minValue(-largestCents), v.maxValue(largestCents))

export const balanceReply = v.object({
  org_id: identifier,
  credit_balance_cents: cents,
  pending_debit_balance_cents: v.nullish(cents),
  will_invoice: v.nullish(v.boolean()),
})

export const appsReply = v.object({
  apps: v.nullish(
    v.array(
      v.object({
        app_id: identifier,
        app_name: shownText,
        org_id: identifier,
        org_name: v.nullish(shownText),
      }),
    ),
  ),
})

export const createAppReply = v.object({ app_id: identifier })

export const createKeyReply = v.object({
  api_key_id: identifier,
  api_key_name: whenUsable(shownText),
  app_id: whenUsable(identifier),
  app_name: whenUsable(shownText),
  created_by_user_email: whenUsable(shownText),
  display_value: whenUsable(shownText),
  raw_api_key: whenUsable(v.string()),
  /** Unix seconds. */
  created_at: whenUsable(v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e12))),
})

/** Deletions answer nothing or `{}`, so text in its place is somebody else's. */
export const nothingReply = v.nullish(v.object({}))
/** RFC 7009 2.2: what a revocation answers with is ignored. */
export const ignoredReply = v.unknown()
