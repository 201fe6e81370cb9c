import type { Strength } from '../../ports.ts'

/**
 * Whether a safeStorage ciphertext was encrypted with a secret key. On Linux its first three bytes name the key: `v10`
 * is hard-coded in Chromium's source, every other (`v11` Secret Service, `v12` portal) comes from a keyring. Elsewhere
 * the operating system always has the key.
 * @param ciphertext base64
 * @param system as `process.platform` names it
 */
export function strengthOfCiphertext(ciphertext: string, system: NodeJS.Platform): Strength {
  if (system === 'darwin' || system === 'win32') return 'strong'
  return Buffer.from(ciphertext, 'base64').toString('latin1', 0, 3) === 'v10' ? 'weak' : 'strong'
}
