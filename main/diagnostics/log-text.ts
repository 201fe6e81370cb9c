/** Formats log lines for reading, and finds out how the previous run ended. */

type Entry = { readonly at: string; readonly level: string; readonly event: string; readonly more: string }

/** `2026-01-02T03:04:05.678Z  warn     poll failed  kind=offline`; without amounts. Other lines stay unchanged. */
export function formatLogLine(line: string): string {
  const entry = entryOf(line)
  if (entry === null) return line
  const { at, level, event, more } = entry
  return `${at}  ${level.padEnd(7)}  ${event}${more === '' ? '' : `  ${more}`}`
}

/** @param lines of the log, oldest first; the last `started` belongs to the current run */
export function endOfPreviousRun(
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
    // Support needs no amounts.
    const shown = Object.entries(more).filter(([name]) => !name.endsWith('Cents'))
    const details = shown.map(([name, value]) => `${name}=${JSON.stringify(value)}`)
    return { at, level, event, more: details.join(' ') }
  } catch {
    return null
  }
}
