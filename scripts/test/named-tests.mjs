/** Compares the tests that a page names in "quotation marks" with the reports of a run. */

/** Quoted text that isn't a test. */
const otherQuotes = ['quotation marks', 'Limits']

/**
 * @param {string} page Markdown
 * @returns {string[]} each title once, wherever its lines break
 */
export function namedTests(page) {
  const titles = [...page.matchAll(/"([^"]+)"/g)].map(([, title]) => title.replace(/\s+/g, ' '))
  return [...new Set(titles)].filter((title) => !otherQuotes.includes(title))
}

/** @typedef {{title: string, outcome: 'passed' | 'failed' | 'skipped'}} Outcome */

/** @returns {Outcome[]} of vitest's JSON report */
export function vitestOutcomes({ testResults }) {
  return testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .map(({ title, status }) => ({
      title,
      outcome: status === 'passed' || status === 'failed' ? status : 'skipped',
    }))
}

/** @returns {Outcome[]} of Playwright's JSON report */
export function playwrightOutcomes({ suites }) {
  return suites.flatMap(({ specs = [], suites: inner = [] }) => [
    ...specs.flatMap(({ title, tests }) =>
      tests.map(({ status }) => ({
        title,
        outcome: status === 'expected' ? 'passed' : status === 'skipped' ? 'skipped' : 'failed',
      })),
    ),
    ...playwrightOutcomes({ suites: inner }),
  ])
}

/**
 * The named tests without proof that they passed. None may have failed; where every test runs, each must be in the reports
 * and never skipped.
 * @param {readonly string[]} titles
 * @param {readonly Outcome[]} outcomes
 * @param {{runsAll: boolean}} options `runsAll`: whether every test runs on this system, as only on Linux
 * @returns {string[]} one line for each fault
 */
export function findUnproven(titles, outcomes, { runsAll }) {
  return titles.flatMap((title) => {
    const found = outcomes.filter((one) => one.title === title).map(({ outcome }) => outcome)
    if (found.length === 0) return runsAll ? [`did not run: ${title}`] : []
    const fault = found.find((outcome) => outcome === 'failed' || (runsAll && outcome === 'skipped'))
    return fault ? [`${fault}: ${title}`] : []
  })
}
