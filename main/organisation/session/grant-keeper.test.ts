import { expect, it } from 'vitest'
import { failed, ok, type Result } from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'
import { MemoryLog } from '../../testing/memory-ports.ts'
import { settle, VirtualClock } from '../../testing/virtual-clock.ts'
import type { GrantRecord } from './grant.ts'
import { GrantKeeper } from './grant-keeper.ts'
import type { Vault } from './vault.ts'

const record = (name: string): GrantRecord => ({
  organisation: { id: 'org_1', name },
  signedInAt: 0,
  grant: null,
  revocations: [{ keeping: 'plain', refreshToken: 'old', since: 0, until: null }],
  unopened: [{ sealed: 'x', since: 0, until: null }],
})
const rename = (name: string) => (before: GrantRecord) => ({ ...before, organisation: { id: 'org_1', name } })
const noSpace = failure('storage', 'ENOSPC')
const full = failed(noSpace)

/** A disk whose result of each write the test sets. */
function keeper() {
  const disk = { answer: ok(null) as Result<null>, removal: ok(null) as Result<null>, writes: [] as string[] }
  const clock = new VirtualClock()
  const changes: unknown[] = []
  const vault = {
    save: async ({ organisation }: GrantRecord) => {
      disk.writes.push(organisation.name)
      return disk.answer
    },
    remove: () => disk.removal,
  } as unknown as Vault
  const log = new MemoryLog()
  const kept = new GrantKeeper(
    { vault, clock, log, onChanged: () => changes.push(kept.unsaved) },
    record('first'),
  )
  return { disk, clock, changes, log, kept }
}

it('applies a change in memory at once, then on the disk', async () => {
  const { disk, kept } = keeper()
  const changed = kept.change(rename('second'))
  expect(kept.record.organisation.name).toBe('second')
  expect(kept.written.organisation.name).toBe('first')
  expect(await changed).toEqual(ok(null))
  expect(kept.written.organisation.name).toBe('second')
  expect(disk.writes).toEqual(['second'])
})

it('retries a failed write after 5, 10, 20 and 40 s, then every minute until it succeeds', async () => {
  const { disk, clock, kept, changes, log } = keeper()
  disk.answer = full
  expect(await kept.change(rename('second'))).toEqual(full)
  expect(kept.unsaved).toEqual(noSpace)
  const gaps: number[] = []
  for (let before = clock.elapsed(); gaps.length < 7; ) {
    const count = disk.writes.length
    await clock.advance(1000)
    await settle()
    if (disk.writes.length === count) continue
    gaps.push((clock.elapsed() - before) / 1000)
    before = clock.elapsed()
  }
  expect(gaps).toEqual([5, 10, 20, 40, 60, 60, 60])
  expect(log.lines[0]).toContain('grant not written')
  disk.answer = ok(null)
  await clock.advance(60_000)
  expect(kept.unsaved).toBeNull()
  expect(kept.written.organisation.name).toBe('second')
  expect(changes).toEqual([null])
  expect(clock.waiting).toBe(0)
  const { length } = disk.writes
  await clock.advance(600_000)
  expect(disk.writes).toHaveLength(length)
})

it('retries several failed writes by one, and a later failure again', async () => {
  const { disk, clock, kept } = keeper()
  for (const name of ['second', 'third']) {
    disk.answer = full
    await kept.change(rename(name))
    await kept.change(rename(name))
    expect(clock.waiting).toBe(1)
    disk.answer = ok(null)
    await clock.advance(5000)
    expect(kept.written.organisation.name).toBe(name)
  }
})

it('does not apply a disk-first change in memory when its write fails', async () => {
  const { disk, kept } = keeper()
  disk.answer = full
  expect(await kept.changeDiskFirst(rename('second'))).toEqual(full)
  expect(kept.record.organisation.name).toBe('first')
  // The failed write may have changed the file, so the newest record overwrites it.
  await settle()
  expect(disk.writes).toEqual(['second', 'first'])
})

it('keeps a change made during a disk-first write', async () => {
  const { disk, kept } = keeper()
  const since = (before: GrantRecord): GrantRecord => ({ ...before, signedInAt: 7 })
  const both = [kept.changeDiskFirst(rename('second')), kept.change(since)]
  await Promise.all(both)
  expect(kept.record).toMatchObject({ organisation: { name: 'second' }, signedInAt: 7 })
  expect(kept.written).toEqual(kept.record)
  expect(disk.writes).toEqual(['second', 'second'])
})

it('forgets the content of a removed file, but not of one that can’t be removed', () => {
  const { disk, kept } = keeper()
  disk.removal = full
  kept.dropFile()
  expect(kept.written).toEqual(record('first'))
  disk.removal = ok(null)
  kept.dropFile()
  expect(kept.written).toMatchObject({ grant: null, revocations: [], unopened: [] })
})

it('settles once the write in progress is done', async () => {
  const { kept } = keeper()
  void kept.change(rename('second'))
  await kept.settled()
  expect(kept.written.organisation.name).toBe('second')
})

it('retries nothing after it was stopped', async () => {
  const { disk, clock, kept } = keeper()
  disk.answer = full
  await kept.change(rename('second'))
  kept.stop()
  await settle()
  expect(clock.waiting).toBe(0)
  await clock.advance(600_000)
  expect(disk.writes).toHaveLength(1)
})
