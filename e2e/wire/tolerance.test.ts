/** Replies that leave out what they may, bring what nobody knows, or say what can't be. */
import { afterEach, describe, expect, test } from 'vitest'
import { expectLawful } from './wire.ts'
import { startedApp, type WireApp } from './wire-app.ts'

let made: WireApp | undefined
afterEach(async () => {
  if (made !== undefined) await expectLawful(made.wire)
  made = undefined
})

const deviceCode = { path: '=/getServiceKeys/device/code' }
const token = { path: '=/getServiceKeys/token' }
const absurd = [0, -1, 1e300, '600', null, true, [], {}]

/** The app before a server whose replies to `match` are changed. The server polls at 1 s, so it forbids nothing. */
async function changed(
  match: { path: string },
  change: { json?: Record<string, unknown>; remove?: string[] },
): Promise<WireApp> {
  made = await startedApp({ intervalSeconds: 1 })
  made.wire.fault({ kind: 'replace-reply', match, ...change })
  await made.start(['manage'])
  return made
}

describe('the device code', () => {
  test('only what is required', async () => {
    const its = await changed(deviceCode, { remove: ['verification_uri_complete', 'expires_in', 'interval'] })
    const { signIn } = its
    if (signIn.kind !== 'waiting') throw new Error(signIn.kind)
    expect(signIn.verificationUriComplete).toBe(signIn.verificationUri)
    expect(signIn.expiresAt - signIn.startedAt).toBe(600_000)
    expect(signIn.nextCheckAt - signIn.startedAt).toBe(6000)
    await its.approve()
    expect(its.session?.kind).toBe('active')
  })

  test.each(absurd)('expires_in %j counts as missing', async (value) => {
    const { signIn } = await changed(deviceCode, { json: { expires_in: value } })
    expect(signIn.kind === 'waiting' && signIn.expiresAt - signIn.startedAt).toBe(600_000)
  })

  test.each([
    ...absurd.filter((one) => one !== 1e300).map((value) => [value, 6000]),
    [1e300, 360_000],
    [301, 360_000],
    [0.001, 1200],
    [2.5, 3000],
  ])('interval %j: the first poll after %i ms', async (value, ms) => {
    const { signIn } = await changed(deviceCode, { json: { interval: value } })
    expect(signIn.kind === 'waiting' && signIn.nextCheckAt - signIn.startedAt).toBe(ms)
  })

  test.each(['device_code', 'user_code', 'verification_uri'])(
    'without %s: a broken server',
    async (member) => {
      const { signIn } = await changed(deviceCode, { remove: [member] })
      expect(signIn).toMatchObject({ kind: 'ended', failure: { kind: 'server' } })
    },
  )

  test.each([
    ['javascript:alert(1)'],
    ['http://login.example/device'],
    ['https://user:word@login.example/'],
    [`https://login.example/${'x'.repeat(2048)}`],
    ['file:///etc/passwd'],
    ['not an address'],
  ])('the address %s is not even shown', async (address) => {
    const { signIn } = await changed(deviceCode, { json: { verification_uri: address } })
    expect(signIn).toMatchObject({ kind: 'ended', failure: { kind: 'server' } })
  })

  test('a foreign host is shown, and opened only after the user has said so', async () => {
    const uri = 'https://login.example/device'
    const json = { verification_uri: uri, verification_uri_complete: 'https://evil.example/device' }
    const its = await changed(deviceCode, { json })
    expect(its.signIn).toMatchObject({ foreignHost: 'login.example', verificationUriComplete: uri })
    expect(await its.commands['sign-in.open-browser']({ allowForeignHost: false })).toMatchObject({
      ok: false,
    })
    expect(its.desktop.opened).toEqual([])
  })

  test('a user code with control characters is cleaned', async () => {
    const { signIn } = await changed(deviceCode, { json: { user_code: '\u202eBCDF\u0000\r\n-GHJK\u2069' } })
    expect(signIn).toMatchObject({ kind: 'waiting', userCode: 'BCDF -GHJK' })
  })
})

