import { expect, it } from 'vitest'
import { isUpdateAddressAllowed } from './update-address.ts'
import { failureOfUpdate } from './update-errors.ts'

const error = (message: string, code?: string) => Object.assign(new Error(message), code ? { code } : {})

it.each([
  [error('sha512 checksum mismatch', 'ERR_CHECKSUM_MISMATCH'), 'bad-file'],
  [error('not signed by the owner', 'ERR_UPDATER_INVALID_SIGNATURE'), 'bad-file'],
  [error('More arrives than an update can be.', 'ERR_UPDATE_TOO_LARGE'), 'bad-file'],
  [error('latest.yml has no valid signature', 'ERR_UPDATE_SIGNATURE'), 'bad-file'],
  [error('no space left on device, write', 'ENOSPC'), 'storage'],
  [error('net::ERR_INTERNET_DISCONNECTED'), 'offline'],
  [error('net::ERR_CERT_DATE_INVALID'), 'tls'],
  [error('net::ERR_BLOCKED_BY_CLIENT'), 'redirected'],
  [error('404', 'HTTP_ERROR_404'), 'server'],
  [error('Cannot parse update info', 'ERR_UPDATER_INVALID_UPDATE_INFO'), 'server'],
  [error('Request has been aborted by the server'), 'offline'],
  [error('Cannot download "https://feed.example/x", status 500: '), 'server'],
  ['thrown', 'server'],
])('%s is %s', (thrown, kind) => {
  expect(failureOfUpdate(thrown).kind).toBe(kind)
})

it('keeps the feed’s address and pages out of the message', () => {
  const { message } = failureOfUpdate(
    error('Cannot download "https://feed.example/x?key=1", status 500\n<html>'),
  )
  expect(message).not.toMatch(/feed\.example|html/)
})

it.each([
  ['https://feed.example/latest.yml', true],
  ['http://127.0.0.1:8080/latest.yml', true],
  ['http://feed.example/latest.yml', false],
  ['http://127.0.0.1.feed.example/', false],
  ['ftp://feed.example/', false],
  ['file:///etc/passwd', false],
])('asks at %s: %s', (address, may) => {
  expect(isUpdateAddressAllowed(address)).toBe(may)
})
