/** The list of organisations in the whole app: order, names, and grants that belong to none. */
import { expect, test } from 'vitest'
import { failed } from '../../preload/contract/index.ts'
import { failure } from '../parallel/failures.ts'
import { type MemoryApp, memoryApp, signedIn } from '../testing/memory-app.ts'
import { settle } from '../testing/virtual-clock.ts'

const first = { id: 'org_1', name: 'Halden Research' }
const second = { id: 'org_2', name: 'Brightwater Labs' }
const order = ({ app }: MemoryApp) => app.state.current.organisations.map(({ id }) => id)

async function signIn(made: MemoryApp, organisation: { id: string; name: string }, again?: string) {
  made.service.organisation = organisation
  made.service.decision = 'approved'
  await made.commands['sign-in.start']({ permissions: [], ...(again === undefined ? {} : { again }) })
  await made.clock.advance(7000)
}

async function both() {
  const made = await signedIn()
  await signIn(made, second)
  return made
}

test('restores organisations in the order of their sign-ins, whatever the order of the files', async () => {
  const made = await both()
  expect(order(made)).toEqual(['org_1', 'org_2'])
  await made.app.shutDown()
  const files = [...made.store.files].reverse()
  made.store.files.clear()
  for (const [name, text] of files) made.store.files.set(name, text)
  const again = memoryApp(made)
  await again.app.start()
  expect(order(again)).toEqual(['org_1', 'org_2'])
})

test('keeps the position of an organisation at a new sign-in, and appends it after a sign-out', async () => {
  const made = await both()
  await signIn(made, first, 'org_1')
  expect(order(made)).toEqual(['org_1', 'org_2'])
  expect(made.app.state.current.organisations[0]?.arrived).toEqual({ insteadOf: null })
  await made.commands['organisation.sign-out']({ organisationId: 'org_1', forget: false })
  await signIn(made, first)
  expect(order(made)).toEqual(['org_2', 'org_1'])
})

test('shows the id of an organisation without a name', async () => {
  const made = memoryApp()
  await made.app.start()
  await signIn(made, { id: 'org_7', name: '' })
  expect(made.app.state.current.organisations).toMatchObject([{ id: 'org_7', name: 'org_7' }])
})

test('reports an approved grant that could be neither stored nor revoked, and redacts it until then', async () => {
  const made = memoryApp()
  await made.app.start()
  made.store.broken = failure('storage', 'ENOSPC')
  made.service.before = (request) =>
    request.url.endsWith('/revoke') ? failed(failure('offline', 'no network')) : undefined
  await signIn(made, first)
  expect(order(made)).toEqual([])
  const { organisations } = made.app
  expect(organisations.hasUnsavedGrant).toBe(true)
  expect(organisations.secretsAlive).toContain(made.service.liveRefreshToken)
  expect(await made.app.shutDown()).toMatchObject([{ organisationName: 'Halden Research' }])
})

test('sends no revocation after the app has ended', async () => {
  const made = await both()
  made.service.before = (request) =>
    request.url.endsWith('/revoke') ? failed(failure('offline', 'no network')) : undefined
  await made.commands['organisation.sign-out']({ organisationId: 'org_2', forget: false })
  await settle()
  await made.app.shutDown()
  const { length } = made.service.http.requests
  made.service.before = null
  made.app.resume()
  made.app.organisations.revokeNow()
  await made.clock.advance(3600_000)
  expect(made.service.http.requests).toHaveLength(length)
})
