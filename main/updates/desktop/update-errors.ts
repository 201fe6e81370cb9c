/** What electron-updater's errors mean to a user. It has no one kind of them. */
import type { Failure } from '../../../preload/contract/index.ts'
import { failureOfNetError } from '../../desktop/network/net-errors.ts'
import { failure } from '../../parallel/failures.ts'

/** The feed's own host stays out: whoever built the app knows it. */
const feed = 'update feed'
const notGenuine = new Set(['ERR_CHECKSUM_MISMATCH', 'ERR_UPDATER_INVALID_SIGNATURE', 'ERR_UPDATE_TOO_LARGE'])
const ofTheDisk = /^E(ACCES|DQUOT|EXIST|IO|ISDIR|MFILE|NFILE|NOENT|NOSPC|NOTDIR|PERM|ROFS|XDEV)$/

export function failureOfUpdate(error: unknown): Failure {
  const { code, message } = told(error)
  if (notGenuine.has(code)) return failure('bad-file', `${code} (${feed})`)
  if (ofTheDisk.test(code)) return failure('storage', code)
  // What `mayAsk` or the limits refused.
  if (message.includes('ERR_BLOCKED_BY_CLIENT'))
    return failure('redirected', `not https, or in circles (${feed})`)
  if (message.includes('net::ERR_')) return failureOfNetError(message, feed, false)
  if (message.startsWith('Request has been aborted')) return failure('offline', `cut off (${feed})`)
  return failure('server', `${code || firstLine(message)} (${feed})`)
}

function told(error: unknown): { readonly code: string; readonly message: string } {
  if (!(error instanceof Error)) return { code: '', message: String(error) }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return { code, message: error.message }
}

/** The rest may quote pages and addresses. */
function firstLine(message: string): string {
  return message.split('\n', 1)[0]?.replaceAll(/https?:\S+/g, '…') ?? ''
}
