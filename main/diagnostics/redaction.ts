/**
 * Redacts the log, crash records and diagnostics: secrets that are in memory are found in any encoding, others by the
 * patterns that such values have.
 */
import { withoutValues } from './known-values.ts'

export type Redact = (text: string) => string

const removed = '[removed]'
const secretNames =
  'token|secret|password|passwd|authorization|cookie|credential|device_?code|user_?code|api_?key|idempotency_?key'

const patterns: readonly (readonly [RegExp, string | ((match: string) => string)])[] = [
  // Credentials in an address.
  [/\/\/[^\s/@"'<>]+@/g, `//${removed}@`],
  [/\b(Bearer)\s+[^\s"',;]+/gi, `$1 ${removed}`],
  [/\b(Basic)\s+[\w+/=-]{8,}/g, `$1 ${removed}`],
  // A value whose name marks it as a secret, in JSON, a form or a header.
  [
    new RegExp(
      String.raw`((?:${secretNames})[\w-]{0,40}\\*["']?\s*[:=]\s*)(\\+"(?:(?!\\+").)*\\*"?|"(?:[^"\\]|\\.)*"?|'[^']*'?|[^\s"'&,;\\]+)`,
      'gi',
    ),
    `$1${removed}`,
  ],
  // A JSON Web Token (RFC 7519).
  [/\beyJ[\w-]{5,}(?:\.[\w-]*){1,4}/g, removed],
  [/\?[^\s"'<>#?]*=[^\s"'<>]*/g, `?${removed}`],
  // A user code (RFC 8628 6.1) as the service shows it.
  [/\b[BCDFGHJ-NP-TV-XZ]{4}-[BCDFGHJ-NP-TV-XZ]{4}\b/g, removed],
  // Limited to the lengths of RFC 5321 4.5.3.1: unlimited, the pattern would take quadratic time on a long run.
  [/[^\s"'<>()[\]:;,@/\\]{1,64}@[^\s"'<>()[\]:;,@/\\]{1,255}\.[a-z]{2,}/gi, '[e-mail]'],
  [/[\w-]{32,}/g, (run) => (isHarmless(run) ? run : removed)],
  // The user's name in a home folder.
  [/\/(?:home|Users)\/[^/\\\s"':]+/g, '~'],
  [/\b[A-Z]:([\\/]{1,2})Users\1[^/\\"':\n]+/gi, '~'],
]

/**
 * Whether a long run is words, or an ID that support can look up. Secret UUIDs (idempotency keys) are removed by value.
 */
function isHarmless(run: string): boolean {
  const isWords = /^(?:[a-z_-]+|[A-Z_-]+|[\d_-]+)$/.test(run)
  return isWords || /^[0-9a-f]{32}$/i.test(run) || /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(run)
}

/**
 * @param secrets returns the secrets in memory; called each time, so that no second copy of them exists
 * @param home the user's home folder
 */
export function redaction(secrets: () => readonly string[], home: string): Redact {
  return (text) => {
    const withoutSecrets = withoutValues(text, secrets())
    const withoutHome = home.length > 1 ? withoutSecrets.replaceAll(home, '~') : withoutSecrets
    return withoutPatterns(withoutHome)
  }
}

/** No pattern matches such a text, so the log's first line, written at the start, doesn't compile them. */
const wordOrVersion = /^(?:[a-z]+|[\d.]+)$/

/** Removes what looks like a secret. */
export function withoutPatterns(text: string): string {
  if (wordOrVersion.test(text)) return text
  return patterns.reduce(
    (redacted, [pattern, replacement]) =>
      typeof replacement === 'string'
        ? redacted.replace(pattern, replacement)
        : redacted.replace(pattern, (match) => replacement(match)),
    text,
  )
}
