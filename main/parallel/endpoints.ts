/** The two servers. A grant belongs to both, and its tokens are never sent to another server. */
export type Endpoints = {
  /** Origin of the OAuth server, without a trailing slash. */
  readonly platformUrl: string
  /** Base URL of the Account API, without a trailing slash. */
  readonly serviceApiUrl: string
}

export const parallelEndpoints: Endpoints = {
  platformUrl: 'https://platform.parallel.ai',
  serviceApiUrl: 'https://api.parallel.ai/account',
}
