/** Replaces the `electron` module in unit and wire tests, so that an import of it fails with an explanation. */
throw new Error(
  'This module imports electron, so it belongs in a desktop folder of main and its test in e2e.',
)
