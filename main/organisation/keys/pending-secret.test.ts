/** The life of one secret, from the creation of its key until it is dropped, on a virtual clock. */
import { expect, test } from 'vitest'
import { failed, ok, type PendingSecret } from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'
import { MemoryEnvFiles, MemorySecretClipboard } from '../../testing/memory-ports.ts'
import { settle, VirtualClock } from '../../testing/virtual-clock.ts'
import { SecretHolder } from './pending-secret.ts'

const value = 'px_live_planted_value'
const minute = 60_000

function holding() {
  const clock = new VirtualClock()
  const clipboard = new MemorySecretClipboard()
  const envFiles = new MemoryEnvFiles()
  const reports: (PendingSecret | null)[] = []
  const secret = new SecretHolder({ clock, clipboard, envFiles, report: (shown) => reports.push(shown) })
  const hold = (text = value, keyId = 'row-1') =>
    secret.hold(text, {
      organisationId: 'org_1',
      organisationName: 'Halden Research',
      appName: 'web',
      keyName: 'ci',
      keyId,
    })
  hold()
  return { clock, clipboard, envFiles, secret, reports, hold, shown: () => reports.at(-1) }
}

test('shows only the last four characters, and none of a short secret', () => {
  const { reports, hold } = holding()
  expect(reports).toMatchObject([{ masked: '••••••••alue' }])
  hold('short')
  expect(reports.at(-1)?.masked).toBe('••••••••••••')
  expect(JSON.stringify(reports)).not.toContain('planted')
})

test('refuses to be dismissed before it was copied or saved', async () => {
  const { secret, envFiles, shown } = holding()
  expect(secret.done()).toMatchObject({ ok: false, failure: { kind: 'invalid' } })
  envFiles.answer = ok(null)
  expect(await secret.save()).toEqual(ok(null))
  expect(secret.done()).toMatchObject({ ok: false })
  envFiles.answer = failed(failure('storage', 'EACCES'))
  expect(await secret.save()).toMatchObject({ ok: false, failure: { kind: 'storage' } })
  expect(secret.done()).toMatchObject({ ok: false })
  envFiles.answer = ok({ savedAs: '.env' })
  expect(await secret.save()).toEqual(ok(null))
  expect(shown()).toMatchObject({ savedAs: '.env', copiedAt: null })
  expect(secret.done()).toEqual(ok(null))
  expect(shown()).toBeNull()
  expect(secret.reveal()).toMatchObject({ ok: false })
})

test('reports a clipboard that refuses the secret', async () => {
  const { secret, clipboard, shown } = holding()
  clipboard.takes = false
  expect(await secret.copy()).toMatchObject({ ok: false, failure: { kind: 'clipboard' } })
  expect(shown()).toMatchObject({ copiedAt: null, expiresAt: null })
})

test('reports a clipboard that silently refuses the secret', async () => {
  const { secret, clipboard, shown } = holding()
  clipboard.text = 'of another program'
  clipboard.blocked = true
  expect(await secret.copy()).toMatchObject({ ok: false, failure: { kind: 'clipboard' } })
  expect(shown()).toMatchObject({ copiedAt: null, clearsAt: null })
})

test('clears the clipboard after a minute, even when the secret was dismissed', async () => {
  const { secret, clipboard, clock, shown } = holding()
  await secret.copy()
  expect(shown()).toMatchObject({ copiedAt: clock.now(), clearsAt: clock.now() + minute })
  secret.done()
  await clock.advance(minute - 1)
  expect(clipboard.text).toBe(value)
  await clock.advance(1)
  expect(clipboard.text).toBe('')
})

test('keeps what the user has copied since', async () => {
  const { secret, clipboard, clock, shown } = holding()
  await secret.copy()
  clipboard.text = 'something else'
  await clock.advance(minute)
  expect(clipboard.text).toBe('something else')
  expect(shown()).toMatchObject({ clearsAt: null, clipboardUnverified: false })
})

test('leaves an unreadable clipboard unchanged and shows it', async () => {
  const { secret, clipboard, clock, shown } = holding()
  await secret.copy()
  clipboard.readable = false
  await clock.advance(minute)
  expect(clipboard.text).toBe(value)
  expect(shown()).toMatchObject({ clearsAt: null, clipboardUnverified: true })
})

test('restarts the minute when copied again', async () => {
  const { secret, clipboard, clock } = holding()
  await secret.copy()
  await clock.advance(50_000)
  await secret.copy()
  await clock.advance(50_000)
  expect(clipboard.text).toBe(value)
  await clock.advance(10_000)
  expect(clipboard.text).toBe('')
})

test('clears and drops after a sleep', async () => {
  const { secret, clipboard, clock, shown } = holding()
  await secret.copy()
  await clock.sleep(20 * minute)
  expect(clipboard.text).toBe('')
  expect(shown()).toBeNull()
})

test('drops the secret 15 minutes after the first copy or save, not earlier', async () => {
  const { secret, clock, shown } = holding()
  await clock.advance(24 * 60 * minute)
  expect(shown()).not.toBeNull()
  await secret.copy()
  const expiresAt = clock.now() + 15 * minute
  await clock.advance(10 * minute)
  await secret.save()
  expect(shown()).toMatchObject({ expiresAt })
  // A clock set back must not delay the drop.
  clock.jump(-60 * minute)
  await clock.advance(5 * minute - 1)
  expect(shown()).not.toBeNull()
  await clock.advance(1)
  expect(shown()).toBeNull()
  expect(clock.waiting).toBe(0)
})

