/** What the environment may change about a start: the pair of servers, and where the app keeps its files. */
import { isAbsolute } from 'node:path'
import { type Endpoints, parallelEndpoints } from '../../parallel/endpoints.ts'
import { isLoopbackHost } from '../../parallel/verification-address.ts'

export type Environment = Endpoints & {
  /** False: another pair of servers than Parallel's own, which the window says. */
  readonly isDefault: boolean
  /** Absolute; where given, all files of the app lie there. */
  readonly userData?: string
  /** A language for tests that show what isn't translated; nobody can choose it. */
  readonly language?: 'pseudo' | 'pseudo-rtl'
}

export type EnvironmentRead =
  | { readonly ok: true; readonly value: Environment }
  /** `message` is one line for the terminal; it never repeats an address, which may hold a password. */
  | { readonly ok: false; readonly message: string }

const platformVariable = 'PARALLEL_PLATFORM_URL'
const apiVariable = 'PARALLEL_SERVICE_API_URL'
const userDataVariable = 'PARALLEL_TRAY_USER_DATA'
const languageVariable = 'PARALLEL_TRAY_PSEUDO_LANGUAGE'

/** The variables of the servers are the vendor's own. An empty one counts as not set. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): EnvironmentRead {
  const userData = env[userDataVariable] || undefined
  if (userData !== undefined && (!isAbsolute(userData) || userData.includes('\0'))) {
    return refused(`${userDataVariable} must be an absolute path.`)
  }
  const endpoints = readEndpoints(env[platformVariable] || undefined, env[apiVariable] || undefined)
  if (typeof endpoints === 'string') return refused(endpoints)
  const isDefault =
    endpoints.platformUrl === parallelEndpoints.platformUrl &&
    endpoints.serviceApiUrl === parallelEndpoints.serviceApiUrl
  const pseudo = env[languageVariable]
  const isPseudo = pseudo === 'pseudo' || pseudo === 'pseudo-rtl'
  const language = isPseudo ? ({ language: pseudo } as const) : {}
  return {
    ok: true,
    value: { ...endpoints, isDefault, ...(userData === undefined ? {} : { userData }), ...language },
  }
}

/** The pair, or what is wrong with it. */
function readEndpoints(platform: string | undefined, api: string | undefined): Endpoints | string {
  if (platform === undefined && api === undefined) return parallelEndpoints
  // One without the other would send tokens of one server to another.
  if (platform === undefined) return `${apiVariable} is set without ${platformVariable}: set both or neither.`
  if (api === undefined) return `${platformVariable} is set without ${apiVariable}: set both or neither.`
  const platformUrl = readAddress(platformVariable, platform)
  if (typeof platformUrl === 'string') return platformUrl
  if (platformUrl.pathname !== '/') return `${platformVariable} must be an origin, without a path.`
  const apiUrl = readAddress(apiVariable, api)
  if (typeof apiUrl === 'string') return apiUrl
  return {
    platformUrl: platformUrl.origin,
    serviceApiUrl: `${apiUrl.origin}${apiUrl.pathname}`.replace(/\/+$/, ''),
  }
}

/** The parsed address, or what is wrong with it. */
function readAddress(variable: string, address: string): URL | string {
  let url: URL
  try {
    url = new URL(address)
  } catch {
    return `${variable} is not an address.`
  }
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopbackHost(url.hostname))) {
    return `${variable} must begin with https:, or with http: for this very computer (localhost, 127.0.0.1, [::1]).`
  }
  if (url.username !== '' || url.password !== '')
    return `${variable} must not hold a user name or a password.`
  if (url.search !== '' || url.hash !== '') return `${variable} must not have a query or a fragment.`
  return url
}

function refused(message: string): EnvironmentRead {
  return { ok: false, message }
}
