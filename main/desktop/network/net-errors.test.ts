import { describe, expect, it } from 'vitest'
import { failureOfNetError } from './net-errors.ts'

describe('failureOfNetError', () => {
  it.each([
    ['net::ERR_CONNECTION_REFUSED', 'offline'],
    ['net::ERR_NAME_NOT_RESOLVED', 'offline'],
    ['net::ERR_INTERNET_DISCONNECTED', 'offline'],
    ['net::ERR_CONTENT_LENGTH_MISMATCH', 'offline'],
    ['net::ERR_INCOMPLETE_CHUNKED_ENCODING', 'offline'],
    ['net::ERR_EMPTY_RESPONSE', 'offline'],
    ['net::ERR_CONNECTION_TIMED_OUT', 'timeout'],
    ['net::ERR_CERT_AUTHORITY_INVALID', 'tls'],
    ['net::ERR_SSL_PROTOCOL_ERROR', 'tls'],
    ['net::ERR_INVALID_HTTP_RESPONSE', 'server'],
    ['net::ERR_PROXY_CONNECTION_FAILED', 'proxy'],
    ['net::ERR_TUNNEL_CONNECTION_FAILED', 'proxy'],
    ['net::ERR_SOCKS_CONNECTION_FAILED', 'proxy'],
    ['net::ERR_MANDATORY_PROXY_CONFIGURATION_FAILED', 'proxy'],
    ['net::ERR_UNEXPECTED_PROXY_AUTH', 'not-json'],
    ['net::ERR_CONTENT_DECODING_FAILED', 'server'],
    ['something else', 'offline'],
  ])('%s is %s', (error, kind) => {
    expect(failureOfNetError(error, 'api.example', true)).toMatchObject({ kind, retryable: true })
  })

  it('maps every proxy authentication error to proxy-auth', () => {
    const unsupported = failureOfNetError('net::ERR_PROXY_AUTH_UNSUPPORTED', 'api.example', true)
    expect(unsupported).toMatchObject({ kind: 'proxy-auth', retryable: false })
  })

  it.each([
    ['net::ERR_CERT_AUTHORITY_INVALID', 'authority'],
    ['net::ERR_CERT_COMMON_NAME_INVALID', 'name'],
    ['net::ERR_CERT_DATE_INVALID', 'date'],
    ['net::ERR_CERT_REVOKED', 'revoked'],
    ['net::ERR_SSL_VERSION_OR_CIPHER_MISMATCH', 'protocol'],
    ['net::ERR_SSL_PROTOCOL_ERROR', undefined],
    ['net::ERR_CONNECTION_REFUSED', undefined],
  ])('%s has the cause %s', (error, cause) => {
    expect(failureOfNetError(error, 'api.example', true).cause).toBe(cause)
  })

  it('names the error and the host', () => {
    expect(failureOfNetError('net::ERR_CONNECTION_REFUSED', 'api.example:1', true).message).toBe(
      'net::ERR_CONNECTION_REFUSED (api.example:1)',
    )
  })

  it('sets notSent only when that is certain', () => {
    const notSent = (error: string, fresh = true) => failureOfNetError(error, 'h', fresh).notSent
    expect(notSent('net::ERR_CONNECTION_REFUSED')).toBe(true)
    expect(notSent('net::ERR_NAME_NOT_RESOLVED')).toBe(true)
    expect(notSent('net::ERR_CERT_DATE_INVALID')).toBe(true)
    // An earlier, kept connection may have carried the request before the new one was refused.
    expect(notSent('net::ERR_CONNECTION_REFUSED', false)).toBeUndefined()
    // These can come after the request went out.
    expect(notSent('net::ERR_CONNECTION_RESET')).toBeUndefined()
    expect(notSent('net::ERR_EMPTY_RESPONSE')).toBeUndefined()
    expect(notSent('net::ERR_SSL_PROTOCOL_ERROR')).toBeUndefined()
    expect(notSent('net::ERR_NETWORK_CHANGED')).toBeUndefined()
    expect(notSent('net::ERR_TIMED_OUT')).toBeUndefined()
  })
})
