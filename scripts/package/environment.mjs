/** The environment variables of `npm run package`, validated before the build. */
import { Stop } from '../run/say.mjs'

/** Signing variables; a workflow without certificates sets them to empty strings. */
const signing = /^(?:WIN_)?CSC_|^APPLE_/

/**
 * The names of empty signing variables. They have to be removed: electron-builder takes an empty CSC_LINK for the path of
 * a certificate, and fails.
 * @param {Record<string, string | undefined>} env
 */
export function emptySecrets(env) {
  return Object.keys(env).filter((name) => signing.test(name) && env[name]?.trim() === '')
}

/**
 * @param {Record<string, string | undefined>} env
 * @returns {string | null} the project's page, which deb and rpm require
 * @throws {Stop} if it is not an https URL without credentials
 */
export function readHomepage(env) {
  const text = env.PARALLEL_TRAY_HOMEPAGE?.trim()
  if (!text) return null
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol !== 'https:' || url.username !== '')
    throw new Stop(`PARALLEL_TRAY_HOMEPAGE is no https address: ${text}`)
  return url.href
}
