import { describe, expect, it } from 'vitest'
import { readEnvironment } from './environment.ts'

const pair = (platform: string, api = 'https://api.example.com/account') =>
  readEnvironment({ PARALLEL_PLATFORM_URL: platform, PARALLEL_SERVICE_API_URL: api })

describe('readEnvironment', () => {
  it('defaults to Parallel’s own servers', () => {
    const own = {
      platformUrl: 'https://platform.parallel.ai',
      serviceApiUrl: 'https://api.parallel.ai/account',
      isDefault: true,
    }
    expect(readEnvironment({})).toEqual({ ok: true, value: own })
    expect(readEnvironment({ PARALLEL_PLATFORM_URL: '', PARALLEL_SERVICE_API_URL: '' })).toEqual({
      ok: true,
      value: own,
    })
    expect(pair('https://platform.parallel.ai/', 'https://api.parallel.ai/account/')).toEqual({
      ok: true,
      value: own,
    })
  })

  it('accepts other servers, and removes trailing slashes', () => {
    expect(pair('http://127.0.0.1:4010/', 'http://127.0.0.1:4011/a/b//')).toEqual({
      ok: true,
      value: {
        platformUrl: 'http://127.0.0.1:4010',
        serviceApiUrl: 'http://127.0.0.1:4011/a/b',
        isDefault: false,
      },
    })
  })

  it('requires both servers or neither', () => {
    expect(readEnvironment({ PARALLEL_PLATFORM_URL: 'https://a.example' }).ok).toBe(false)
    expect(readEnvironment({ PARALLEL_SERVICE_API_URL: 'https://a.example' }).ok).toBe(false)
  })

  it.each([
    'http://localhost:1',
    'http://LOCALHOST',
    'http://127.0.0.1',
    'http://127.255.3.4:80',
    'http://[::1]:9',
    'http://[0:0:0:0:0:0:0:1]',
    // The URL standard writes these out as 127.0.0.1.
    'http://127.1',
    'http://0x7f.1',
    'http://2130706433',
    'http://127.0.0.1.',
    'https://platform.example.com:8443',
  ])('accepts %s', (address) => {
    expect(pair(address).ok).toBe(true)
  })

  it.each([
    'http://platform.parallel.ai',
    'http://localhost.evil.com',
    'http://localhost.',
    'http://127.0.0.1.nip.io',
    'http://[::ffff:127.0.0.1]',
    'http://0.0.0.0',
    'http://[::]',
    'http://128.0.0.1',
    'http://1270.0.0.1',
    'http://localhost@evil.com',
    'http://127.0.0.1:x',
    'https://user@platform.example.com',
    'https://:secret@platform.example.com',
    'https://platform.example.com/path',
    'https://platform.example.com?x=1',
    'https://platform.example.com#x',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'ftp://127.0.0.1',
    'platform.example.com',
    'https://',
  ])('refuses %s in one line that does not repeat it', (address) => {
    const read = pair(address)
    expect(read.ok).toBe(false)
    if (read.ok) return
    expect(read.message).not.toContain('\n')
    expect(read.message).not.toContain('secret')
    expect(read.message).toContain('PARALLEL_PLATFORM_URL')
  })

  it('checks the API address like the platform address, but allows a path', () => {
    expect(pair('https://a.example', 'http://api.example.com').ok).toBe(false)
    expect(pair('https://a.example', 'https://u:p@api.example.com').ok).toBe(false)
    expect(pair('https://a.example', 'https://api.example.com/account?x').ok).toBe(false)
  })

  it('accepts only an absolute user-data folder', () => {
    expect(readEnvironment({ PARALLEL_TRAY_USER_DATA: '/tmp/tray' })).toMatchObject({
      ok: true,
      value: { userData: '/tmp/tray', isDefault: true },
    })
    expect(readEnvironment({ PARALLEL_TRAY_USER_DATA: 'tray' }).ok).toBe(false)
    expect(readEnvironment({ PARALLEL_TRAY_USER_DATA: '/tmp/\0' }).ok).toBe(false)
    expect(readEnvironment({ PARALLEL_TRAY_USER_DATA: '' })).toMatchObject({ ok: true })
  })
})
