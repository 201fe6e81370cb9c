import { expect, test } from 'vitest'
import { failureKinds, hasTrait, isOutcomeUnknown } from './failure.ts'

const kindsWith = (trait: Parameters<typeof hasTrait>[1]) =>
  failureKinds.filter((kind) => hasTrait({ kind }, trait))

test('a refusal leaves no doubt about what became of the request', () => {
  expect(kindsWith('refused')).not.toEqual([])
  for (const kind of kindsWith('refused')) expect(kindsWith('outcome-unknown')).not.toContain(kind)
})

test('nothing is both worth repeating and final', () => {
  expect(kindsWith('final')).not.toEqual([])
  for (const kind of kindsWith('final')) expect(kindsWith('retryable')).not.toContain(kind)
})

test('where answers don’t get through, the request may have', () => {
  expect(kindsWith('network')).not.toEqual([])
  for (const kind of kindsWith('network')) expect(kindsWith('outcome-unknown')).toContain(kind)
})

test('a request that never left this machine has changed nothing', () => {
  const failure = { kind: 'offline', message: '', retryable: true } as const
  expect(isOutcomeUnknown(failure)).toBe(true)
  expect(isOutcomeUnknown({ ...failure, notSent: true })).toBe(false)
})
