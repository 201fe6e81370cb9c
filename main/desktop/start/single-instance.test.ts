/** Uses a fake lock; `e2e/command-line.spec.ts` uses Electron's. */
import { spawnSync } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type LaunchRequest, launchRequests } from './command-line.ts'
import { type Reply, requestSingleInstance, serveLaunchRequests } from './single-instance.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'single-instance-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** The lock of one folder, shared by several programs. */
class Lock {
  holder: Program | null = null
  hold(by: Program): void {
    this.holder = by
    symlinkSync('computer-1', join(folder, 'SingletonLock'))
  }
  free(): void {
    this.holder = null
    rmSync(join(folder, 'SingletonLock'), { force: true })
  }
}

class Program extends EventEmitter {
  readonly lock: Lock
  readonly asked: LaunchRequest[] = []
  requests = 0
  constructor(lock: Lock) {
    super()
    this.lock = lock
  }
  getPath(): string {
    return folder
  }
  requestSingleInstanceLock(given?: unknown): boolean {
    this.requests += 1
    if (this.lock.holder === null) this.lock.hold(this)
    else if (this.lock.holder !== this) this.lock.holder.emit('second-instance', {}, [], '', given)
    return this.lock.holder === this
  }
  releaseSingleInstanceLock(): void {
    if (this.lock.holder === this) this.lock.free()
  }
  take(request: LaunchRequest, pause: (ms: number) => void = () => {}, system: NodeJS.Platform = 'linux') {
    return requestSingleInstance({ app: this.app, request, pause, system })
  }
  listen(reply: () => Reply | null): void {
    serveLaunchRequests(this.app, (request, send) => {
      this.asked.push(request)
      const sent = reply()
      if (sent !== null) send(sent)
    })
  }
  get app(): Parameters<typeof requestSingleInstance>[0]['app'] {
    return this as unknown as Parameters<typeof requestSingleInstance>[0]['app']
  }
}

function running(reply: () => Reply | null = () => 'accepted') {
  const lock = new Lock()
  const first = new Program(lock)
  expect(first.take('show')).toBe('primary')
  first.listen(reply)
  return { lock, first, second: new Program(lock) }
}

test('hands the request of a second start to the first, and leaves no file behind', () => {
  const { first, second } = running()
  for (const request of launchRequests) expect(second.take(request)).toBe('delegated')
  expect(first.asked).toEqual(launchRequests)
  expect(readdirSync(folder)).toEqual(['SingletonLock'])
})

test('a request for a running app takes no lock and writes no file when none runs', () => {
  const program = new Program(new Lock())
  for (const request of ['refresh', 'quit', 'diagnostics'] as const)
    expect(program.take(request)).toBe('not-running')
  expect(program.requests).toBe(0)
  expect(readdirSync(folder)).toEqual([])
})

test('such a request takes the lock on Windows, and releases it', () => {
  const program = new Program(new Lock())
  expect(program.take('quit', () => {}, 'win32')).toBe('not-running')
  expect(program.requests).toBe(1)
  expect(program.lock.holder).toBe(null)
})

test('such a request releases a lock that a crash left behind', () => {
  const program = new Program(new Lock())
  symlinkSync('computer-1', join(folder, 'SingletonLock'))
  program.lock.hold = (by) => {
    program.lock.holder = by
  }
  expect(program.take('refresh')).toBe('not-running')
  expect(program.requests).toBe(1)
  expect(program.lock.holder).toBe(null)
  expect(program.take('show')).toBe('primary')
})

test('a start waits for an app that is quitting, and takes its place', () => {
  const { lock, first, second } = running(() => null)
  // The reply of a process that has exited since.
  const { pid } = spawnSync(process.execPath, ['--version'])
  first.on('second-instance', (_event, _words, _folder, { replyId }) => {
    writeFileSync(join(folder, `second-start-${replyId}`), `quitting ${pid}`)
    lock.free()
  })
  let pauses = 0
  expect(second.take('show', () => pauses++)).toBe('primary')
  expect(pauses).toBe(0)
})

