/** The Secrets port over Electron's safeStorage. Ciphertext is base64. */
import type { SafeStorage } from 'electron'
import { failed, ok, type Result } from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'
import type { Secrets } from '../../ports.ts'
import { strengthOfCiphertext } from './ciphertext-strength.ts'

export type ElectronSecretsDeps = {
  readonly safeStorage: SafeStorage
  /** Resolves once what is encrypted can be decrypted after a crash. */
  readonly waitForStoredKey: () => Promise<void>
  readonly system?: NodeJS.Platform
}

/** Call it only after the app is ready. Every failure is of kind `keyring`. */
export function electronSecrets(deps: ElectronSecretsDeps): Secrets {
  const { safeStorage, waitForStoredKey, system = process.platform } = deps
  const strengthOf = (ciphertext: string) => strengthOfCiphertext(ciphertext, system)
  const tryToEncrypt: Secrets['encrypt'] = (plaintext) =>
    attempt('encrypt', async () => {
      if (!(await safeStorage.isAsyncEncryptionAvailable())) throw new Error('no encryption available')
      const ciphertext = (await safeStorage.encryptStringAsync(plaintext)).toString('base64')
      return { ciphertext, strength: strengthOf(ciphertext) }
    })
  return {
    async encrypt(plaintext) {
      const encrypted = await tryToEncrypt(plaintext)
      // Only then, as the key may be made for the first secret.
      if (encrypted.ok) await waitForStoredKey()
      return encrypted
    },
    strengthOf,
    async probe() {
      const tried = await tryToEncrypt('probe')
      return tried.ok ? ok(tried.value.strength) : tried
    },
    decrypt: (ciphertext) =>
      attempt('decrypt', async () => {
        const sealed = Buffer.from(ciphertext, 'base64')
        // Electron decrypts an empty buffer to an empty string, which would pass for a secret.
        if (sealed.length === 0) throw new Error('there is no ciphertext')
        const opened = await safeStorage.decryptStringAsync(sealed)
        return { plaintext: opened.result, renew: opened.shouldReEncrypt }
      }),
  }
}

/** Long enough for the user to type the keyring's password, but a keyring that hangs must not hang the app. */
const timeoutMs = { encrypt: 30_000, decrypt: 90_000 }

async function attempt<T>(what: keyof typeof timeoutMs, operation: () => Promise<T>): Promise<Result<T>> {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), timeoutMs[what])
  })
  try {
    return ok(await Promise.race([operation(), timeout]))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return failed(failure('keyring', `The keyring didn't ${what}: ${why}`))
  } finally {
    clearTimeout(timer)
  }
}
