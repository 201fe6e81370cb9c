/** Replies with missing optional members, unknown members or absurd values. */
import { afterEach, describe, expect, test } from 'vitest'
import { expectInvariants } from './wire.ts'
import { startApp, type WireApp } from './wire-app.ts'

let running: WireApp | undefined
afterEach(async () => {
  if (running !== undefined) await expectInvariants(running.wire)
  running = undefined
})

const deviceCode = { path: '=/getServiceKeys/device/code' }
const token = { path: '=/getServiceKeys/token' }
const absurd = [0, -1, 1e300, '600', null, true, [], {}]

/** The app with altered replies to `match`. The server allows polls each second, so it refuses none as early. */
async function changed(
  match: { path: string },
  change: { json?: Record<string, unknown>; remove?: string[] },
): Promise<WireApp> {
  running = await startApp({ intervalSeconds: 1 })
  running.wire.fault({ kind: 'replace-reply', match, ...change })
  await running.start(['manage'])
  return running
}

describe('the device code', () => {
  test('accepts only the required members', async () => {
    const harness = await changed(deviceCode, {
      remove: ['verification_uri_complete', 'expires_in', 'interval'],
    })
    const { signIn } = harness
    if (signIn.kind !== 'waiting') throw new Error(signIn.kind)
    expect(signIn.verificationUriComplete).toBe(signIn.verificationUri)
    expect(signIn.expiresAt - signIn.startedAt).toBe(600_000)
    expect(signIn.nextCheckAt - signIn.startedAt).toBe(6000)
    await harness.approve()
    expect(harness.session?.kind).toBe('active')
  })

  test.each(absurd)('treats expires_in %j as missing', async (value) => {
    const { signIn } = await changed(deviceCode, { json: { expires_in: value } })
    expect(signIn.kind === 'waiting' && signIn.expiresAt - signIn.startedAt).toBe(600_000)
  })

  test.each([
    ...absurd.filter((one) => one !== 1e300).map((value) => [value, 6000]),
    [1e300, 360_000],
    [301, 360_000],
    [0.001, 1200],
    [2.5, 3000],
  ])('with interval %j sends the first poll after %i ms', async (value, ms) => {
    const { signIn } = await changed(deviceCode, { json: { interval: value } })
    expect(signIn.kind === 'waiting' && signIn.nextCheckAt - signIn.startedAt).toBe(ms)
  })

  test.each(['device_code', 'user_code', 'verification_uri'])(
    'reports a reply without %s as a server failure',
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
  ])('does not show the address %s', async (address) => {
    const { signIn } = await changed(deviceCode, { json: { verification_uri: address } })
    expect(signIn).toMatchObject({ kind: 'ended', failure: { kind: 'server' } })
  })

  test('shows a foreign host and opens it only after confirmation', async () => {
    const uri = 'https://login.example/device'
    const json = { verification_uri: uri, verification_uri_complete: 'https://evil.example/device' }
    const harness = await changed(deviceCode, { json })
    expect(harness.signIn).toMatchObject({ foreignHost: 'login.example', verificationUriComplete: uri })
    expect(await harness.commands['sign-in.open-browser']({ allowForeignHost: false })).toMatchObject({
      ok: false,
    })
    expect(harness.desktop.opened).toEqual([])
  })

  test('removes control characters from a user code', async () => {
    const { signIn } = await changed(deviceCode, { json: { user_code: '\u202eBCDF\u0000\r\n-GHJK\u2069' } })
    expect(signIn).toMatchObject({ kind: 'waiting', userCode: 'BCDF -GHJK' })
  })
})

