/** Stops property tests at the first counterexample: shrinking and further runs would take most of the time. */
import fc from 'fast-check'

fc.configureGlobal({ endOnFailure: true, interruptAfterTimeLimit: 1500 })
