/** Formats the benchmark's rows as a table, and finds those that miss their goal. */

/**
 * `app` and `bare` are the alternating samples of both apps; `bare` is empty for a row without a ratio.
 * `goal.ratio`: the maximum median of the pairs' ratios; `goal.max`: the maximum median of the app.
 * @typedef {{name: string, unit: 'ms' | 'MB' | '/s', app: number[], bare: number[],
 *   goal: {ratio: number} | {max: number}}} Row
 */

/** @param {number[]} numbers */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** @param {Row} row */
export function summarise({ name, unit, app, bare, goal }) {
  // Computed for each pair, since the machine may slow down in between.
  const ratio = bare.length > 0 ? median(app.map((value, turn) => value / bare[turn])) : undefined
  const measured = 'ratio' in goal ? ratio : median(app)
  const limit = 'ratio' in goal ? goal.ratio : goal.max
  // NaN misses its goal, since every comparison with it is false.
  return { name, unit, app: spread(app), bare: spread(bare), ratio, limit, reached: measured <= limit }
}

/** Median, minimum and maximum. */
function spread(numbers) {
  if (numbers.length === 0) return ''
  const [middle, least, most] = [median(numbers), Math.min(...numbers), Math.max(...numbers)].map(rounded)
  return numbers.length === 1 ? middle : `${middle} (${least}–${most})`
}

/**
 * The medians of the steps of a start in Markdown.
 * @param {Record<string, Record<string, number>[]>} timelines by kind of start
 */
export function timelineTable(timelines) {
  const kinds = Object.keys(timelines)
  const steps = Object.keys(timelines[kinds[0]]?.[0] ?? {})
  const cell = (kind, step) => rounded(median(timelines[kind].map((timeline) => timeline[step])))
  const lines = steps.map((step) => `| ${step} | ${kinds.map((kind) => cell(kind, step)).join(' | ')} |`)
  return [
    `| ms after the process | ${kinds.join(' | ')} |`,
    `|---|${'---|'.repeat(kinds.length)}`,
    ...lines,
  ].join('\n')
}

const rounded = (number) => (Math.abs(number) < 20 ? number.toFixed(1) : number.toFixed(0))

/**
 * The rows in Markdown.
 * @param {Row[]} rows
 */
export function table(rows) {
  const lines = rows.map((row) => {
    const { name, unit, app, bare, ratio, limit, reached } = summarise(row)
    const goal = 'ratio' in row.goal ? `≤ ${limit}` : `≤ ${limit} ${unit}`
    return `| ${name}, ${unit} | ${app} | ${bare} | ${ratio?.toFixed(2) ?? ''} | ${goal} | ${reached ? 'yes' : '**no**'} |`
  })
  return ['| | app | bare | ratio | goal | reached |', '|---|---|---|---|---|---|', ...lines].join('\n')
}
