/** The two servers. A grant belongs to the pair: a token is never sent to any other. */
export type Endpoints = {
  /** Origin of the OAuth server, without a slash at the end. */
  readonly platformUrl: string
  /** Base of the Account API, without a slash at the end. */
  readonly serviceApiUrl: string
}

export const parallelEndpoints: Endpoints = {
  platformUrl: 'https://platform.parallel.ai',
  serviceApiUrl: 'https://api.parallel.ai/account',
}
