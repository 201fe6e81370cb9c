/** The crash record, which the next start reads. */
import * as v from 'valibot'
import { cleanText } from '../parallel/text.ts'
import type { Crash } from '../ports.ts'
import type { Redact } from './redaction.ts'

/** Of the message and of the stack each. Bounds the time of the redaction, which delays the exit. */
const maxRedactedLength = 8000

const schema = v.object({
  version: v.literal(1),
  at: v.pipe(v.number(), v.finite()),
  appVersion: v.pipe(v.string(), v.maxLength(100)),
  error: v.pipe(v.string(), v.maxLength(1000)),
  stack: v.array(v.pipe(v.string(), v.maxLength(1000))),
  wasShown: v.boolean(),
})

/** Never throws, for any thrown value. */
export function crashOf(thrown: unknown, at: number, appVersion: string, redact: Redact): Crash {
  try {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown))
    // Redacts before truncating: the rest of a truncated secret would no longer be recognised.
    const description = redact(`${error.name}: ${error.message}`.slice(0, maxRedactedLength))
    const [, ...stack] = redact(withoutMessage(error).slice(0, maxRedactedLength)).split('\n')
    const frames = stack.filter((one) => /^\s*at /.test(one))
    return {
      version: 1,
      at,
      appVersion,
      error: cleanText(description, 300),
      stack: frames.slice(0, 30).map((one) => cleanText(one, 300)),
      wasShown: false,
    }
  } catch {
    return {
      version: 1,
      at,
      appVersion,
      error: 'Something was thrown that can’t be read.',
      stack: [],
      wasShown: false,
    }
  }
}

/** V8 puts the message before the frames, and a long one would leave no room for them. */
function withoutMessage({ name, message, stack = '' }: Error): string {
  const before = `${name}: ${message}`
  return stack.startsWith(before) ? stack.slice(before.length) : stack
}

/** Null if the text isn't a valid record. */
export function readCrash(text: string): Crash | null {
  try {
    const parsed = v.safeParse(schema, JSON.parse(text))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}
