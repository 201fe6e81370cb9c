import { FuseState, FuseV1Options } from '@electron/fuses'
import { expect, test } from 'vitest'
import { findFuseFaults, wantedFuses } from './fuses.mjs'

const wireOf = (fuses) =>
  Object.fromEntries(
    Object.entries(fuses).map(([fuse, on]) => [fuse, on ? FuseState.ENABLE : FuseState.DISABLE]),
  )

test('sets every fuse that @electron/fuses knows', () => {
  const known = Object.values(FuseV1Options).filter((value) => typeof value === 'number')
  expect(Object.keys(wantedFuses).map(Number).sort()).toEqual(known.sort())
})

test('reports no fault for the configured fuses', () => {
  expect(findFuseFaults(wireOf(wantedFuses))).toEqual([])
})

test('names each fuse with the wrong state', () => {
  for (const [fuse, wanted] of Object.entries(wantedFuses)) {
    const faults = findFuseFaults(wireOf({ ...wantedFuses, [fuse]: !wanted }))
    expect(faults).toEqual([expect.stringContaining(FuseV1Options[fuse])])
  }
})

test('ignores fuses that an older Electron lacks', () => {
  const short = wireOf(wantedFuses)
  delete short[FuseV1Options.WasmTrapHandlers]
  expect(findFuseFaults(short)).toEqual([])
})
