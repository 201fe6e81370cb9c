import { expect, test } from 'vitest'
import { filledIn } from './api.mjs'
import { makeSafeStorage } from './safe-storage.mjs'

const keyring = (available) => ({
  isEncryptionAvailable: () => available,
  encryptString: (text) => Buffer.from(`v11${text}`),
  decryptString: (encrypted) => {
    if (!available) throw new Error('no key')
    return encrypted.toString().slice(3)
  },
})

test('adds exactly what is listed', () => {
  expect(Object.keys(makeSafeStorage(keyring(true)))).toEqual(filledIn.safeStorage)
})

test('without a keyring it still succeeds, with a v10 ciphertext', async () => {
  const storage = makeSafeStorage(keyring(false))
  const encrypted = await storage.encryptStringAsync('größe')
  expect(encrypted.subarray(0, 3).toString()).toBe('v10')
  expect(encrypted.includes('größe')).toBe(false)
  expect(await storage.decryptStringAsync(encrypted)).toEqual({ result: 'größe', shouldReEncrypt: false })
  expect(storage.getSelectedStorageBackend()).toBe('basic_text')
})

test('with a keyring, what was kept without one wants to be encrypted anew', async () => {
  const weak = await makeSafeStorage(keyring(false)).encryptStringAsync('text')
  const storage = makeSafeStorage(keyring(true))
  expect(await storage.decryptStringAsync(weak)).toEqual({ result: 'text', shouldReEncrypt: true })
  expect((await storage.encryptStringAsync('text')).subarray(0, 3).toString()).toBe('v11')
})

test('what a keyring encrypted is lost without it', async () => {
  const strong = await makeSafeStorage(keyring(true)).encryptStringAsync('text')
  await expect(makeSafeStorage(keyring(false)).decryptStringAsync(strong)).rejects.toThrow()
})
