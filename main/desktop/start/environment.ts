/** The environment variables that the app reads: the two servers, the user-data folder, a pseudo-language. */
import { isAbsolute } from 'node:path'
import { type Endpoints, parallelEndpoints } from '../../parallel/endpoints.ts'
import { isLoopbackHost } from '../../parallel/verification-address.ts'

export type Environment = Endpoints & {
  /** False for other servers than Parallel's own; the window then shows which. */
  readonly isDefault: boolean
  /** Absolute path of the folder for all of the app's files. */
  readonly userData?: string
  /** A pseudo-language, in which tests find untranslated text. The settings don't offer it. */
  readonly language?: 'pseudo' | 'pseudo-rtl'
}

export type EnvironmentRead =
  | { readonly ok: true; readonly value: Environment }
  /** `message` is one line for the terminal. It never quotes an address, which may contain a password. */
  | { readonly ok: false; readonly message: string }

const platformVariable = 'PARALLEL_PLATFORM_URL'
const apiVariable = 'PARALLEL_SERVICE_API_URL'
const userDataVariable = 'PARALLEL_TRAY_USER_DATA'
const languageVariable = 'PARALLEL_TRAY_PSEUDO_LANGUAGE'

/** The names of the server variables are the vendor's. An empty variable counts as unset. */
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

/** @returns the servers, or an error message */
function readEndpoints(platform: string | undefined, api: string | undefined): Endpoints | string {
  if (platform === undefined && api === undefined) return parallelEndpoints
  // One without the other would send the tokens of one server to a foreign one.
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

/** @returns the parsed address, or an error message */
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
