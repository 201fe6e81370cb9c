import { randomBytes, randomInt } from 'node:crypto'

/** Consonants only, so that no word appears by chance (RFC 8628 6.1). */
const USER_CODE_LETTERS = 'BCDFGHJKLMNPQRSTVWXZ'

/** A user code as the service shows it: `BCDF-GHJK`. */
export function newUserCode(): string {
  const letters = Array.from({ length: 8 }, () =>
    USER_CODE_LETTERS.charAt(randomInt(USER_CODE_LETTERS.length)),
  )
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`
}

/** A typed code in the form of `newUserCode`: case, spaces and dashes don't matter (RFC 8628 6.1). */
export function normaliseUserCode(typed: string): string {
  const letters = typed
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, 16)
  return letters.length > 4 ? `${letters.slice(0, 4)}-${letters.slice(4)}` : letters
}

/** An unguessable value; the prefix shows its kind in a log or a disk search. */
export function newSecret(prefix: string): string {
  return `${prefix}_${randomBytes(24).toString('base64url')}`
}

/** An identifier: unique, not secret. */
export function newId(prefix: string): string {
  return `${prefix}_${randomBytes(8).toString('hex')}`
}
