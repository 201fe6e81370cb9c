import { beforeEach, describe, expect, it } from 'vitest'
import { failed, ok, type UpdatedBy, type Updates } from '../../preload/contract/index.ts'
import { failure } from '../parallel/failures.ts'
import { UpdateCheck } from '../storage/update-check.ts'
import { MemoryLog, MemoryStore } from '../testing/memory-ports.ts'
import { MemoryUpdater } from '../testing/memory-updater.ts'
import { settle, VirtualClock } from '../testing/virtual-clock.ts'
import { AppUpdates } from './updates.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

let clock: VirtualClock
let store: MemoryStore
let updater: MemoryUpdater
let reported: Updates[]
let announced: [string, UpdatedBy | null][]

beforeEach(() => {
  clock = new VirtualClock()
  store = new MemoryStore()
  updater = new MemoryUpdater()
  reported = []
  announced = []
})

function start(): AppUpdates {
  const made = new AppUpdates({
    updater,
    clock,
    log: new MemoryLog(),
    check: new UpdateCheck(store, { onWritten: () => {}, onUnreadable: () => {} }),
    report: (updates) => reported.push(updates),
    announce: (...what) => announced.push(what),
  })
  made.start()
  return made
}

const last = () => reported.at(-1)
const offline = failed(failure('offline', 'net::ERR_INTERNET_DISCONNECTED'))

describe('a check', () => {
  it('starts after three minutes, then once a day', async () => {
    start()
    await clock.advance(3 * minuteMs - 1)
    expect(updater.looks).toBe(0)
    await clock.advance(1)
    expect(updater.looks).toBe(1)
    expect(last()).toEqual({ kind: 'idle', checkedAt: clock.now() })
    await clock.advance(dayMs - 1)
    expect(updater.looks).toBe(1)
    await clock.advance(1)
    expect(updater.looks).toBe(2)
  })

  it('doesn’t repeat within a day after a restart, and shows the last check', async () => {
    const first = start()
    await clock.advance(3 * minuteMs)
    const checkedAt = clock.now()
    first.stop()
    await clock.advance(20 * hourMs)
    const second = start()
    expect(second.current).toEqual({ kind: 'idle', checkedAt })
    await clock.advance(4 * hourMs - 1)
    expect(updater.looks).toBe(1)
    await clock.advance(1)
    expect(updater.looks).toBe(2)
  })

  it('counts the time that the machine slept', async () => {
    start()
    await clock.advance(3 * minuteMs)
    await clock.sleep(dayMs)
    expect(updater.looks).toBe(2)
  })

  it('ignores a last check in the future', async () => {
    start().stop()
    new UpdateCheck(store, { onWritten: () => {}, onUnreadable: () => {} }).setUpToDateAt(
      clock.now() + 400 * dayMs,
    )
    start()
    await clock.advance(3 * minuteMs)
    expect(updater.looks).toBe(1)
  })

  it('starts at once on demand, one at a time', async () => {
    updater.silent = true
    const updates = start()
    expect(updates.checkNow().ok).toBe(true)
    expect(last()).toEqual({ kind: 'checking' })
    expect(updates.checkNow()).toMatchObject({ ok: false, failure: { kind: 'busy' } })
    expect(updater.looks).toBe(1)
  })

  it('reports nothing after the app has stopped', async () => {
    updater.found = ok('0.2.0')
    let arrives: (fraction: number) => void = () => {}
    updater.onDownload = (arrived) => {
      arrives = arrived
      return new Promise(() => {})
    }
    const updates = start()
    updates.checkNow()
    await settle()
    updates.stop()
    await clock.advance(1000)
    arrives(0.5)
    expect(updates.current).toMatchObject({ kind: 'downloading', fraction: 0 })
  })

  it('doesn’t start after the app has stopped', async () => {
    updater.silent = true
    const updates = start()
    updates.checkNow()
    updates.stop()
    await clock.advance(40 * dayMs)
    expect(reported).toEqual([{ kind: 'checking' }])
    expect(clock.waiting).toBe(0)
  })
})

