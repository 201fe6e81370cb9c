import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Platform, startPlatform } from './platform.ts'
import { createClient, send } from './test-client.ts'

let platform: Platform
let client: ReturnType<typeof createClient>
let page: string
beforeEach(async () => {
  platform = await startPlatform()
  client = createClient(platform)
  page = `${platform.platformUrl}/getServiceKeys/device`
})
afterEach(() => platform.close())

const status = () => platform.control.state().deviceAuthorizations.at(-1)

/** Opens the page for a new code as a browser would: keeps the cookie and the hidden field. */
async function openPage(scope?: string) {
  const code = (await client.deviceCode('parallel-cli', scope)).body
  const shown = await send(code.verification_uri_complete)
  const cookie = String(shown.headers['set-cookie']).split(';')[0] ?? ''
  const csrf = /name="csrf" value="([^"]+)"/.exec(shown.text)?.[1] ?? ''
  const userCode: string = code.user_code
  const form = { csrf, user_code: userCode, org_id: 'org_okafor', decision: 'approve' }
  return { code, userCode, shown, cookie, form }
}

/** The form's body with both optional groups ticked, unless stated otherwise. */
const submit = (
  form: Record<string, string>,
  headers: Record<string, string>,
  allow = ['manage', 'money'],
) => {
  const body = new URLSearchParams([
    ...Object.entries(form),
    ...allow.map((one) => ['allow', one]),
  ]).toString()
  return send(page, { body, headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers } })
}

describe('finding the code', () => {
  test('asks for a code and ignores case, spaces and a missing dash', async () => {
    expect((await send(page)).text).toContain('name="user_code"')
    const { userCode } = await openPage()
    for (const typed of [
      userCode,
      userCode.toLowerCase(),
      userCode.replace('-', ''),
      ` ${userCode.replace('-', ' ')} `,
    ])
      expect((await send(`${page}?user_code=${encodeURIComponent(typed)}`)).text).toContain(userCode)
  })

  test('reports an unknown code, asks again and escapes the typed text', async () => {
    const answer = await send(`${page}?user_code=${encodeURIComponent('"><script>')}`)
    expect(answer.status).toBe(404)
    expect(answer.text).toContain('No sign-in waits for this code')
    expect(answer.text).toContain('&quot;&gt;&lt;script&gt;')
    expect(answer.text).not.toContain('<script')
  })

  test('ignores other query parameters', async () => {
    const { code } = await openPage()
    expect((await send(`${code.verification_uri_complete}&onboard_variant=agent`)).status).toBe(200)
  })
})

