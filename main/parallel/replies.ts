/** The schemas of the replies: unknown members are ignored, missing ones get the documented default. */
import * as v from 'valibot'
import { cleanText } from './text.ts'

const second = 1000
const tenYears = 10 * 365 * 24 * 3600
const maxCents = 1e15

/** A token or code: RFC 6749 A.12 and A.17 allow visible ASCII only, which is also safe in a header. */
export const credential = v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,8192}$/, 'not a usable credential'))
/**
 * The secret of an API key goes to the clipboard and into files, where a line break or an escape could execute something.
 * So it must be visible ASCII, like a bearer token (RFC 6750 2.1), and short.
 */
const apiKey = v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,1024}$/, 'not a usable API key'))
/** An identifier: visible ASCII, valid as one path segment and harmless when pasted. */
export const identifier = v.pipe(
  v.string(),
  v.regex(/^(?!\.{1,2}$)[\x21-\x7e]{1,200}$/, 'not a usable identifier'),
)
/** A name, sanitised for display. */
export const shownText = v.pipe(
  v.string(),
  v.transform((text) => cleanText(text)),
)

/** Converts a lifetime from seconds to milliseconds; outside 1 s to 10 years it is the documented default. */
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

/** RFC 8628 3.2: the default interval is 5 s. A longer one than 300 s is limited to it, an invalid one is ignored. */
export function intervalMs(seconds: unknown): number {
  if (typeof seconds !== 'number' || !(seconds > 0)) return 5 * second
  return Math.min(Math.max(seconds, 1), 300) * second
}

export const registrationReply = v.object({ client_id: credential })

export const deviceCodeReply = v.object({
  device_code: credential,
  user_code: v.pipe(shownText, v.minLength(1), v.maxLength(40)),
  /** Checked by `verification-address.ts`. */
  verification_uri: v.string(),
  verification_uri_complete: v.nullish(v.string()),
  expires_in: v.optional(lifetime(600, 600 * second), null),
  interval: v.optional(v.unknown()),
})

/** An invalid optional member counts as missing: it must not make the app lose the tokens beside it. */
function optional<S extends v.GenericSchema>(schema: S) {
  return v.fallback(v.nullish(schema, null), null)
}

/** An invisible name counts as missing, so that the last valid one stays. */
const optionalName = optional(v.pipe(shownText, v.minLength(1)))

export const tokenReply = v.object({
  access_token: credential,
  refresh_token: optional(credential),
  /** RFC 6749 7.1: a client must not use a token of an unknown type. */
  token_type: v.pipe(
    v.optional(v.unknown(), 'Bearer'),
    v.check((type) => typeof type !== 'string' || /^\s*bearer\s*$/i.test(type), 'not a bearer token'),
  ),
  expires_in: v.optional(lifetime(600, 600 * second), null),
  refresh_token_expires_in: v.optional(lifetime(7 * 24 * 3600, null), null),
  authorization_expires_in: v.optional(lifetime(90 * 24 * 3600, null), null),
  org_id: optional(identifier),
  org_name: optionalName,
  /** RFC 6749 3.3; some servers join by commas or line breaks. */
  scope: optional(v.pipe(v.string(), v.regex(/^[\s\x20-\x7e]{0,4096}$/))),
})

const cents = v.pipe(v.number(), v.finite(), v.minValue(-maxCents), v.maxValue(maxCents))

export const balanceReply = v.object({
  org_id: identifier,
  credit_balance_cents: cents,
  pending_debit_balance_cents: v.nullish(cents),
  will_invoice: v.nullish(v.boolean()),
})

/** Skips invalid entries of a list; the list is malformed if all entries are. */
function listOf<S extends v.GenericSchema>(entry: S) {
  const usable = (entries: unknown[]): v.InferOutput<S>[] =>
    entries
      .map((one) => v.safeParse(entry, Array.isArray(one) ? null : one))
      .flatMap((one) => (one.success ? [one.output] : []))
  return v.pipe(
    v.array(v.unknown()),
    v.check((entries) => entries.length === 0 || usable(entries).length > 0, 'no usable entry'),
    v.transform(usable),
  )
}

export const appsReply = v.object({
  apps: v.nullish(
    listOf(v.object({ app_id: identifier, app_name: optionalName, org_id: optional(identifier) })),
  ),
})

export const createAppReply = v.object({ app_id: identifier })

export const createKeyReply = v.object({
  api_key_id: identifier,
  api_key_name: optionalName,
  app_id: optional(identifier),
  app_name: optionalName,
  created_by_user_email: optionalName,
  display_value: optionalName,
  raw_api_key: optional(apiKey),
  /** Unix seconds. */
  created_at: optional(v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e12))),
})

/** Deletions return an empty body or `{}`; text comes from a proxy. */
export const nothingReply = v.nullish(v.object({}))
/** RFC 7009 2.2: the body of a revocation's response is ignored. */
export const ignoredReply = v.unknown()