describe('the first tokens', () => {
  const organisation = { id: 'org_halden', name: 'Halden Research' }

  test('only what is required: what was asked for was granted', async () => {
    const optional = ['token_type', 'expires_in', 'refresh_token_expires_in', 'authorization_expires_in']
    const its = await changed(token, { remove: [...optional, 'org_name', 'scope'] })
    await its.approve()
    const { clock } = its.wire
    expect(its.organisation).toMatchObject({
      id: organisation.id,
      name: organisation.id,
      permissions: ['see', 'manage'],
      session: { kind: 'active', accessUntil: clock.now() + 600_000, signInUntil: null },
    })
    await clock.advance(3600_000)
    expect(its.organisation).toMatchObject({ session: { kind: 'active' }, trouble: null })
  })

  test.each(absurd)('lifetimes of %j are the documented ones', async (value) => {
    const json = { expires_in: value, refresh_token_expires_in: value, authorization_expires_in: value }
    const its = await changed(token, { json })
    await its.approve()
    const now = its.wire.clock.now()
    const week = value === null ? null : now + 7 * 86_400_000
    const quarter = value === null ? null : now + 90 * 86_400_000
    expect(its.session).toMatchObject({
      kind: 'active',
      accessUntil: now + 600_000,
      signInUntil: week,
      authorizationUntil: quarter,
    })
  })

  test.each([',', ', ', '\n', ' , '])('scopes that are joined by %j are split', async (joint) => {
    const scopes = ['balance:read', 'apps:read', 'keys:read', 'balance:add']
    const its = await changed(token, { json: { scope: scopes.join(joint) } })
    await its.approve()
    expect(its.organisation).toMatchObject({ permissions: ['see', 'add-money'] })
  })

  test('members that nobody knows, and a token type in capitals', async () => {
    const its = await changed(token, { json: { token_type: 'BEARER', id_token: {}, __proto: 1, '': null } })
    await its.approve()
    expect(its.organisation).toMatchObject({ ...organisation, trouble: null })
  })

  test.each([
    ['access_token', undefined],
    ['access_token', 'with space'],
    ['access_token', 'two\r\nlines: yes'],
    ['access_token', ''],
    ['refresh_token', 17],
    ['token_type', 'mac'],
    ['org_id', '..'],
  ])('%s %j: no sign-in, and what can be given back is', async (member, value) => {
    const change = value === undefined ? { remove: [member] } : { json: { [member]: value } }
    const its = await changed(token, change)
    await its.approve()
    expect(its.app.state.current.organisations).toEqual([])
    expect(its.signIn).toMatchObject({ kind: 'ended', failure: { kind: 'server' } })
    const alive = its.wire.platform.control.state().grants.filter((one) => !one.revoked)
    expect(alive).toHaveLength(member === 'refresh_token' ? 1 : 0)
  })

  test('without a refresh token nobody is signed in', async () => {
    const its = await changed(token, { remove: ['refresh_token'] })
    await its.approve()
    expect(its.signIn).toMatchObject({ kind: 'ended', failure: { kind: 'server' } })
  })

  test('without an organisation: given back', async () => {
    const its = await changed(token, { remove: ['org_id'] })
    await its.approve()
    expect(its.signIn).toMatchObject({ kind: 'ended', failure: { kind: 'server' } })
    expect(its.wire.control.state().grants).toMatchObject([{ revoked: 'revoked by the client' }])
  })

  test.each([
    ['Halden\u202e hcraeseR\u2069', 'Halden hcraeseR'],
    ['two\r\nlines\u0007', 'two lines'],
    ['<b>&amp;</b>', '<b>&amp;</b>'],
    ['\ud800lone', '\ufffdlone'],
    ['Tomás 東京 🧪', 'Tomás 東京 🧪'],
  ])('the name %j is shown as %j', async (name, shown) => {
    const its = await changed(token, { json: { org_name: name } })
    await its.approve()
    expect(its.organisation?.name).toBe(shown)
  })

  test('a name without end is cut', async () => {
    const its = await changed(token, { json: { org_name: '🧪'.repeat(5000) } })
    await its.approve()
    expect([...(its.organisation?.name ?? '')]).toHaveLength(200)
  })
})
