/** Uses a fake lock; `e2e/command-line.spec.ts` uses Electron's. */
import { spawnSync } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sampleOrganisation, sampleState } from '../../../preload/testing/samples.ts'
import { type Status, statusOf } from '../../state/status/document.ts'
import { type LaunchRequest, launchRequests } from './command-line.ts'
import { type Reply, requestSingleInstance, requestStatus, serveSecondStarts } from './single-instance.ts'

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
  /** Sends another status to the second start that watches. */
  send: (status: Status | 'quitting') => boolean = () => false
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
  status(
    watch: boolean,
    onStatus: (names: readonly string[]) => boolean,
    pause: (ms: number) => void = () => {},
  ) {
    const namesOf = ({ organizations }: Status) => onStatus(organizations.map(({ name }) => name))
    return requestStatus({ app: this.app, watch, onStatus: namesOf, pause, system: 'linux' })
  }
  take(request: LaunchRequest, pause: (ms: number) => void = () => {}, system: NodeJS.Platform = 'linux') {
    return requestSingleInstance({ app: this.app, request, pause, system })
  }
  listen(reply: () => Reply | null): void {
    serveSecondStarts(this.app, {
      onRequest: (request, send) => {
        this.asked.push(request)
        const sent = reply()
        if (sent !== null) send(sent)
      },
      onStatus: (watch, send) => {
        this.send = send
        send(withNames(watch ? 'watched' : 'asked once'))
      },
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

test('contacts a quitting app once, and again after a minute', () => {
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
  serveSecondStarts(third.app, {
    onRequest: (request, send) => {
      third.asked.push(request)
      third.once('ready', () => send('accepted'))
    },
    onStatus: () => {},
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
  const [replyId, pid] = ['a'.repeat(32), process.pid]
  const wrong = [
    ...[
      undefined,
      null,
      'show',
      [],
      {},
      { request: 'show', pid },
      { replyId, pid },
      { replyId, pid, request: 'toString' },
    ],
    ...[`../${replyId}`, 'a'.repeat(31), 'A'.repeat(32)].map((name) => ({
      replyId: name,
      request: 'show',
      pid,
    })),
    { replyId, request: 'show', pid, more: true },
    ...[0, -1, 1.5, '1', undefined].map((wrongPid) => ({ replyId, request: 'show', pid: wrongPid })),
  ]
  for (const given of wrong) first.emit('second-instance', {}, [], '', given)
  fc.assert(fc.property(fc.anything(), (given) => void first.emit('second-instance', {}, [], '', given)))
  expect(first.asked).toEqual([])
  expect(readdirSync(folder)).toEqual(['SingletonLock'])
  first.emit('second-instance', {}, [], '', { replyId, request: 'show', pid })
  expect(first.asked).toEqual(['show'])
})

test('sends the status to a second start once', () => {
  const { second } = running()
  const received: (readonly string[])[] = []
  expect(second.status(false, (names) => received.push(names) > 0)).toBe('answered')
  expect(received).toEqual([['asked once']])
  expect(readdirSync(folder)).toEqual(['SingletonLock'])
})

test('sends each change to a second start until it stops reading', () => {
  const { first, second } = running()
  const received: (readonly string[])[] = []
  const role = second.status(
    true,
    (names) => received.push(names) < 3,
    () => void first.send(withNames(`change ${received.length}`)),
  )
  expect(role).toBe('answered')
  expect(received).toEqual([['watched'], ['change 1'], ['change 2']])
})

test('stops watching when the app quits or has exited without a reply', () => {
  const quits = running()
  expect(
    quits.second.status(
      true,
      () => true,
      () => void quits.first.send('quitting'),
    ),
  ).toBe('not-running')
  rmSync(join(folder, 'SingletonLock'))
  const dies = running()
  const { pid } = spawnSync(process.execPath, ['--version'])
  dies.first.send = () => false
  dies.first.on('second-instance', (_event, _words, _folder, { replyId }) =>
    writeFileSync(
      join(folder, `second-start-${replyId}`),
      JSON.stringify({ status: withNames('last'), pid }),
    ),
  )
  expect(dies.second.status(true, () => true)).toBe('not-running')
})

test('sends nothing to a second start that has exited', () => {
  const { first } = running()
  const { pid } = spawnSync(process.execPath, ['--version'])
  first.emit('second-instance', {}, [], '', { replyId: 'a'.repeat(32), request: 'watch-status', pid })
  expect(first.send(withNames('late'))).toBe(false)
  expect(readdirSync(folder)).toEqual(['SingletonLock'])
})

test('requests no status if no app is running', () => {
  const program = new Program(new Lock())
  expect(program.status(false, () => true)).toBe('not-running')
  expect(program.requests).toBe(0)
  symlinkSync('computer-1', join(folder, 'SingletonLock'))
  program.lock.hold = (by) => {
    program.lock.holder = by
  }
  expect(program.status(false, () => true)).toBe('not-running')
  expect(program.lock.holder).toBe(null)
})

function withNames(...names: readonly string[]): Status {
  return statusOf(sampleState({ organisations: names.map((name) => sampleOrganisation({ name })) }), 0)
}
