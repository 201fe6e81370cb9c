/** Formats one line of the log: JSON, redacted, with text of limited length. */
import { type Redact, withoutPatterns } from '../../diagnostics/redaction.ts'
import { cleanText } from '../../parallel/text.ts'

export type LogLevel = 'info' | 'warn' | 'failure'

const maxTextLength = 300
/** Bounds the time of the redaction; no event of the app comes near it. */
const maxRedactedLength = 8000
const secretName = /token|secret|password|authorization|cookie|device_?code|api_?key/i

/**
 * Omits details that aren't a string, number, boolean or null.
 * @param redact the second line of defence: callers must not pass secrets in the first place
 */
export function logLine(
  level: LogLevel,
  event: string,
  details: Readonly<Record<string, unknown>>,
  at: Date,
  redact: Redact = withoutPatterns,
): string {
  // Redacts before truncating: the rest of a truncated secret would no longer be recognised.
  const safe = (text: string): string => cleanText(redact(text.slice(0, maxRedactedLength)), maxTextLength)
  const line: Record<string, unknown> = { at: at.toISOString(), level, event: safe(event) }
  for (const [name, value] of Object.entries(details)) {
    if (!/^[a-z]\w{0,39}$/i.test(name) || name in line) continue
    if (secretName.test(name)) line[name] = '[removed]'
    else if (typeof value === 'string') line[name] = safe(value)
    else if (typeof value === 'number' || typeof value === 'boolean' || value === null) line[name] = value
  }
  return JSON.stringify(line)
}
