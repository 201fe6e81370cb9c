/**
 * Where updates come from, and whose signature they need: build/updates.json, which is reviewed like code. Nothing in the
 * environment of a build can change either. See docs/updates.md.
 */
import { createPublicKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../setup/paths.mjs'

const file = 'build/updates.json'

/** @typedef {{feed: string | null, publicKeys: readonly string[]}} Updates */

/** @returns {Updates} */
export function readUpdates() {
  return JSON.parse(readFileSync(join(root, file), 'utf8'))
}

/**
 * @param {{updates: Updates, env: Record<string, string | undefined>, platform: string}} here
 * @returns {{feed: string | null, why: string}} `why`: the reason for a null feed, to be printed
 * @throws if the address or a key is not allowed
 */
export function readFeed({ updates, env, platform }) {
  const { feed, publicKeys } = updates
  for (const key of publicKeys) checkKey(key)
  if (feed === null) return { feed: null, why: `${file} names no feed` }
  if (publicKeys.length === 0 || publicKeys.length > 2)
    throw new Error(`${file} must hold the current public key, and during a rotation the next one.`)
  checkAddress(feed)
  if (platform === 'darwin' && !env.CSC_LINK && !env.CSC_NAME)
    return {
      feed: null,
      why: 'macOS replaces signed apps only, and this one is not signed (CSC_LINK, CSC_NAME)',
    }
  return { feed, why: '' }
}

function checkAddress(address) {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url?.protocol !== 'https:') throw new Error(`${file}: the feed must be an https address.`)
  // The URL is readable in every package.
  if (url.username || url.password)
    throw new Error(`${file}: the feed must not hold a user name or a password.`)
  if (url.search || url.hash) throw new Error(`${file}: the feed must not have a query or a fragment.`)
}

function checkKey(key) {
  try {
    const bytes = Buffer.from(key, 'base64')
    const { asymmetricKeyType } = createPublicKey({ key: bytes, format: 'der', type: 'spki' })
    if (asymmetricKeyType === 'ed25519') return
  } catch {
    // Reported below.
  }
  throw new Error(`${file}: this is no public Ed25519 key in base64 (SPKI): ${key}`)
}

/** @returns electron-builder's configuration for app-update.yml and latest*.yml */
export function publishTo(feed) {
  return feed === null ? {} : { publish: { provider: 'generic', url: feed } }
}
