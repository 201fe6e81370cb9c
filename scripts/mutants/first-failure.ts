/** A mutant is noticed by one counterexample: looking for a smaller one would take most of the time. */
import fc from 'fast-check'

fc.configureGlobal({ endOnFailure: true })
