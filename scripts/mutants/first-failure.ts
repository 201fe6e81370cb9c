/** A mutant is noticed by one counterexample: a smaller one, and many more lives, would take most of the time. */
import fc from 'fast-check'

fc.configureGlobal({ endOnFailure: true, interruptAfterTimeLimit: 1500 })
