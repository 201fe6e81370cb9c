import { describe, expect, it } from 'vitest'
import { appFile, isAppAddress } from './app-address.ts'

describe('isAppAddress', () => {
  it.each(['parallel-tray://app/', 'parallel-tray://app/index.html?x#y'])('accepts %s', (address) => {
    expect(isAppAddress(address)).toBe(true)
  })
  it.each([
    'parallel-tray://app.evil/',
    'parallel-tray://app:1/',
    'parallel-tray://evil@app/',
    'parallel-tray://other/',
    'parallel-tray:app',
    'https://app/',
    'file:///app',
    'about:blank',
    '',
  ])('doesn’t take %s for one', (address) => {
    expect(isAppAddress(address)).toBe(false)
  })
})

describe('appFile', () => {
  it('finds files inside the folder', () => {
    expect(appFile('/out/renderer', 'parallel-tray://app/')).toEqual({
      path: '/out/renderer/index.html',
      mimeType: 'text/html; charset=utf-8',
    })
    expect(appFile('/out/renderer/', 'parallel-tray://app/assets/index-a1_B2.js?v#h')).toEqual({
      path: '/out/renderer/assets/index-a1_B2.js',
      mimeType: 'text/javascript; charset=utf-8',
    })
  })

  it.each([
    'parallel-tray://app/../main/index.js',
    'parallel-tray://app/%2e%2e/secret.json',
    'parallel-tray://app/..%2fsecret.json',
    'parallel-tray://app/%2e%2e%2fsecret.json',
    'parallel-tray://app/%252e%252e/secret.json',
    'parallel-tray://app/..%5csecret.json',
    'parallel-tray://app/a%00.html',
    'parallel-tray://app/%zz.html',
    'parallel-tray://app/.hidden.json',
    'parallel-tray://app//etc/passwd.json',
    'parallel-tray://app/C:/x.html',
    'parallel-tray://app/index.html::$DATA',
    'parallel-tray://app/file.exe',
    'parallel-tray://app/assets/',
    'parallel-tray://app/assets',
    'parallel-tray://other/index.html',
    'file:///out/renderer/index.html',
  ])('serves nothing outside the folder for %s', (address) => {
    const file = appFile('/out/renderer', address)
    if (file !== null) expect(file.path.startsWith('/out/renderer/')).toBe(true)
    // What the URL parser has already flattened is inside; everything else is refused.
    if (!/\/(\.\.|%2e%2e)\/[^%]*$/.test(address)) expect(file).toBeNull()
  })
})