describe('an update', () => {
  it('is downloaded with progress, and then ready', async () => {
    updater.found = ok('0.2.0')
    updater.onDownload = async (arrived) => {
      for (const fraction of [0.1, 0.5]) {
        await clock.wait(250, new AbortController().signal)
        arrived(fraction)
        arrived(fraction + 0.01)
      }
    }
    start().checkNow()
    await clock.advance(1000)
    // Between two reports at least a quarter of a second passes.
    expect(reported).toEqual([
      { kind: 'checking' },
      { kind: 'downloading', version: '0.2.0', fraction: 0 },
      { kind: 'downloading', version: '0.2.0', fraction: 0.1 },
      { kind: 'downloading', version: '0.2.0', fraction: 0.5 },
      { kind: 'ready', version: '0.2.0' },
    ])
    expect(announced).toEqual([['0.2.0', null]])
  })

  it('stays ready when a later check finds nothing newer or fails, and is checked for again after a restart', async () => {
    const first = start()
    first.checkNow()
    await settle()
    updater.found = ok('0.2.0')
    await clock.advance(dayMs)
    updater.found = offline
    await clock.advance(dayMs)
    expect(updater.looks).toBe(3)
    expect(updater.downloads).toBe(1)
    expect(last()).toEqual({ kind: 'ready', version: '0.2.0' })
    expect(announced).toHaveLength(1)
    first.stop()
    start()
    await clock.advance(3 * minuteMs)
    expect(updater.looks).toBe(4)
  })

  it('is checked for again after a restart, also soon after an empty check', async () => {
    const first = start()
    first.checkNow()
    await settle()
    updater.found = ok('0.2.0')
    first.checkNow()
    await settle()
    first.stop()
    start()
    await clock.advance(3 * minuteMs)
    expect(updater.looks).toBe(3)
  })

  it('is replaced by a newer one', async () => {
    updater.found = ok('0.2.0')
    start().checkNow()
    await settle()
    updater.found = ok('0.3.0')
    await clock.advance(dayMs)
    expect(last()).toEqual({ kind: 'ready', version: '0.3.0' })
    expect(updater.downloads).toBe(2)
  })

  it('disappears when the feed withdraws it', async () => {
    updater.found = ok('0.2.0')
    start().checkNow()
    await settle()
    updater.found = ok(null)
    await clock.advance(dayMs)
    expect(last()).toMatchObject({ kind: 'idle' })
  })

  it('is only announced, once for each version, where another program installs it', async () => {
    updater = new MemoryUpdater('deb')
    updater.found = ok('0.2.0')
    const first = start()
    first.checkNow()
    await settle()
    expect(last()).toEqual({ kind: 'elsewhere', version: '0.2.0', by: 'deb' })
    expect(updater.downloads).toBe(0)
    updater.found = offline
    await clock.advance(dayMs)
    expect(last()).toEqual({ kind: 'elsewhere', version: '0.2.0', by: 'deb' })
    updater.found = ok('0.2.0')
    first.stop()
    start().checkNow()
    await settle()
    expect(announced).toEqual([['0.2.0', 'deb']])
  })
})

describe('a failure', () => {
  it('is retried after ten minutes, one hour, six hours, and then daily', async () => {
    updater.found = offline
    start().checkNow()
    await settle()
    expect(last()).toMatchObject({ kind: 'failed', step: 'check', nextTryAt: clock.now() + 10 * minuteMs })
    for (const waitMs of [10 * minuteMs, hourMs, 6 * hourMs, dayMs, dayMs]) {
      const { looks } = updater
      await clock.advance(waitMs - 1)
      expect(updater.looks).toBe(looks)
      await clock.advance(1)
      expect(updater.looks).toBe(looks + 1)
    }
  })

  it('is retried when the network is back, and nothing else is', async () => {
    const updates = start()
    updates.backOnline()
    expect(updater.looks).toBe(0)
    updater.found = offline
    updates.checkNow()
    await settle()
    updates.backOnline()
    expect(updater.looks).toBe(2)
  })

  it('isn’t retried when the network is back after an invalid file', async () => {
    updater.found = ok('0.2.0')
    updater.downloaded = failed(failure('bad-file', 'ERR_CHECKSUM_MISMATCH'))
    const updates = start()
    updates.checkNow()
    await settle()
    expect(last()).toMatchObject({ kind: 'failed', step: 'download' })
    updates.backOnline()
    expect(updater.looks).toBe(1)
  })

  it('starts with the shortest delay again after a success', async () => {
    updater.found = offline
    const updates = start()
    updates.checkNow()
    await clock.advance(10 * minuteMs)
    updater.found = ok(null)
    updates.checkNow()
    await settle()
    updater.found = offline
    updates.checkNow()
    await settle()
    expect(last()).toMatchObject({ nextTryAt: clock.now() + 10 * minuteMs })
  })

  it('is retried a day later after an invalid file', async () => {
    updater.found = ok('0.2.0')
    updater.downloaded = failed(failure('bad-file', 'ERR_CHECKSUM_MISMATCH'))
    start().checkNow()
    await settle()
    expect(last()).toMatchObject({ kind: 'failed', step: 'download', nextTryAt: clock.now() + dayMs })
    expect(announced).toEqual([])
  })

  it('times out when the feed sends nothing for a minute', async () => {
    updater.silent = true
    start().checkNow()
    await clock.advance(minuteMs - 1)
    expect(last()).toEqual({ kind: 'checking' })
    await clock.advance(1)
    expect(last()).toMatchObject({ kind: 'failed', failure: { kind: 'timeout' } })
  })

  it('doesn’t time out while a slow download makes progress', async () => {
    updater.found = ok('0.2.0')
    updater.onDownload = async (arrived) => {
      for (let minutes = 0; minutes < 30; minutes += 1) {
        await clock.wait(minuteMs - 1, new AbortController().signal)
        arrived(minutes / 30)
      }
    }
    start().checkNow()
    await clock.advance(30 * minuteMs)
    expect(last()).toEqual({ kind: 'ready', version: '0.2.0' })
  })
})

it('does nothing without an updater', async () => {
  const updates = new AppUpdates({
    updater: null,
    clock,
    log: new MemoryLog(),
    check: new UpdateCheck(store, { onWritten: () => {}, onUnreadable: () => {} }),
    report: (change) => reported.push(change),
    announce: () => {},
  })
  updates.start()
  expect(updates.current).toBeNull()
  expect(updates.checkNow().ok).toBe(false)
  await clock.advance(3 * dayMs)
  expect(reported).toEqual([])
})