describe('the confirmation page', () => {
  test('shows the client, its system, the time, the code, the organisations and the scopes', async () => {
    const name = '<img src=x>\u202e Evil'
    const clientId = (await client.register(name)).body.client_id
    const code = (await client.deviceCode(clientId)).body
    platform.control.advanceClock(125_000)
    const { text } = await send(code.verification_uri_complete)
    expect(text).toContain('<bdi>&lt;img src=x&gt; Evil</bdi> asks to sign in')
    expect(text).toContain('<bdi>Linux</bdi>')
    expect(text).toContain('2 minutes ago')
    expect(text).toContain(`>${code.user_code}<`)
    expect(text).toContain('Does the app show this same code?')
    expect(text).toContain('<bdi>Kestrel &amp; Finch GmbH</bdi>')
    expect(text).toContain('Pays by invoice')
    expect(text).toContain('$184.20 spendable')
    expect(text).toContain('Stand-in for Parallel: nothing here is real')
  })

  test('shows only the requested groups', async () => {
    const { shown } = await openPage('balance:read apps:read balance:add')
    expect(shown.text).toContain('Add money')
    expect(shown.text).not.toContain('Manage apps and keys')
  })

  test('has a content security policy without scripts, inline styles or frames', async () => {
    const { shown } = await openPage()
    const policy = String(shown.headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("form-action 'self'")
    expect(policy).not.toContain('unsafe')
    expect(shown.headers).toMatchObject({ 'x-frame-options': 'DENY', 'cache-control': 'no-store' })
    expect(shown.text).not.toMatch(/<script|<style|style=/)
    expect(String(shown.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict/)
    const sheet = await send(`${platform.platformUrl}/getServiceKeys/approval.css`)
    expect(sheet.headers['content-type']).toContain('text/css')
    expect(sheet.text).toContain('prefers-color-scheme: dark')
  })

  test('defines every token that the style sheet uses', async () => {
    const { text } = await send(`${platform.platformUrl}/getServiceKeys/approval.css`)
    const defined = new Set([...text.matchAll(/(--[\w-]+):/g)].map((match) => match[1]))
    const used = [...text.matchAll(/var\((--[\w-]+)/g)].map((match) => match[1])
    expect(used.filter((name) => !defined.has(name))).toEqual([])
  })
})

describe('deciding', () => {
  test('approves for the chosen organisation, and a reload doesn’t submit again', async () => {
    const { form, cookie, code } = await openPage()
    const answer = await submit(form, {
      cookie,
      origin: platform.platformUrl,
      'sec-fetch-site': 'same-origin',
    })
    expect([answer.status, answer.headers.location]).toEqual([
      303,
      `/getServiceKeys/device?user_code=${code.user_code}`,
    ])
    const done = await send(code.verification_uri_complete)
    expect(done.text).toContain('<h1>Approved</h1>')
    expect(done.text).toContain('You can close this page and go back to')
    expect((await client.poll('parallel-cli', code.device_code)).body).toMatchObject({
      org_id: 'org_okafor',
      scope: (await import('./scopes.ts')).ALL_SCOPES.join(' '),
    })
  })

  test('narrows the grant by unticked groups and never exceeds the request', async () => {
    const { form, cookie } = await openPage()
    await submit(form, { cookie }, ['manage'])
    expect(status()?.grantedScope).not.toContain('balance:add')
    expect(status()?.grantedScope).toContain('keys:create')
    const small = await openPage('balance:read')
    await submit(small.form, { cookie: small.cookie }, ['manage', 'money'])
    expect(status()?.grantedScope).toEqual(['balance:read'])
  })

  test('denies', async () => {
    const { form, cookie, code } = await openPage()
    await submit({ ...form, decision: 'deny' }, { cookie })
    expect((await send(code.verification_uri_complete)).text).toContain('<h1>Denied</h1>')
    expect((await client.poll('parallel-cli', code.device_code)).body.error).toBe('access_denied')
  })

  test('decides nothing without an organisation and says so', async () => {
    const { form, cookie } = await openPage()
    const answer = await submit({ ...form, org_id: 'org_none' }, { cookie })
    expect([answer.status, answer.text.includes('Choose an organisation.')]).toEqual([422, true])
    expect(status()?.status).toBe('pending')
  })

  test('offers the next step for an expired code', async () => {
    const { form, cookie, code } = await openPage()
    platform.control.advanceClock(600_000)
    for (const answer of [await submit(form, { cookie }), await send(code.verification_uri_complete)]) {
      expect([answer.status, answer.text.includes('This code has expired')]).toEqual([410, true])
      expect(answer.text).toContain('href="/getServiceKeys/device"')
    }
  })

  test('does not change a decision', async () => {
    const { form, cookie } = await openPage()
    await submit({ ...form, decision: 'deny' }, { cookie })
    await submit(form, { cookie })
    expect(status()?.status).toBe('denied')
  })
})

describe('cross-site request forgery', () => {
  test('refuses a missing cookie or token, and those of another code or browser', async () => {
    const other = await openPage()
    const { form, cookie } = await openPage()
    const refused = [
      await submit(form, {}),
      await submit({ ...form, csrf: '' }, { cookie }),
      await submit({ ...form, csrf: other.form.csrf }, { cookie: other.cookie }),
      await submit(form, { cookie: other.cookie }),
    ]
    expect(refused.map((one) => one.status)).toEqual([403, 403, 403, 403])
    expect(status()?.status).toBe('pending')
  })

  test('refuses another origin even with cookie and token', async () => {
    const { form, cookie } = await openPage()
    for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }])
      expect((await submit(form, { cookie, ...(headers as Record<string, string>) })).status).toBe(403)
    expect(status()?.status).toBe('pending')
  })

  test('never decides on a GET request', async () => {
    const { code, form } = await openPage()
    await send(`${code.verification_uri_complete}&${new URLSearchParams(form)}`)
    expect(status()?.status).toBe('pending')
  })
})
