/** The log as a person reads it, and what it says about the run before this one. */

type Entry = { readonly at: string; readonly level: string; readonly event: string; readonly more: string }

/** `2026-01-02T03:04:05.678Z  warn     poll failed  kind=offline`; without amounts; a line that isn't ours stays as it is. */
export function readable(line: string): string {
  const entry = entryOf(line)
  if (entry === null) return line
  const { at, level, event, more } = entry
  return `${at}  ${level.padEnd(7)}  ${event}${more === '' ? '' : `  ${more}`}`
}

/** @param lines of the log, oldest first; the last `started` is this run's own */
export function endOfRunBefore(
  lines: readonly string[],
): 'in order' | 'crashed' | 'without a word' | 'unknown' {
  const events = lines.map((line) => entryOf(line)?.event ?? '')
  const own = events.lastIndexOf('started')
  const before = events.slice(0, Math.max(own, 0))
  const since = before.lastIndexOf('started')
  if (since < 0) return 'unknown'
  const run = before.slice(since)
  if (run.includes('crashed')) return 'crashed'
  return run.includes('ended') ? 'in order' : 'without a word'
}

function entryOf(line: string): Entry | null {
  try {
    const { at, level, event, ...more }: Record<string, unknown> = JSON.parse(line)
    if (typeof at !== 'string' || typeof level !== 'string' || typeof event !== 'string') return null
    // Whoever helps needs no amounts.
    const told = Object.entries(more).filter(([name]) => !name.endsWith('Cents'))
    const details = told.map(([name, value]) => `${name}=${JSON.stringify(value)}`)
    return { at, level, event, more: details.join(' ') }
  } catch {
    return null
  }
}
