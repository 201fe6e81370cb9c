import { FuseState, FuseV1Options } from '@electron/fuses'
import { expect, test } from 'vitest'
import { fuseFaults, wantedFuses } from './fuses.mjs'

const wireOf = (fuses) =>
  Object.fromEntries(
    Object.entries(fuses).map(([fuse, on]) => [fuse, on ? FuseState.ENABLE : FuseState.DISABLE]),
  )

test('every fuse that the tool knows is set on purpose', () => {
  const known = Object.values(FuseV1Options).filter((value) => typeof value === 'number')
  expect(Object.keys(wantedFuses).map(Number).sort()).toEqual(known.sort())
})

test('a wire as wanted has no fault', () => {
  expect(fuseFaults(wireOf(wantedFuses))).toEqual([])
})

test('each fuse that is turned the other way is named', () => {
  for (const [fuse, wanted] of Object.entries(wantedFuses)) {
    const faults = fuseFaults(wireOf({ ...wantedFuses, [fuse]: !wanted }))
    expect(faults).toEqual([expect.stringContaining(FuseV1Options[fuse])])
  }
})

test('a shorter wire is judged by what it has', () => {
  const short = wireOf(wantedFuses)
  delete short[FuseV1Options.WasmTrapHandlers]
  expect(fuseFaults(short)).toEqual([])
})
