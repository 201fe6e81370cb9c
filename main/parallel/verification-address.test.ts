import { describe, expect, test } from 'vitest'
import { checkVerificationAddress, isLoopbackHost } from './verification-address.ts'

const parallel = 'https://platform.parallel.ai'
const loopback = 'http://127.0.0.1:8787'

describe('an address of the platform', () => {
  test('accepts the platform’s own address, with the complete one that contains the code', () => {
    const checked = checkVerificationAddress(
      parallel,
      `${parallel}/device`,
      `${parallel}/device?user_code=BCDF-GHJK`,
    )
    expect(checked).toEqual({
      ok: true,
      value: {
        uri: `${parallel}/device`,
        complete: `${parallel}/device?user_code=BCDF-GHJK`,
        foreignHost: null,
      },
    })
  })

  test('accepts another host within the registrable domain', () => {
    const checked = checkVerificationAddress(parallel, 'https://login.parallel.ai/device', undefined)
    expect(checked.ok && checked.value.foreignHost).toBeNull()
  })

  test('accepts http on loopback when the platform is on loopback', () => {
    expect(checkVerificationAddress(loopback, `${loopback}/device`, undefined).ok).toBe(true)
    expect(checkVerificationAddress(parallel, `${loopback}/device`, undefined).ok).toBe(false)
    expect(checkVerificationAddress(loopback, 'http://example.com/device', undefined).ok).toBe(false)
  })
})

test.each([
  'https://platform.parallel.ai.example.com/device',
  'https://parallel.ai.example/device',
  'https://platform-parallel.ai/device',
  'https://evilparallel.ai/device',
  'https://platform.parallel.ai:8443/device',
  'https://platform.parallel.ai./device',
  'https://p\u0430rallel.ai/device',
  'https://parallel.ai\uff0eevil.example/device',
  'https://192.0.2.1/device',
])('%s is foreign: its host is shown and asked about', (address) => {
  const checked = checkVerificationAddress(parallel, address, undefined)
  expect(checked.ok && checked.value.foreignHost).toBe(new URL(address).host)
})

test.each([
  'javascript:alert(1)',
  'file:///etc/passwd',
  'http://platform.parallel.ai/device',
  'https://platform.parallel.ai@evil.example/device',
  'https://user:word@platform.parallel.ai/device',
  'not an address',
  `https://platform.parallel.ai/${'x'.repeat(2048)}`,
])('%s is no address to offer', (address) => {
  expect(checkVerificationAddress(parallel, address, undefined).ok).toBe(false)
})

test('ignores a complete address on another origin', () => {
  const checked = checkVerificationAddress(parallel, `${parallel}/device`, 'https://evil.example/?c=1')
  expect(checked.ok && checked.value.complete).toBe(`${parallel}/device`)
})

test('counts exactly localhost, 127.0.0.0/8 and [::1] as loopback', () => {
  for (const host of ['localhost', '127.0.0.1', '127.255.0.9', '[::1]'])
    expect(isLoopbackHost(host)).toBe(true)
  for (const host of ['localhost.example.com', '127.0.0.1.nip.io', '128.0.0.1', '[::2]', '0.0.0.0'])
    expect(isLoopbackHost(host)).toBe(false)
})