test('an app that is quitting is asked once, and again after a minute', () => {
  const { lock, first, second } = running(() => 'quitting')
  let waitedMs = 0
  const role = second.take('hidden', (ms) => {
    waitedMs += ms
    if (waitedMs === 30_000) lock.free()
  })
  expect(role).toBe('primary')
  expect(waitedMs).toBe(60_000)
  expect(first.asked).toEqual(['hidden'])
})

test('a request for a running app is not fulfilled by one that is quitting', () => {
  const { second } = running(() => 'quitting')
  expect(second.take('refresh')).toBe('not-running')
  expect(readdirSync(folder)).toEqual(['SingletonLock'])
})

test.each(['', 'accepted ', 'quitting', 'quitting -1', 'quitting 1e3'])('%j is not a valid reply', (text) => {
  const { first, second } = running(() => null)
  first.on('second-instance', (_event, _words, _folder, { replyId }) =>
    writeFileSync(join(folder, `second-start-${replyId}`), text),
  )
  expect(second.take('show')).toBe('no-reply')
})

test('a start takes the place of an app that exits without a reply', () => {
  const { lock, second } = running(() => null)
  let waitedMs = 0
  const role = second.take('show', (ms) => {
    waitedMs += ms
    lock.free()
  })
  expect(role).toBe('primary')
  expect(waitedMs).toBe(5000)
})

test('reports a missing reply after ten seconds', () => {
  const { second } = running(() => null)
  let waitedMs = 0
  const role = second.take('refresh', (ms) => {
    waitedMs += ms
  })
  expect(role).toBe('no-reply')
  expect(waitedMs).toBe(10_000)
})

test('a start whose app exits without a reply asks the app that took its place', () => {
  const { lock, second } = running(() => null)
  const third = new Program(lock)
  serveLaunchRequests(third.app, (request, send) => {
    third.asked.push(request)
    third.once('ready', () => send('accepted'))
  })
  let waitedMs = 0
  const role = second.take('sign-in', (ms) => {
    waitedMs += ms
    if (waitedMs === 4000) {
      lock.free()
      lock.hold(third)
    }
    // It is still starting when it is asked.
    if (waitedMs === 6000) third.emit('ready')
  })
  expect(role).toBe('delegated')
  expect(third.asked).toEqual(['sign-in'])
})

test('the next start removes stale replies and no other file', () => {
  const file = (name: string) => join(folder, name)
  const [old, recent] = ['a', 'b'].map((letter) => file(`second-start-${letter.repeat(32)}`)) as [
    string,
    string,
  ]
  for (const name of [old, recent, file('second-start-notes')]) writeFileSync(name, 'accepted')
  const twoMinutesAgo = Date.now() / 1000 - 120
  for (const name of [old, file('second-start-notes')]) utimesSync(name, twoMinutesAgo, twoMinutesAgo)
  new Program(new Lock()).listen(() => 'accepted')
  expect(readdirSync(folder).sort()).toEqual([`second-start-${'b'.repeat(32)}`, 'second-start-notes'])
})

test('data from another process that is malformed is ignored', () => {
  const { first } = running()
  const replyId = 'a'.repeat(32)
  const wrong = [
    ...[undefined, null, 'show', [], {}, { request: 'show' }, { replyId }, { replyId, request: 'toString' }],
    ...[`../${replyId}`, 'a'.repeat(31), 'A'.repeat(32)].map((name) => ({ replyId: name, request: 'show' })),
    { replyId, request: 'show', more: true },
  ]
  for (const given of wrong) first.emit('second-instance', {}, [], '', given)
  fc.assert(fc.property(fc.anything(), (given) => void first.emit('second-instance', {}, [], '', given)))
  expect(first.asked).toEqual([])
  expect(readdirSync(folder)).toEqual(['SingletonLock'])
  first.emit('second-instance', {}, [], '', { replyId, request: 'show' })
  expect(first.asked).toEqual(['show'])
})
