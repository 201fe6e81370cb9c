/** The hand-over, with a lock of this test's own; `e2e/command-line.spec.ts` has Electron's. */
import { spawnSync } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Wish, wishes } from './command-line.ts'
import { type Answer, answerLaterStarts, takeSingleInstance } from './single-instance.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'single-instance-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Programs of one folder, one of which can hold its lock. */
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
  readonly asked: Wish[] = []
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
  take(wish: Wish, pause: (ms: number) => void = () => {}, system: NodeJS.Platform = 'linux') {
    return takeSingleInstance({ app: this.app, wish, pause, system })
  }
  listen(answer: () => Answer | null): void {
    answerLaterStarts(this.app, (wish, give) => {
      this.asked.push(wish)
      const given = answer()
      if (given !== null) give(given)
    })
  }
  get app(): Parameters<typeof takeSingleInstance>[0]['app'] {
    return this as unknown as Parameters<typeof takeSingleInstance>[0]['app']
  }
}

function running(answer: () => Answer | null = () => 'taken') {
  const lock = new Lock()
  const first = new Program(lock)
  expect(first.take('show')).toBe('first')
  first.listen(answer)
  return { lock, first, second: new Program(lock) }
}

test('the wish of a second start reaches the first, and leaves nothing behind', () => {
  const { first, second } = running()
  for (const wish of wishes) expect(second.take(wish)).toBe('asked')
  expect(first.asked).toEqual(wishes)
  expect(readdirSync(folder)).toEqual(['SingletonLock'])
})

test('where no app runs, a wish for the running one takes no lock and makes no file', () => {
  const program = new Program(new Lock())
  for (const wish of ['refresh', 'quit', 'diagnostics'] as const) expect(program.take(wish)).toBe('none')
  expect(program.requests).toBe(0)
  expect(readdirSync(folder)).toEqual([])
})

test('on Windows only the lock itself tells; it is given back, too', () => {
  const program = new Program(new Lock())
  expect(program.take('quit', () => {}, 'win32')).toBe('none')
  expect(program.requests).toBe(1)
  expect(program.lock.holder).toBe(null)
})

test('a lock that a crash left is given back, if the wish starts nothing', () => {
  const program = new Program(new Lock())
  symlinkSync('computer-1', join(folder, 'SingletonLock'))
  program.lock.hold = (by) => {
    program.lock.holder = by
  }
  expect(program.take('refresh')).toBe('none')
  expect(program.requests).toBe(1)
  expect(program.lock.holder).toBe(null)
  expect(program.take('show')).toBe('first')
})

test('a start that meets an app on its way out waits for its end, and takes its place', () => {
  const { lock, first, second } = running(() => null)
  // The answer of a process that has ended since.
  const { pid } = spawnSync(process.execPath, ['--version'])
  first.on('second-instance', (_event, _words, _folder, { answer }) => {
    writeFileSync(join(folder, `second-start-${answer}`), `ending ${pid}`)
    lock.free()
  })
  let pauses = 0
  expect(second.take('show', () => pauses++)).toBe('first')
  expect(pauses).toBe(0)
})

test('an app on its way out is asked once; one that never goes, again after a minute', () => {
  const { lock, first, second } = running(() => 'ending')
  let waitedMs = 0
  const role = second.take('hidden', (ms) => {
    waitedMs += ms
    if (waitedMs === 30_000) lock.free()
  })
  expect(role).toBe('first')
  expect(waitedMs).toBe(60_000)
  expect(first.asked).toEqual(['hidden'])
})

test('an app on its way out does nothing for who only asks', () => {
  const { second } = running(() => 'ending')
  expect(second.take('refresh')).toBe('none')
  expect(readdirSync(folder)).toEqual(['SingletonLock'])
})

test.each(['', 'taken ', 'ending', 'ending -1', 'ending 1e3'])('%j is no answer', (text) => {
  const { first, second } = running(() => null)
  first.on('second-instance', (_event, _words, _folder, { answer }) =>
    writeFileSync(join(folder, `second-start-${answer}`), text),
  )
  expect(second.take('show')).toBe('no-answer')
})

test('an app that goes without an answer is followed, too', () => {
  const { lock, second } = running(() => null)
  let waitedMs = 0
  const role = second.take('show', (ms) => {
    waitedMs += ms
    lock.free()
  })
  expect(role).toBe('first')
  expect(waitedMs).toBe(5000)
})

test('nobody answers: that is said after a while', () => {
  const { second } = running(() => null)
  let waitedMs = 0
  const role = second.take('refresh', (ms) => {
    waitedMs += ms
  })
  expect(role).toBe('no-answer')
  expect(waitedMs).toBe(10_000)
})

test('who waits for an app that goes without an answer asks the one that takes its place', () => {
  const { lock, second } = running(() => null)
  const third = new Program(lock)
  answerLaterStarts(third.app, (wish, give) => {
    third.asked.push(wish)
    third.once('ready', () => give('taken'))
  })
  let waitedMs = 0
  const role = second.take('sign-in', (ms) => {
    waitedMs += ms
    if (waitedMs === 4000) {
      lock.free()
      lock.hold(third)
    }
    // Still starting when it is asked.
    if (waitedMs === 6000) third.emit('ready')
  })
  expect(role).toBe('asked')
  expect(third.asked).toEqual(['sign-in'])
})

test('answers that nobody came for are removed at the next start, others are not', () => {
  const file = (name: string) => join(folder, name)
  const [old, recent] = ['a', 'b'].map((letter) => file(`second-start-${letter.repeat(32)}`)) as [
    string,
    string,
  ]
  for (const name of [old, recent, file('second-start-notes')]) writeFileSync(name, 'taken')
  const twoMinutesAgo = Date.now() / 1000 - 120
  for (const name of [old, file('second-start-notes')]) utimesSync(name, twoMinutesAgo, twoMinutesAgo)
  new Program(new Lock()).listen(() => 'taken')
  expect(readdirSync(folder).sort()).toEqual([`second-start-${'b'.repeat(32)}`, 'second-start-notes'])
})

test('what comes from another process is a wish and a name for the answer, or nothing', () => {
  const { first } = running()
  const answer = 'a'.repeat(32)
  const wrong = [
    ...[undefined, null, 'show', [], {}, { wish: 'show' }, { answer }, { answer, wish: 'toString' }],
    ...[`../${answer}`, 'a'.repeat(31), 'A'.repeat(32)].map((name) => ({ answer: name, wish: 'show' })),
    { answer, wish: 'show', more: true },
  ]
  for (const given of wrong) first.emit('second-instance', {}, [], '', given)
  fc.assert(fc.property(fc.anything(), (given) => void first.emit('second-instance', {}, [], '', given)))
  expect(first.asked).toEqual([])
  expect(readdirSync(folder)).toEqual(['SingletonLock'])
  first.emit('second-instance', {}, [], '', { answer, wish: 'show' })
  expect(first.asked).toEqual(['show'])
})