describe('the first tokens', () => {
  const organisation = { id: 'org_halden', name: 'Halden Research' }

  test('takes the requested scope as granted when the reply names none', async () => {
    const optional = ['token_type', 'expires_in', 'refresh_token_expires_in', 'authorization_expires_in']
    const harness = await changed(token, { remove: [...optional, 'org_name', 'scope'] })
    await harness.approve()
    const { clock } = harness.wire
    expect(harness.organisation).toMatchObject({
      id: organisation.id,
      name: organisation.id,
      permissions: ['see', 'manage'],
      session: { kind: 'active', accessUntil: clock.now() + 600_000, signInUntil: null },
    })
    await clock.advance(3600_000)
    expect(harness.organisation).toMatchObject({ session: { kind: 'active' }, trouble: null })
  })

  test.each(absurd)('uses the documented lifetimes instead of %j', async (value) => {
    const json = { expires_in: value, refresh_token_expires_in: value, authorization_expires_in: value }
    const harness = await changed(token, { json })
    await harness.approve()
    const now = harness.wire.clock.now()
    const week = value === null ? null : now + 7 * 86_400_000
    const quarter = value === null ? null : now + 90 * 86_400_000
    expect(harness.session).toMatchObject({
      kind: 'active',
      accessUntil: now + 600_000,
      signInUntil: week,
      authorizationUntil: quarter,
    })
  })

  test.each([',', ', ', '\n', ' , '])('splits scopes that are joined by %j', async (joint) => {
    const scopes = ['balance:read', 'apps:read', 'keys:read', 'balance:add']
    const harness = await changed(token, { json: { scope: scopes.join(joint) } })
    await harness.approve()
    expect(harness.organisation).toMatchObject({ permissions: ['see', 'add-money'] })
  })

  test('accepts unknown members and an upper-case token type', async () => {
    const harness = await changed(token, {
      json: { token_type: 'BEARER', id_token: {}, __proto: 1, '': null },
    })
    await harness.approve()
    expect(harness.organisation).toMatchObject({ ...organisation, trouble: null })
  })

  test.each([
    ['access_token', undefined],
    ['access_token', 'with space'],
    ['access_token', 'two\r\nlines: yes'],
    ['access_token', ''],
    ['refresh_token', 17],
    ['token_type', 'mac'],
    ['org_id', '..'],
  ])('does not sign in with %s %j and revokes the grant where possible', async (member, value) => {
    const change = value === undefined ? { remove: [member] } : { json: { [member]: value } }
    const harness = await changed(token, change)
    await harness.approve()
    expect(harness.app.state.current.organisations).toEqual([])
    expect(harness.signIn).toMatchObject({ kind: 'ended', failure: { kind: 'server' } })
    const alive = harness.wire.platform.control.state().grants.filter((one) => !one.revoked)
    expect(alive).toHaveLength(member === 'refresh_token' ? 1 : 0)
  })

  test('does not sign in without a refresh token', async () => {
    const harness = await changed(token, { remove: ['refresh_token'] })
    await harness.approve()
    expect(harness.signIn).toMatchObject({ kind: 'ended', failure: { kind: 'server' } })
  })

  test('revokes the grant when the organisation is missing', async () => {
    const harness = await changed(token, { remove: ['org_id'] })
    await harness.approve()
    expect(harness.signIn).toMatchObject({ kind: 'ended', failure: { kind: 'server' } })
    expect(harness.wire.control.state().grants).toMatchObject([{ revoked: 'revoked by the client' }])
  })

  test.each([
    ['Halden\u202e hcraeseR\u2069', 'Halden hcraeseR'],
    ['two\r\nlines\u0007', 'two lines'],
    ['<b>&amp;</b>', '<b>&amp;</b>'],
    ['\ud800lone', '\ufffdlone'],
    ['Tomás 東京 🧪', 'Tomás 東京 🧪'],
  ])('shows the name %j as %j', async (name, shown) => {
    const harness = await changed(token, { json: { org_name: name } })
    await harness.approve()
    expect(harness.organisation?.name).toBe(shown)
  })

  test('truncates a long name', async () => {
    const harness = await changed(token, { json: { org_name: '🧪'.repeat(5000) } })
    await harness.approve()
    expect([...(harness.organisation?.name ?? '')]).toHaveLength(200)
  })
})
