import { describe, expect, test } from 'vitest'
import { failed } from '../../preload/contract/index.ts'
import { failure } from '../parallel/failures.ts'
import { memoryApp, signedIn } from '../testing/memory-app.ts'
import { jsonReply, MemoryStore } from '../testing/memory-ports.ts'
import { MemoryRecords } from '../testing/memory-system-probe.ts'

const open = { dialog: { kind: 'diagnostics' } } as const
type Made = ReturnType<typeof memoryApp>

async function text({ commands }: Made): Promise<string> {
  const read = await commands['diagnostics.read']({})
  if (!read.ok) throw new Error(read.failure.message)
  return read.value
}

function crashed(wasShown = false): MemoryRecords {
  const records = new MemoryRecords()
  records.last = { version: 1, at: 5000, appVersion: '1', error: 'TypeError: x', stack: ['at y'], wasShown }
  return records
}

describe('copies and saves the shown text', () => {
  test('unchanged, until it is read again', async () => {
    const made = memoryApp()
    await made.commands['dialog.open'](open)
    const shown = await text(made)
    await made.clock.advance(5000)
    expect(await made.commands['diagnostics.copy']({})).toEqual({ ok: true, value: null })
    expect(made.desktop.copied).toBe(shown)
    const saved = await made.commands['diagnostics.export']({})
    const [name = ''] = made.files.suggested
    expect(name).toMatch(/^parallel-tray-diagnostics-\d{4}-\d\d-\d\d\.txt$/)
    expect(saved).toEqual({ ok: true, value: name })
    expect(made.files.files.get(`/home/user/${name}`)).toBe(shown)
    expect(await text(made)).not.toBe(shown)
  })

  test('also if an older request is answered later', async () => {
    const made = memoryApp()
    const describe = made.systemProbe.describe.bind(made.systemProbe)
    let answerFirst = (): void => {}
    made.systemProbe.describe = () => new Promise((settle) => (answerFirst = () => settle([])))
    const first = text(made)
    made.systemProbe.describe = describe
    const second = await text(made)
    answerFirst()
    expect(await first).not.toBe(second)
    await made.commands['diagnostics.copy']({})
    expect(made.desktop.copied).toBe(second)
  })

  test('and failures are reported', async () => {
    const made = memoryApp()
    made.files.folder = null
    expect(await made.commands['diagnostics.export']({})).toEqual({ ok: true, value: null })
    made.files.folder = '/full'
    made.files.broken = failure('storage', 'ENOSPC')
    expect(await made.commands['diagnostics.export']({})).toMatchObject({ ok: false })
    made.desktop.copyText = () => Promise.resolve(false)
    expect(await made.commands['diagnostics.copy']({})).toMatchObject({ failure: { kind: 'clipboard' } })
  })
})

describe('checks the network', () => {
  const state = ({ app }: Made) => app.state.current.diagnostics

  test('while the dialog is open, one at a time, and its findings are in the text', async () => {
    const made = memoryApp()
    expect(await made.commands['diagnostics.check']({})).toMatchObject({ failure: { kind: 'cancelled' } })
    await made.commands['dialog.open'](open)
    const { revision } = state(made)
    await made.commands['diagnostics.check']({})
    expect(await made.commands['diagnostics.check']({})).toMatchObject({ failure: { kind: 'busy' } })
    await made.clock.advance(1000)
    expect(state(made)).toEqual({ revision: revision + 9, checking: false })
    expect(await text(made)).toMatch(/ok {6}Proxy for platform\.parallel\.ai: None\./)
  })

  test('and stops when the dialog is closed', async () => {
    const made = memoryApp()
    made.systemProbe.resolveProxy = () => new Promise(() => {})
    await made.commands['dialog.open'](open)
    await made.commands['diagnostics.check']({})
    await made.clock.advance(10)
    expect(state(made).checking).toBe(true)
    await made.commands['dialog.close']({})
    await made.clock.advance(60_000)
    expect(state(made).checking).toBe(false)
    expect(made.service.http.requests).toEqual([])
    await made.commands['dialog.open'](open)
    expect(await text(made)).toContain('Network checks\n  not run\n')
  })
})

describe('a crash', () => {
  test('is reported together with problems of the documents', () => {
    const store = new MemoryStore()
    store.files.set('settings', 'torn {')
    const { notices } = memoryApp({ store, records: crashed() }).app.state.current
    expect(notices.map(({ kind }) => kind)).toEqual(['file-set-aside', 'crashed'])
  })

  test('is reported until its notice is closed', async () => {
    const records = crashed()
    let made = memoryApp({ records })
    expect(made.app.state.current.notices).toEqual([{ kind: 'crashed', at: 5000 }])
    expect(await text(made)).toContain('TypeError: x\n  at y')
    made = memoryApp({ records })
    await made.commands['notice.dismiss']({ kind: 'crashed' })
    await made.clock.advance(0)
    expect(memoryApp({ records }).app.state.current.notices).toEqual([])
  })

  test('or its diagnostics are opened', async () => {
    const records = crashed()
    const made = memoryApp({ records })
    await made.commands['dialog.open'](open)
    await made.clock.advance(0)
    expect([made.app.state.current.notices, records.last?.wasShown]).toEqual([[], true])
  })

  test('that was shown before is only in the text', async () => {
    const made = memoryApp({ records: crashed(true) })
    expect(made.app.state.current.notices).toEqual([])
    expect(await text(made)).toContain('TypeError: x')
  })
})

test('lists failed requests without identifiers, and no pending polls', async () => {
  const made = await signedIn()
  expect(await text(made)).toContain('Requests that failed since the start\n  none\n')
  made.service.before = () => failed(failure('offline', 'net::ERR_FAILED'))
  await made.commands['organisation.refresh']({
    organisationId: made.app.state.current.organisations[0]?.id ?? '',
  })
  await made.clock.advance(0)
  expect(await text(made)).toContain('GET /account/service/v1/balance  offline  net::ERR_FAILED')
})

test('passes no secret on that a server repeats, not even to the window', async () => {
  const made = await signedIn()
  const { app, commands } = made
  const [token = ''] = made.liveSecrets.values
  const said = Buffer.from(`"${token}"`).toString('base64')
  made.service.before = () => jsonReply(500, { detail: `It is ${said}` }, { 'x-request-id': token })
  await commands['organisation.refresh']({ organisationId: app.state.current.organisations[0]?.id ?? '' })
  await made.clock.advance(0)
  const shown = JSON.stringify(app.state.current) + made.log.lines.join() + (await text(made))
  expect(shown).toContain('500: It is')
  expect(shown).not.toContain(token)
  expect(shown).not.toContain(said.slice(4, -4))
})

test('registers every token in memory with the redaction, until its owner is gone', async () => {
  const made = await signedIn()
  const { commands } = made
  const tokens = made.liveSecrets.values
  expect(tokens).toHaveLength(2)
  made.records.lines = tokens.map((token) => `torn ${token}`)
  const written = await text(made)
  for (const token of tokens) expect(written).not.toContain(token)
  expect(written).toContain('torn [removed]')
  await commands['sign-in.start']({ permissions: [] })
  await made.clock.advance(100)
  expect(made.liveSecrets.values).toHaveLength(3)
  await commands['sign-in.cancel']({})
  await made.clock.advance(100)
  expect(made.liveSecrets.values).toEqual(tokens)
})
