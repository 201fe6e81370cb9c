/** The update feed: a URL that is built into packages that update themselves. */

const variable = 'PARALLEL_TRAY_UPDATE_FEED'
const loopback = ['127.0.0.1', '[::1]', 'localhost']

/**
 * @param {{env: Record<string, string | undefined>, platform: string}} here
 * @returns {{feed: string | null, why: string}} `why`: the reason for a null feed, to be printed
 * @throws if the URL is not allowed as a feed
 */
export function readFeed({ env, platform }) {
  const address = env[variable]
  if (!address) return { feed: null, why: `without ${variable} the packages know nothing of updates` }
  if (!URL.canParse(address)) throw new Error(`${variable} is not an address.`)
  const url = new URL(address)
  const isEncrypted =
    url.protocol === 'https:' || (url.protocol === 'http:' && loopback.includes(url.hostname))
  if (!isEncrypted)
    throw new Error(`${variable} must begin with https:, or with http: for this very computer.`)
  // The URL is readable in every package.
  if (url.username || url.password) throw new Error(`${variable} must not hold a user name or a password.`)
  if (url.search || url.hash) throw new Error(`${variable} must not have a query or a fragment.`)
  if (platform === 'darwin' && !env.CSC_LINK && !env.CSC_NAME)
    return {
      feed: null,
      why: 'macOS replaces signed apps only, and this one is not signed (CSC_LINK, CSC_NAME)',
    }
  return { feed: url.href, why: '' }
}

/** @returns electron-builder's configuration for app-update.yml and latest*.yml */
export function publishTo(feed) {
  return feed === null ? {} : { publish: { provider: 'generic', url: feed } }
}
