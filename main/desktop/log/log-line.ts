/** One line of the log: JSON, with nothing in it that is long, odd or secret. */
import { type Redact, withoutShapes } from '../../diagnostics/redaction.ts'
import { cleanText } from '../../parallel/text.ts'

export type LogLevel = 'info' | 'warn' | 'failure'

const longestText = 300
/** Nothing that is written on purpose comes near it, and looking for secrets takes its time. */
const longestRead = 8000
const secretName = /token|secret|password|authorization|cookie|device_?code|api_?key/i

/**
 * Details of other kinds than text, number, truth value and null are left out.
 * @param redact the second line of defence: callers pass no secrets, and what still is one is taken out
 */
export function logLine(
  level: LogLevel,
  event: string,
  details: Readonly<Record<string, unknown>>,
  at: Date,
  redact: Redact = withoutShapes,
): string {
  // Before anything is cut off or taken out: what is left of a secret then would not be known any more.
  const safe = (text: string): string => cleanText(redact(text.slice(0, longestRead)), longestText)
  const line: Record<string, unknown> = { at: at.toISOString(), level, event: safe(event) }
  for (const [name, value] of Object.entries(details)) {
    if (!/^[a-z]\w{0,39}$/i.test(name) || name in line) continue
    if (secretName.test(name)) line[name] = '[removed]'
    else if (typeof value === 'string') line[name] = safe(value)
    else if (typeof value === 'number' || typeof value === 'boolean' || value === null) line[name] = value
  }
  return JSON.stringify(line)
}
