/** One secret from its key's creation until it is put away, on a virtual clock. */
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

test('only its last four characters are ever shown, of a short one none', () => {
  const { reports, hold } = holding()
  expect(reports).toMatchObject([{ masked: '••••••••alue' }])
  hold('short')
  expect(reports.at(-1)?.masked).toBe('••••••••••••')
  expect(JSON.stringify(reports)).not.toContain('planted')
})

test('refused to be done until it was copied or saved', async () => {
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

test('a clipboard that takes nothing has not copied it', async () => {
  const { secret, clipboard, shown } = holding()
  clipboard.takes = false
  expect(await secret.copy()).toMatchObject({ ok: false, failure: { kind: 'clipboard' } })
  expect(shown()).toMatchObject({ copiedAt: null, expiresAt: null })
})

test('a clipboard that takes nothing without saying so has not copied it', async () => {
  const { secret, clipboard, shown } = holding()
  clipboard.text = 'of another program'
  clipboard.blocked = true
  expect(await secret.copy()).toMatchObject({ ok: false, failure: { kind: 'clipboard' } })
  expect(shown()).toMatchObject({ copiedAt: null, clearsAt: null })
})

test('the clipboard is cleared after a minute, also when the secret is long done', async () => {
  const { secret, clipboard, clock, shown } = holding()
  await secret.copy()
  expect(shown()).toMatchObject({ copiedAt: clock.now(), clearsAt: clock.now() + minute })
  secret.done()
  await clock.advance(minute - 1)
  expect(clipboard.text).toBe(value)
  await clock.advance(1)
  expect(clipboard.text).toBe('')
})

test('what the user has copied since stays', async () => {
  const { secret, clipboard, clock, shown } = holding()
  await secret.copy()
  clipboard.text = 'something else'
  await clock.advance(minute)
  expect(clipboard.text).toBe('something else')
  expect(shown()).toMatchObject({ clearsAt: null, clipboardUnverified: false })
})

test('a clipboard that can’t be read is left as it is, and that is shown', async () => {
  const { secret, clipboard, clock, shown } = holding()
  await secret.copy()
  clipboard.readable = false
  await clock.advance(minute)
  expect(clipboard.text).toBe(value)
  expect(shown()).toMatchObject({ clearsAt: null, clipboardUnverified: true })
})

test('copied once more: its minute begins anew', async () => {
  const { secret, clipboard, clock } = holding()
  await secret.copy()
  await clock.advance(50_000)
  await secret.copy()
  await clock.advance(50_000)
  expect(clipboard.text).toBe(value)
  await clock.advance(10_000)
  expect(clipboard.text).toBe('')
})

test('a machine that slept clears and drops when it wakes', async () => {
  const { secret, clipboard, clock, shown } = holding()
  await secret.copy()
  await clock.sleep(20 * minute)
  expect(clipboard.text).toBe('')
  expect(shown()).toBeNull()
})

test('dropped a quarter of an hour after it was first put away, and not before', async () => {
  const { secret, clock, shown } = holding()
  await clock.advance(24 * 60 * minute)
  expect(shown()).not.toBeNull()
  await secret.copy()
  const expiresAt = clock.now() + 15 * minute
  await clock.advance(10 * minute)
  await secret.save()
  expect(shown()).toMatchObject({ expiresAt })
  // A clock that is set back puts nothing off.
  clock.jump(-60 * minute)
  await clock.advance(5 * minute - 1)
  expect(shown()).not.toBeNull()
  await clock.advance(1)
  expect(shown()).toBeNull()
  expect(clock.waiting).toBe(0)
})

test('one that came after it isn’t dropped in its place', async () => {
  const { secret, clock, shown, hold } = holding()
  await secret.copy()
  secret.done()
  hold('px_live_another_one', 'row-2')
  expect(shown()).toMatchObject({ copiedAt: null, clearsAt: null })
  await clock.advance(20 * minute)
  expect(shown()).toMatchObject({ masked: '••••••••_one', clearsAt: null, clipboardUnverified: false })
  secret.dropOf(['row-1'])
  expect(shown()).not.toBeNull()
  secret.dropOf(['row-2'])
  expect(shown()).toBeNull()
})

test('there is one place, kept from the moment a key is asked for', () => {
  const { secret } = holding()
  expect(secret.reserve()).toBe(false)
  secret.dropOf(['row-1'])
  expect(secret.reserve()).toBe(true)
  expect(secret.reserve()).toBe(false)
  secret.release()
  expect(secret.reserve()).toBe(true)
})

test('while it is being saved it is not done, and not saved twice', async () => {
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

test('the end of the app takes it off the clipboard', async () => {
  const { secret, clipboard, clock } = holding()
  await secret.copy()
  await secret.end()
  await settle()
  expect(clipboard.text).toBe('')
  expect(secret.key).toBeNull()
  expect(clock.waiting).toBe(0)
})