test('does not drop a later secret with an earlier one’s timer', async () => {
  const { secret, clock, shown, hold } = holding()
  await secret.copy()
  secret.done()
  hold('px_live_another_one', 'row-2')
  expect(shown()).toMatchObject({ copiedAt: null, clearsAt: null })
  await clock.advance(20 * minute)
  expect(shown()).toMatchObject({ masked: '••••••••_one', clearsAt: null, clipboardUnverified: false })
  secret.dropForKeys(['row-1'])
  expect(shown()).not.toBeNull()
  secret.dropForKeys(['row-2'])
  expect(shown()).toBeNull()
})

test('holds one secret, reserved from the moment a key is requested', () => {
  const { secret } = holding()
  expect(secret.reserve()).toBe(false)
  secret.dropForKeys(['row-1'])
  expect(secret.reserve()).toBe(true)
  expect(secret.reserve()).toBe(false)
  secret.release()
  expect(secret.reserve()).toBe(true)
})

test('can’t be dismissed or saved again while it is being saved', async () => {
  const { secret, envFiles } = holding()
  await secret.copy()
  let finish = (): void => {}
  envFiles.save = () => new Promise((resolve) => (finish = () => resolve(ok({ savedAs: '.env' }))))
  const saving = secret.save()
  expect(secret.done()).toMatchObject({ ok: false, failure: { kind: 'busy' } })
  expect(await secret.save()).toMatchObject({ ok: false, failure: { kind: 'busy' } })
  finish()
  expect(await saving).toEqual(ok(null))
  expect(secret.done()).toEqual(ok(null))
})

test('clears the clipboard at quit', async () => {
  const { secret, clipboard, clock } = holding()
  await secret.copy()
  await secret.end()
  await settle()
  expect(clipboard.text).toBe('')
  expect(secret.key).toBeNull()
  expect(clock.waiting).toBe(0)
})

test('refuses to copy, save, reveal or dismiss without a secret', async () => {
  const { secret, clipboard, envFiles } = holding()
  expect(secret.secretsAlive).toEqual([value])
  secret.dropForKeys(['row-1'])
  expect(secret.secretsAlive).toEqual([])
  const none = { ok: false, failure: { kind: 'not-found' } }
  expect(await secret.copy()).toMatchObject(none)
  expect(await secret.save()).toMatchObject(none)
  expect(secret.reveal()).toMatchObject(none)
  expect(secret.done()).toMatchObject(none)
  expect([clipboard.text, envFiles.saved]).toEqual(['', []])
})

test('does not restore a secret that was dropped while it was being saved', async () => {
  const { secret, envFiles, clock, shown } = holding()
  let finish = (): void => {}
  envFiles.save = () => new Promise((resolve) => (finish = () => resolve(ok({ savedAs: '.env' }))))
  const saving = secret.save()
  secret.dropForKeys(['row-1'])
  finish()
  expect(await saving).toEqual(ok(null))
  expect(shown()).toBeNull()
  expect(clock.waiting).toBe(0)
})

test('shows the last four characters of secrets with at least twelve', () => {
  const { reports, hold } = holding()
  hold('elevenchars')
  expect(reports.at(-1)?.masked).toBe('••••••••••••')
  hold('twelve_chars')
  expect(reports.at(-1)?.masked).toBe('••••••••hars')
})

test('reports an unreadable clipboard as unverified only after a minute', async () => {
  const { secret, clipboard, clock, shown } = holding()
  clipboard.readable = false
  expect(await secret.copy()).toEqual(ok(null))
  expect(shown()).toMatchObject({ copiedAt: clock.now(), clipboardUnverified: false })
  await clock.advance(minute)
  expect(shown()).toMatchObject({ clipboardUnverified: true })
  expect(await secret.copy()).toEqual(ok(null))
  expect(shown()).toMatchObject({ clearsAt: clock.now() + minute, clipboardUnverified: false })
})

test('does not report the clipboard state of an earlier secret for a later one', async () => {
  const { secret, clipboard, clock, shown, hold } = holding()
  await secret.copy()
  secret.done()
  hold('px_live_another_one', 'row-2')
  clipboard.readable = false
  await clock.advance(minute)
  expect(shown()).toMatchObject({ copiedAt: null, clipboardUnverified: false })
})

test('keeps a secret for its own minute that is copied again during the check', async () => {
  const { secret, clipboard, clock, shown } = holding()
  await secret.copy()
  const { read } = clipboard
  let look = (): void => {}
  clipboard.read = () =>
    new Promise((resolve) => {
      look = () => resolve(read.call(clipboard))
    })
  await clock.advance(minute)
  clipboard.read = read
  await secret.copy()
  look()
  await settle()
  expect(clipboard.text).toBe(value)
  expect(shown()).toMatchObject({ clearsAt: clock.now() + minute })
  await clock.advance(minute)
  expect(clipboard.text).toBe('')
})
