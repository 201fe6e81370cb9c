import { expect, test } from 'vitest'
import { findUnproven, namedTests, playwrightOutcomes, vitestOutcomes } from './named-tests.mjs'

const unit = {
  testResults: [
    {
      assertionResults: [
        { title: 'one', status: 'passed' },
        { title: 'two', status: 'failed' },
        { title: 'three', status: 'pending' },
        { title: 'four', status: 'todo' },
      ],
    },
    { assertionResults: [] },
  ],
}

const spec = (title, ...statuses) => ({ title, tests: statuses.map((status) => ({ status })) })
const endToEnd = {
  suites: [
    {
      specs: [spec('five', 'expected')],
      suites: [
        { specs: [spec('six', 'flaky'), spec('seven', 'skipped'), spec('eight', 'expected', 'unexpected')] },
      ],
    },
  ],
}
const outcomes = [...vitestOutcomes(unit), ...playwrightOutcomes(endToEnd)]

test('namedTests reads each quoted title once, across lines', () => {
  expect(namedTests('In "quotation marks": "one\n  two", "three"; "three"')).toEqual(['one two', 'three'])
})

test('a named test has to have run and passed', () => {
  const names = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
  expect(findUnproven(names, outcomes, { runsAll: true })).toEqual([
    'failed: two',
    'skipped: three',
    'skipped: four',
    'failed: six',
    'skipped: seven',
    'failed: eight',
    'did not run: nine',
  ])
})

test('a title that passed in one place and failed in another is not proven', () => {
  const twice = [...outcomes, { title: 'one', outcome: 'failed' }]
  expect(findUnproven(['one'], twice, { runsAll: true })).toEqual(['failed: one'])
})

test('where not every test runs, only a failed one is a fault', () => {
  expect(findUnproven(['nine', 'three', 'two', 'one'], outcomes, { runsAll: false })).toEqual(['failed: two'])
})

test('an empty run proves nothing', () => {
  expect(findUnproven(['one'], [], { runsAll: true })).toEqual(['did not run: one'])
})
