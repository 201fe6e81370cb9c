/** Counts of tests, read from the reports of the tools. */

/** @typedef {{passed: number, failed: number, skipped: number}} Counts */

/** @returns {Counts} of vitest's JSON report */
export function countVitest(report) {
  // A file that fails to load has no tests, but counts as a failure.
  const unloadable = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloadable.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** @returns {Counts} of Playwright's JSON report; a flaky test failed, and so did a run without tests */
export function countPlaywright({ stats, errors }) {
  const ran = stats.expected + stats.unexpected + stats.flaky
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length + (ran === 0 && errors.length === 0 ? 1 : 0),
    skipped: stats.skipped,
  }
}

/**
 * The counts of one layer: a tool that failed without a failed test counts as one failure, so that the last line never
 * hides it.
 * @param {Counts | undefined} counts undefined if there is no report
 * @param {boolean} ok the tool's own verdict
 */
export function settle(counts, ok) {
  const known = counts ?? { passed: 0, failed: 0, skipped: 0 }
  return !ok && known.failed === 0 ? { ...known, failed: 1 } : known
}

/** @param {Counts[]} all */
export function sum(all) {
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const counts of all) {
    total.passed += counts.passed
    total.failed += counts.failed
    total.skipped += counts.skipped
  }
  return total
}

export function lastLine({ passed, failed, skipped }) {
  return `tests: ${passed} passed, ${failed} failed, ${skipped} skipped`
}
