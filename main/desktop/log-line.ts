/** One line of the log: JSON, with nothing in it that is long, odd or secret. */
import { cleanText } from '../parallel/text.ts'

export type LogLevel = 'info' | 'warn' | 'failure'

const longestText = 300
const secretName = /token|secret|password|authorization|cookie|device_?code|api_?key/i
/** The second line of defence: callers pass no secrets, and what still looks like one is taken out. */
const secretLooking = [/\bBearer\s+\S+/gi, /[A-Za-z0-9_-]{40,}/g]

/** Details of other kinds than text, number, truth value and null are left out. */
export function logLine(
  level: LogLevel,
  event: string,
  details: Readonly<Record<string, unknown>>,
  at: Date,
): string {
  const line: Record<string, unknown> = { at: at.toISOString(), level, event: safeText(event) }
  for (const [name, value] of Object.entries(details)) {
    if (!/^[a-z]\w{0,39}$/i.test(name) || name in line) continue
    if (secretName.test(name)) line[name] = '[removed]'
    else if (typeof value === 'string') line[name] = safeText(value)
    else if (typeof value === 'number' || typeof value === 'boolean' || value === null) line[name] = value
  }
  return JSON.stringify(line)
}

function safeText(text: string): string {
  const cleaned = cleanText(text, longestText)
  return secretLooking.reduce((safe, pattern) => safe.replace(pattern, '[removed]'), cleaned)
}
