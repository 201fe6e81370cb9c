/** The Secrets port over Electron's safeStorage. Ciphertext travels as base64. */
import type { SafeStorage } from 'electron'
import { failed, ok, type Result } from '../../../preload/contract/index.ts'
import { failure } from '../../parallel/failures.ts'
import type { Secrets } from '../../ports.ts'
import { strengthOfCiphertext } from './ciphertext-strength.ts'

/** Only after the app is ready. Every failure is of kind `keyring`. */
export function electronSecrets(safeStorage: SafeStorage, system = process.platform): Secrets {
  const strengthOf = (ciphertext: string) => strengthOfCiphertext(ciphertext, system)
  const encrypt: Secrets['encrypt'] = (plaintext) =>
    attempt('encrypt', async () => {
      if (!(await safeStorage.isAsyncEncryptionAvailable())) throw new Error('no encryption available')
      const ciphertext = (await safeStorage.encryptStringAsync(plaintext)).toString('base64')
      return { ciphertext, strength: strengthOf(ciphertext) }
    })
  return {
    encrypt,
    strengthOf,
    async probe() {
      const tried = await encrypt('probe')
      return tried.ok ? ok(tried.value.strength) : tried
    },
    decrypt: (ciphertext) =>
      attempt('decrypt', async () => {
        const sealed = Buffer.from(ciphertext, 'base64')
        // Electron opens nothing to an empty text, which would pass for a secret.
        if (sealed.length === 0) throw new Error('there is no ciphertext')
        const opened = await safeStorage.decryptStringAsync(sealed)
        return { plaintext: opened.result, renew: opened.shouldReEncrypt }
      }),
  }
}

/** A keyring that asks its user for a password waits for that long; one that hangs must not hang the app. */
const patienceMs = { encrypt: 30_000, decrypt: 90_000 }

async function attempt<T>(what: keyof typeof patienceMs, deed: () => Promise<T>): Promise<Result<T>> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), patienceMs[what])
  })
  try {
    return ok(await Promise.race([deed(), tooLong]))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return failed(failure('keyring', `The keyring didn't ${what}: ${why}`))
  } finally {
    clearTimeout(timer)
  }
}
