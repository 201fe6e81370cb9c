/** Maps electron-updater's errors, which have no common type, to failures. */
import type { Failure } from '../../../preload/contract/index.ts'
import { failureOfNetError } from '../../desktop/network/net-errors.ts'
import { failure } from '../../parallel/failures.ts'

/** Stands for the feed's host, which the builder of the app knows. */
const feed = 'update feed'
const invalidFileCodes = new Set([
  'ERR_CHECKSUM_MISMATCH',
  'ERR_UPDATER_INVALID_SIGNATURE',
  'ERR_UPDATE_TOO_LARGE',
  'ERR_UPDATE_SIGNATURE',
])
const fileSystemCodes = /^E(ACCES|DQUOT|EXIST|IO|ISDIR|MFILE|NFILE|NOENT|NOSPC|NOTDIR|PERM|ROFS|XDEV)$/

export function failureOfUpdate(error: unknown): Failure {
  const { code, message } = codeAndMessage(error)
  if (invalidFileCodes.has(code)) return failure('bad-file', `${code} (${feed})`)
  if (fileSystemCodes.test(code)) return failure('storage', code)
  // Blocked by `isUpdateAddressAllowed` or by the limits.
  if (message.includes('ERR_BLOCKED_BY_CLIENT'))
    return failure('redirected', `not https, or in circles (${feed})`)
  if (message.includes('net::ERR_')) return failureOfNetError(message, feed, false)
  if (message.startsWith('Request has been aborted')) return failure('offline', `cut off (${feed})`)
  return failure('server', `${code || firstLine(message)} (${feed})`)
}

function codeAndMessage(error: unknown): { readonly code: string; readonly message: string } {
  if (!(error instanceof Error)) return { code: '', message: String(error) }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return { code, message: error.message }
}

/** The other lines may quote pages. */
function firstLine(message: string): string {
  return message.split('\n', 1)[0]?.replaceAll(/https?:\S+/g, '…') ?? ''
}
