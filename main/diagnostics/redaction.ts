/**
 * What everything passes through that is written down or handed on: the log, the record of a crash, the diagnostics.
 * The values that are alive now are found however they are written; others by the shape that such values have.
 */
import { withoutValues } from './known-values.ts'

export type Redact = (text: string) => string

const removed = '[removed]'
const secretNames =
  'token|secret|password|passwd|authorization|cookie|credential|device_?code|user_?code|api_?key|idempotency_?key'

const shapes: readonly (readonly [RegExp, string | ((found: string) => string)])[] = [
  // Who signs in to a proxy or a server, in its address.
  [/\/\/[^\s/@"'<>]+@/g, `//${removed}@`],
  [/\b(Bearer)\s+[^\s"',;]+/gi, `$1 ${removed}`],
  [/\b(Basic)\s+[\w+/=-]{8,}/g, `$1 ${removed}`],
  // A name that says what its value is, as in JSON, in a form or in a header.
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
  // At most as long as RFC 5321 4.5.3.1 has its halves: without an end, a long run would be read again from each letter.
  [/[^\s"'<>()[\]:;,@/\\]{1,64}@[^\s"'<>()[\]:;,@/\\]{1,255}\.[a-z]{2,}/gi, '[e-mail]'],
  [/[\w-]{32,}/g, (run) => (isName(run) ? run : removed)],
  // Whose computer it is.
  [/\/(?:home|Users)\/[^/\\\s"':]+/g, '~'],
  [/\b[A-Z]:([\\/]{1,2})Users\1[^/\\"':\n]+/gi, '~'],
]

/** A long run that is no secret: words, or an identifier that support looks up. Living UUIDs are known by their value. */
function isName(run: string): boolean {
  const isWords = /^(?:[a-z_-]+|[A-Z_-]+|[\d_-]+)$/.test(run)
  return isWords || /^[0-9a-f]{32}$/i.test(run) || /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(run)
}

/**
 * @param values the secrets that are alive; asked for each time, so that nobody has to keep a second copy of them
 * @param home the user's home folder
 */
export function redaction(values: () => readonly string[], home: string): Redact {
  return (text) => {
    const unknown = withoutValues(text, values())
    const homeless = home.length > 1 ? unknown.replaceAll(home, '~') : unknown
    return withoutShapes(homeless)
  }
}

/** What looks like a secret is taken out, whether anybody knows it or not. */
export function withoutShapes(text: string): string {
  return shapes.reduce(
    (left, [pattern, by]) =>
      typeof by === 'string' ? left.replace(pattern, by) : left.replace(pattern, (found) => by(found)),
    text,
  )
}
