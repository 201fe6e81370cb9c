/** What `npm run package` takes from the environment: checked before anything is built. */
import { Stop } from '../run/say.mjs'

/** Certificates and their passwords; where a workflow has none, it sets them to nothing. */
const signing = /^(?:WIN_)?CSC_|^APPLE_/

/**
 * The names of those that are set to nothing. They have to go: electron-builder takes an empty CSC_LINK for the path
 * of a certificate, and fails.
 * @param {Record<string, string | undefined>} env
 */
export function emptySecrets(env) {
  return Object.keys(env).filter((name) => signing.test(name) && env[name]?.trim() === '')
}

/**
 * @param {Record<string, string | undefined>} env
 * @returns {string | null} where the project is found, which deb and rpm name
 * @throws {Stop} if it is set to something else
 */
export function readHomepage(env) {
  const text = env.PARALLEL_TRAY_HOMEPAGE?.trim()
  if (!text) return null
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol !== 'https:' || url.username !== '')
    throw new Stop(`PARALLEL_TRAY_HOMEPAGE is no https address: ${text}`)
  return url.href
}
