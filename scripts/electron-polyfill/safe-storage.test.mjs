import { expect, test } from 'vitest'
import { asyncSafeStorage } from './safe-storage.cjs'

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
