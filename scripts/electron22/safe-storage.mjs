/**
 * The asynchronous half of `safeStorage`, over the synchronous one of Electron 22.
 * Like 45's it succeeds where there is no keyring: with a `v10` ciphertext, whose key is public knowledge
 * (Chromium's os_crypt on Linux: AES-128-CBC, PBKDF2 of `peanuts` and `saltysalt`, one round, an IV of spaces).
 */
import { createCipheriv, createDecipheriv, pbkdf2Sync } from 'node:crypto'

const tag = Buffer.from('v10')
const iv = Buffer.alloc(16, ' ')
const key = () => pbkdf2Sync('peanuts', 'saltysalt', 1, 16, 'sha1')

export function encryptV10(text) {
  const cipher = createCipheriv('aes-128-cbc', key(), iv)
  return Buffer.concat([tag, cipher.update(text, 'utf8'), cipher.final()])
}

export function decryptV10(encrypted) {
  const decipher = createDecipheriv('aes-128-cbc', key(), iv)
  return decipher.update(encrypted.subarray(tag.length), undefined, 'utf8') + decipher.final('utf8')
}

/** @param {Pick<Electron.SafeStorage, 'isEncryptionAvailable' | 'encryptString' | 'decryptString'>} sync */
export function makeSafeStorage(sync) {
  const hasKeyring = () => sync.isEncryptionAvailable()
  return {
    isAsyncEncryptionAvailable: async () => true,
    encryptStringAsync: async (text) => (hasKeyring() ? sync.encryptString(text) : encryptV10(text)),
    decryptStringAsync: async (encrypted) => {
      if (encrypted.subarray(0, tag.length).equals(tag)) {
        return { result: decryptV10(encrypted), shouldReEncrypt: hasKeyring() }
      }
      return { result: sync.decryptString(encrypted), shouldReEncrypt: false }
    },
    getSelectedStorageBackend: () => (hasKeyring() ? 'gnome_libsecret' : 'basic_text'),
  }
}
