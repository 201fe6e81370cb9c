/**
 * The asynchronous part of `safeStorage`, implemented with the synchronous part that every Electron has.
 * On Linux, like 45's, it also succeeds where there is no keyring: with a `v10` ciphertext, whose key is public knowledge
 * (Chromium's os_crypt on Linux: AES-128-CBC, PBKDF2 of `peanuts` and `saltysalt`, one round, an IV of spaces). On macOS
 * and Windows `v10` is what the system has encrypted.
 */
const { createCipheriv, createDecipheriv, pbkdf2Sync } = require('node:crypto')
const { openWallet: openKdeWallet } = require('./open-wallet.cjs')

const v10 = Buffer.from('v10')
const iv = Buffer.alloc(16, ' ')
const key = () => pbkdf2Sync('peanuts', 'saltysalt', 1, 16, 'sha1')

function encryptV10(text) {
  const cipher = createCipheriv('aes-128-cbc', key(), iv)
  return Buffer.concat([v10, cipher.update(text, 'utf8'), cipher.final()])
}

function decryptV10(encrypted) {
  const decipher = createDecipheriv('aes-128-cbc', key(), iv)
  return decipher.update(encrypted.subarray(v10.length), undefined, 'utf8') + decipher.final('utf8')
}

/**
 * @param {Pick<Electron.SafeStorage, 'isEncryptionAvailable' | 'encryptString' | 'decryptString'>} sync
 * @param {NodeJS.Platform} system
 * @param {() => Promise<boolean>} openWallet
 */
exports.asyncSafeStorage = (sync, system = process.platform, openWallet = openKdeWallet) => {
  const hasPublicKey = system === 'linux'
  let opened
  /** Asked once per process, as in Electron. */
  const hasKeyring = async () => {
    opened ??= hasPublicKey ? openWallet() : Promise.resolve(true)
    return (await opened) && sync.isEncryptionAvailable()
  }
  return {
    isAsyncEncryptionAvailable: async () => hasPublicKey || hasKeyring(),
    encryptStringAsync: async (text) =>
      hasPublicKey && !(await hasKeyring()) ? encryptV10(text) : sync.encryptString(text),
    decryptStringAsync: async (encrypted) => {
      if (hasPublicKey && encrypted.subarray(0, v10.length).equals(v10)) {
        return { result: decryptV10(encrypted), shouldReEncrypt: await hasKeyring() }
      }
      if (hasPublicKey && !(await hasKeyring())) throw new Error('The keyring is not available')
      return { result: sync.decryptString(encrypted), shouldReEncrypt: false }
    },
  }
}
