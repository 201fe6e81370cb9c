/** Tests as consecutive steps, each of which depends on the ones before. */

/**
 * Runs all steps, also after a failed one, and prints each with its duration.
 * @param {[string, () => unknown][]} steps
 * @returns {Promise<import('./totals.mjs').Counts>}
 */
export async function runSteps(steps) {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  for (const [name, step] of steps) {
    const started = Date.now()
    let error
    try {
      await step()
      counts.passed += 1
    } catch (thrown) {
      error = thrown
      counts.failed += 1
    }
    const seconds = ((Date.now() - started) / 1000).toFixed(1)
    console.log(`  ${error ? '✘' : '✓'} ${name} (${seconds} s)${error ? `\n${error.stack}` : ''}`)
  }
  return counts
}
