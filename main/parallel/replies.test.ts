import * as v from 'valibot'
import { expect, test } from 'vitest'
import {
  appsReply,
  balanceReply,
  createKeyReply,
  deviceCodeReply,
  intervalMs,
  tokenReply,
} from './replies.ts'

test.each([
  [5, 5000],
  [1, 1000],
  [0.2, 1000],
  [0, 5000],
  [-3, 5000],
  [301, 300_000],
  [1e308, 300_000],
  [Number.NaN, 5000],
  ['7', 5000],
  [undefined, 5000],
  [null, 5000],
])('interval %s is %i ms', (given, expected) => {
  expect(intervalMs(given)).toBe(expected)
})

const device = { device_code: 'd', user_code: 'BCDF-GHJK', verification_uri: 'https://a.example/' }

test('defaults to the documented lifetime of a device code', () => {
  expect(v.parse(deviceCodeReply, device).expires_in).toBe(600_000)
  expect(v.parse(deviceCodeReply, { ...device, expires_in: 30 }).expires_in).toBe(30_000)
  for (const absurd of [0, -1, 1e308, 'x', {}]) {
    expect(v.parse(deviceCodeReply, { ...device, expires_in: absurd }).expires_in).toBe(600_000)
  }
})

test('accepts missing optional members of a token reply, and requires valid tokens', () => {
  expect(v.parse(tokenReply, { access_token: 'a' })).toMatchObject({
    token_type: 'Bearer',
    expires_in: 600_000,
    refresh_token_expires_in: null,
    authorization_expires_in: null,
  })
  expect(v.parse(tokenReply, { access_token: 'a', authorization_expires_in: -1 })).toMatchObject({
    authorization_expires_in: 90 * 24 * 3600 * 1000,
  })
  expect(v.is(tokenReply, { access_token: 'a b' })).toBe(false)
  expect(v.is(tokenReply, { access_token: 'a\r\nX: y' })).toBe(false)
  expect(v.is(tokenReply, { access_token: 'a', token_type: 'mac' })).toBe(false)
  expect(v.is(tokenReply, {})).toBe(false)
})

test('accepts a token reply with an invalid optional member', () => {
  const odd = { org_name: 5, token_type: null, scope: ['a'], org_id: '', refresh_token: 7, expires_in: 'x' }
  expect(v.parse(tokenReply, { access_token: 'a', ...odd })).toMatchObject({
    access_token: 'a',
    org_name: null,
    scope: null,
    org_id: null,
    refresh_token: null,
    expires_in: 600_000,
  })
  expect(v.is(tokenReply, { access_token: 'a', token_type: ' bearer ' })).toBe(true)
})

test.each(['', '  ', '\u200E', '\u2060\u3164', '\u2800', 5, null])('%j as a name counts as none', (name) => {
  expect(v.parse(tokenReply, { access_token: 'a', org_name: name }).org_name).toBeNull()
  expect(v.parse(appsReply, { apps: [{ app_id: 'a', app_name: name, org_id: 'o' }] }).apps).toMatchObject([
    { app_id: 'a', app_name: null },
  ])
  const key = { api_key_name: name, app_name: name, created_by_user_email: name, display_value: name }
  expect(v.parse(createKeyReply, { api_key_id: 'k', ...key })).toMatchObject({
    api_key_name: null,
    app_name: null,
    created_by_user_email: null,
    display_value: null,
  })
})

test('an app that can’t be used leaves the others in the list', () => {
  const app = (appId: unknown, more = {}) => ({ app_id: appId, app_name: 'n', org_id: 'o', ...more })
  const apps = [
    app('a'),
    app(''),
    null,
    7,
    {},
    [],
    app('..'),
    app('b', { org_id: null }),
    app('c', { org_id: 'x' }),
  ]
  expect(v.parse(appsReply, { apps }).apps?.map((one) => [one.app_id, one.org_id])).toEqual([
    ['a', 'o'],
    ['b', null],
    ['c', 'x'],
  ])
  expect(v.is(appsReply, { apps: [app(''), null] })).toBe(false)
  expect(v.parse(appsReply, { apps: [] }).apps).toEqual([])
})

test('a user code that shows nothing is not usable', () => {
  expect(v.is(deviceCodeReply, { ...device, user_code: '\u200B\u2800' })).toBe(false)
})

test('accepts fractions of a cent, and only finite numbers', () => {
  const parse = (credit: unknown) =>
    v.is(balanceReply, { org_id: 'o', credit_balance_cents: credit, unknown: true })
  expect(parse(19670.25)).toBe(true)
  expect(parse(-3)).toBe(true)
  for (const odd of ['5', null, undefined, 1e308, Number.NaN]) expect(parse(odd)).toBe(false)
  expect(v.is(balanceReply, { org_id: 'o', credit_balance_cents: 1 })).toBe(true)
  expect(v.is(balanceReply, { org_id: 'o', credit_balance_cents: 1, will_invoice: 'no' })).toBe(false)
})
