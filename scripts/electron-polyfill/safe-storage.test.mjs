import { expect, test, vi } from 'vitest'
import { asyncSafeStorage as polyfill } from './safe-storage.cjs'

const asyncSafeStorage = (sync, system = 'linux', openWallet = async () => true) =>
  polyfill(sync, system, openWallet)

const keyring = (available) => ({
  isEncryptionAvailable: () => available,
  encryptString: (text) => Buffer.from(`v11${text}`),
  decryptString: (encrypted) => {
    if (!available) throw new Error('no key')
    return encrypted.toString().slice(3)
  },
})

test('encrypts with a public key (v10) when there is no keyring', async () => {
  const storage = asyncSafeStorage(keyring(false))
  const encrypted = await storage.encryptStringAsync('größe')
  expect(encrypted.subarray(0, 3).toString()).toBe('v10')
  expect(encrypted.includes('größe')).toBe(false)
  expect(await storage.decryptStringAsync(encrypted)).toEqual({ result: 'größe', shouldReEncrypt: false })
})

test('requests re-encryption of v10 data once there is a keyring', async () => {
  const weak = await asyncSafeStorage(keyring(false)).encryptStringAsync('text')
  const storage = asyncSafeStorage(keyring(true))
  expect(await storage.decryptStringAsync(weak)).toEqual({ result: 'text', shouldReEncrypt: true })
  expect((await storage.encryptStringAsync('text')).subarray(0, 3).toString()).toBe('v11')
})

test('fails to decrypt a keyring’s data when the keyring is gone', async () => {
  const strong = await asyncSafeStorage(keyring(true)).encryptStringAsync('text')
  await expect(asyncSafeStorage(keyring(false)).decryptStringAsync(strong)).rejects.toThrow()
})

test('asks for the wallet once, and nothing synchronous before it is open', async () => {
  let asked = 0
  let answer
  const sync = { isEncryptionAvailable: () => true, decryptString: vi.fn(() => 'text') }
  const storage = asyncSafeStorage(sync, 'linux', () => {
    asked += 1
    return new Promise((resolve) => {
      answer = resolve
    })
  })
  const decrypted = [
    storage.decryptStringAsync(Buffer.from('v11…')),
    storage.decryptStringAsync(Buffer.from('v11…')),
  ]
  await Promise.resolve()
  expect(sync.decryptString).not.toHaveBeenCalled()
  answer(true)
  expect(await Promise.all(decrypted)).toHaveLength(2)
  expect(asked).toBe(1)
})

test('fails to decrypt a keyring’s data, and asks nothing synchronous, when the wallet is refused', async () => {
  const decryptString = vi.fn()
  const sync = { isEncryptionAvailable: () => true, decryptString }
  const storage = asyncSafeStorage(sync, 'linux', async () => false)
  await expect(storage.decryptStringAsync(Buffer.from('v11…'))).rejects.toThrow()
  expect((await storage.encryptStringAsync('text')).subarray(0, 3).toString()).toBe('v10')
  expect(decryptString).not.toHaveBeenCalled()
})

test.each(['darwin', 'win32'])(
  'leaves v10 data to the keyring of %s, whose prefix it is, too',
  async (system) => {
    const system10 = {
      ...keyring(true),
      encryptString: (text) => Buffer.from(`v10${text}`),
    }
    const storage = asyncSafeStorage(system10, system)
    const encrypted = await storage.encryptStringAsync('text')
    expect(await storage.decryptStringAsync(encrypted)).toEqual({ result: 'text', shouldReEncrypt: false })
  },
)

test.each(['darwin', 'win32'])('fails to encrypt on %s without a keyring', async (system) => {
  const none = {
    ...keyring(false),
    encryptString: () => {
      throw new Error('no key')
    },
  }
  const storage = asyncSafeStorage(none, system)
  expect(await storage.isAsyncEncryptionAvailable()).toBe(false)
  await expect(storage.encryptStringAsync('text')).rejects.toThrow('no key')
})
