import { expect, test } from 'vitest'
import { layers, longLayers, parseArguments } from './arguments.mjs'
import { countPlaywright, countVitest, lastLine, settle, sum } from './totals.mjs'

test('countVitest counts a file that fails to load as a failure', () => {
  const report = {
    numPassedTests: 5,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [
      { status: 'failed', assertionResults: [{}] },
      { status: 'failed', assertionResults: [] },
      { status: 'passed', assertionResults: [{}] },
    ],
  }
  expect(countVitest(report)).toEqual({ passed: 5, failed: 2, skipped: 3 })
})

test('countPlaywright counts a flaky test as a failure', () => {
  const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 2 }
  expect(countPlaywright({ stats, errors: [] })).toEqual({ passed: 3, failed: 2, skipped: 2 })
})

test('countPlaywright counts a run without tests as a failure', () => {
  const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 4 }
  expect(countPlaywright({ stats, errors: [] })).toEqual({ passed: 0, failed: 1, skipped: 4 })
  expect(countPlaywright({ stats, errors: [{}] }).failed).toBe(1)
})

test('a tool that fails without naming a test counts as one failure', () => {
  expect(settle(undefined, false).failed).toBe(1)
  expect(settle({ passed: 2, failed: 0, skipped: 0 }, false)).toEqual({ passed: 2, failed: 1, skipped: 0 })
  expect(settle({ passed: 2, failed: 3, skipped: 0 }, false).failed).toBe(3)
  expect(settle({ passed: 2, failed: 0, skipped: 0 }, true).failed).toBe(0)
})

test('lastLine sums up all layers', () => {
  const counts = { passed: 1, failed: 2, skipped: 3 }
  expect(lastLine(sum([counts, counts]))).toBe('tests: 2 passed, 4 failed, 6 skipped')
})

test('parseArguments selects all layers, or one with arguments for its tool', () => {
  expect(parseArguments([])).toEqual({ layers, rest: [] })
  expect(parseArguments(['--only', 'unit', 'main/x'])).toEqual({ layers: ['unit'], rest: ['main/x'] })
  expect(parseArguments(['-g', 'menu', '--only', 'e2e'])).toEqual({
    layers: ['build', 'e2e'],
    rest: ['-g', 'menu'],
  })
  expect(parseArguments(['--only', 'e2e', '--', '-g', 'menu']).rest).toEqual(['-g', 'menu'])
  expect(parseArguments(['--full'])).toEqual({ layers: [...layers, ...longLayers], rest: [] })
  expect(() => parseArguments(['--full', 'x'])).toThrow('Usage')
  expect(() => parseArguments(['--only', 'nothing'])).toThrow('Usage')
  expect(() => parseArguments(['--only', 'security'])).toThrow('Usage')
  expect(() => parseArguments(['main/x'])).toThrow('Usage')
})
