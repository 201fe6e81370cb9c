import { expect, test } from 'vitest'
import { failed } from '../../preload/contract/index.ts'
import { failure } from '../parallel/failures.ts'
import { signedIn } from '../testing/memory-app.ts'
import { settle } from '../testing/virtual-clock.ts'

const challenge = { host: 'proxy.example', port: 3128, realm: 'Corporate', scheme: 'basic' }
const pool = { clearAuthCache: () => Promise.resolve() }

test('retries a reading and a sign-in that failed for lack of the proxy’s password', async () => {
  const made = await signedIn()
  const { app, commands, clock, service } = made
  const organisationId = 'org_1'
  service.before = () => failed(failure('proxy-auth', 'wanted'))
  await commands['organisation.refresh']({ organisationId })
  await commands['sign-in.start']({ permissions: [] })
  await settle()
  expect(app.state.current).toMatchObject({
    organisations: [{ trouble: { failure: { kind: 'proxy-auth' } } }],
    signIn: { kind: 'ended', failure: { kind: 'proxy-auth' } },
  })
  await made.proxy().begin(pool, 'https://api.parallel.ai').answer(challenge)
  service.before = null
  const { challenge: wanted } = app.state.current.proxy
  const given = commands['proxy.sign-in']({ id: wanted?.id ?? 0, username: 'ada', password: 'right' })
  await settle()
  expect(app.state.current).toMatchObject({
    organisations: [{ trouble: null }],
    signIn: { kind: 'waiting' },
  })
  await clock.advance(20_000)
  expect(await given).toMatchObject({ ok: true })
})

test('does not retry other failures', async () => {
  const { app, commands, service } = await signedIn()
  service.before = () => failed(failure('forbidden', 'no'))
  await commands['organisation.refresh']({ organisationId: 'org_1' })
  await settle()
  const { length } = service.http.requests
  app.organisations.retryBehindProxy()
  await settle()
  expect(service.http.requests).toHaveLength(length)
})
