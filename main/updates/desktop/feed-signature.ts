/**
 * The signature of the update feed: each `latest*.yml` has a `latest*.yml.sig` beside it. The digests and the version in
 * the feed are only as trustworthy as this signature; `docs/updates.md` describes the keys.
 */
import { createPublicKey, verify } from 'node:crypto'
import type { CancellationToken } from 'electron-updater'

/** The parts of Node's request options that electron-updater sets. */
export type FeedRequest = { path?: string | null }

type SendRequest = (options: FeedRequest, token?: CancellationToken) => Promise<string | null>

/**
 * Wraps electron-updater's request for the text of a feed: rejects with the code `ERR_UPDATE_SIGNATURE` unless one of the
 * keys signed exactly this text under this file's name. A downgrade is refused elsewhere, by its version.
 * @param publicKeys Ed25519, SPKI in base64: the current key and, during a rotation, the next one
 */
export function requireSignature(send: SendRequest, publicKeys: readonly string[]): SendRequest {
  return async (options, token) => {
    const { path, signaturePath, name } = feedFile(options.path ?? '')
    const text = await send({ ...options, path }, token)
    const signature = await send({ ...options, path: signaturePath }, token).catch(throwUnlessMissing)
    if (text === null || signature === null || !isSigned(name, text, signature, publicKeys))
      throw signatureError(`${name} has no valid signature`)
    return text
  }
}

/** What is signed: the name keeps the feed of one system from being served as another's. */
export function signedText(name: string, text: string): Buffer {
  return Buffer.from(`parallel-tray update feed ${name}\n${text}`)
}

function isSigned(name: string, text: string, signature: string, publicKeys: readonly string[]): boolean {
  const content = signedText(name, text)
  const bytes = Buffer.from(signature.trim(), 'base64')
  return publicKeys.some((key) =>
    verify(
      null,
      content,
      createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' }),
      bytes,
    ),
  )
}

function feedFile(path: string) {
  const [file = '', query] = path.split('?', 2)
  const name = file.slice(file.lastIndexOf('/') + 1)
  return { path, name, signaturePath: query === undefined ? `${file}.sig` : `${file}.sig?${query}` }
}

function throwUnlessMissing(error: unknown): null {
  if (error instanceof Error && 'statusCode' in error && error.statusCode === 404) return null
  throw error
}

function signatureError(message: string): Error {
  return Object.assign(new Error(message), { code: 'ERR_UPDATE_SIGNATURE' })
}
