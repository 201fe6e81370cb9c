/** How well a safeStorage ciphertext is kept, as far as it tells. */
import type { Strength } from '../../ports.ts'

/**
 * On Linux the first three bytes name the key: `v10` is made with one that is in Chromium's source, every other
 * tag (`v11` Secret Service, `v12` portal) with a real one. Elsewhere the tag says nothing and the system has the key.
 * @param ciphertext base64
 * @param system as `process.platform` names it
 */
export function strengthOfCiphertext(ciphertext: string, system: NodeJS.Platform): Strength {
  if (system === 'darwin' || system === 'win32') return 'strong'
  return Buffer.from(ciphertext, 'base64').toString('latin1', 0, 3) === 'v10' ? 'weak' : 'strong'
}
