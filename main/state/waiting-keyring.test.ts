/** A start while the keyring waits, for the window or for its password. */
import { expect, test } from 'vitest'
import { failed, ok } from '../../preload/contract/index.ts'
import { failure } from '../parallel/failures.ts'
import { memoryApp, signedIn } from '../testing/memory-app.ts'
import { MemorySecrets } from '../testing/memory-ports.ts'
import { settle } from '../testing/virtual-clock.ts'

/** Decrypts only once the test says so. */
class WaitingSecrets extends MemorySecrets {
  asked = 0
  answer = (): void => {}
  readonly #answered = new Promise<void>((resolve) => {
    this.answer = resolve
  })

  override async decrypt(ciphertext: string) {
    this.asked += 1
    await this.#answered
    return super.decrypt(ciphertext)
  }
}

/** The next start of an app that is signed in. */
async function restarted(windowShown?: Promise<unknown>) {
  const kept = memoryApp()
  kept.service.scope = 'balance:read balance:add'
  const first = await signedIn(kept)
  await first.app.shutDown()
  const secrets = new WaitingSecrets()
  const next = memoryApp({ ...first, secrets })
  const started = next.app.start(windowShown)
  await settle()
  next.service.http.requests.length = 0
  return { ...next, secrets, started, store: first.store }
}

test('shows what is stored before the window is there, without asking the keyring', async () => {
  let show = (): void => {}
  const windowShown = new Promise<void>((resolve) => {
    show = resolve
  })
  const { app, secrets, clock, service } = await restarted(windowShown)
  await clock.advance(5000)
  expect(app.state.current).toMatchObject({
    restoring: false,
    decrypting: true,
    view: { screen: 'overview', organisationId: 'org_1' },
    notices: [],
    organisations: [
      { name: 'Halden Research', balance: { spendableCents: 18420 }, session: { kind: 'active' } },
    ],
  })
  expect([secrets.asked, service.http.requests.length]).toEqual([0, 0])
  show()
  await settle()
  expect(secrets.asked).toBe(1)
})

test('says that it waits for the keyring after a second, until it answers', async () => {
  const { app, secrets, clock, service, started } = await restarted()
  await clock.advance(999)
  expect(app.state.current.notices).toEqual([])
  await clock.advance(1)
  expect(app.state.current.notices).toEqual([{ kind: 'keyring-waits' }])
  expect(service.http.requests).toEqual([])
  service.creditCents = 5000
  secrets.answer()
  await started
  await clock.advance(0)
  expect(app.state.current).toMatchObject({
    decrypting: false,
    notices: [],
    organisations: [{ balance: { creditCents: 5000 }, session: { kind: 'active' } }],
  })
})

test('says nothing while there is nothing to decrypt', async () => {
  const { app, clock } = memoryApp()
  void app.start(new Promise(() => {}))
  await clock.advance(5000)
  expect(app.state.current).toMatchObject({ restoring: false, decrypting: false, notices: [] })
})

test('is unreadable once the keyring doesn’t decrypt', async () => {
  const { app, secrets, clock, started } = await restarted()
  secrets.locked = true
  await clock.advance(2000)
  secrets.answer()
  await started
  expect(app.state.current).toMatchObject({
    decrypting: false,
    notices: [],
    organisations: [{ balance: { spendableCents: 18420 }, session: { kind: 'unreadable' }, trouble: null }],
  })
})

test('quits at once, and changes nothing on the disk', async () => {
  const { app, secrets, store, service } = await restarted()
  const grant = () => [...store.files].find(([name]) => name.endsWith('/grant'))
  const before = structuredClone(grant())
  expect(await app.shutDown()).toEqual([])
  secrets.answer()
  await settle()
  expect(grant()).toEqual(before)
  expect(service.http.requests).toEqual([])
})

test('a top-up that waits for the keyring isn’t charged when the app quits', async () => {
  const { app, commands, secrets, store, service, ...kept } = await restarted()
  await commands['top-up.start']({ organisationId: 'org_1', amountCents: 1000 })
  await settle()
  expect(app.state.current.organisations).toMatchObject([{ topUp: { kind: 'charging' } }])
  await app.shutDown()
  secrets.answer()
  await settle()
  expect(service.http.requests).toEqual([])
  const next = memoryApp({ ...kept, store, service })
  await next.app.start()
  expect(next.app.state.current.organisations).toMatchObject([{ topUp: { kind: 'none' } }])
})

test('a sign-in to another organisation doesn’t wait', async () => {
  const { app, commands, clock, service } = await restarted()
  service.organisation = { id: 'org_2', name: 'Brightwater Labs' }
  service.decision = 'pending'
  expect(await commands['sign-in.start']({ permissions: [] })).toEqual(ok(null))
  await settle()
  service.decision = 'approved'
  await clock.advance(7000)
  expect(app.state.current).toMatchObject({
    decrypting: true,
    organisations: [{ id: 'org_1' }, { id: 'org_2', balance: { creditCents: 19670 } }],
  })
})

test('reads no balance while the screen is locked, even if the keyring answers then', async () => {
  const { app, secrets, started, service } = await restarted()
  app.setPower({ onBattery: false, locked: true })
  secrets.answer()
  await started
  await settle()
  expect(service.http.requests).toEqual([])
})

test('signs out once the keyring answers, and revokes the tokens', async () => {
  const { app, commands, secrets, service, started } = await restarted()
  const signedOut = commands['organisation.sign-out']({ organisationId: 'org_1', forget: false })
  await settle()
  expect(app.state.current.organisations).toMatchObject([{ session: { kind: 'signing-out' } }])
  secrets.answer()
  expect(await signedOut).toEqual(ok(null))
  await started
  await settle()
  expect(app.state.current).toMatchObject({ organisations: [], pendingSignOuts: [] })
  expect(service.http.requests.map(({ url }) => new URL(url).pathname)).toContain(
    '/getServiceKeys/token/revoke',
  )
})

test('a reset keeps the revocations that the keyring hasn’t decrypted after eight seconds', async () => {
  const first = await signedIn()
  first.service.before = ({ url }) =>
    url.endsWith('/token/revoke') ? failed(failure('offline', 'no network')) : undefined
  await first.commands['organisation.sign-out']({ organisationId: 'org_1', forget: false })
  await first.app.shutDown()
  const next = memoryApp({ ...first, secrets: new WaitingSecrets() })
  void next.app.start()
  await settle()
  expect(next.app.state.current).toMatchObject({ restoring: false, decrypting: true, notices: [] })
  const reset = next.commands['app.reset']({})
  await next.clock.advance(8000)
  expect(await reset).toEqual(ok([]))
  expect([...next.store.files.keys()]).toEqual([expect.stringMatching(/\/grant$/)])
})
