/** Stands where `electron` would be imported in unit tests: logic that reaches for it is a mistake. */
throw new Error(
  'This module imports electron, so it belongs in a desktop folder of main and its test in e2e.',
)
