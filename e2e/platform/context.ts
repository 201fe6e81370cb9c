import type { PlatformClock } from './clock.ts'
import type { PlatformState, Stats } from './state.ts'

/** How long things live and how strict rotation is; the defaults are the service's own. */
export interface Lifetimes {
  rotationGraceMs: number
  accessTokenLifetimeMs: number
  refreshTokenLifetimeMs: number
  authorizationLifetimeMs: number
  deviceCodeLifetimeMs: number
  intervalSeconds: number
}

/** What every part of the service works on. */
export interface Context {
  clock: PlatformClock
  state: PlatformState
  lifetimes: Lifetimes
  stats: Stats
  /** Every secret issued in this run, for tests that search a disk for them. */
  secrets: Secrets
  /** Says that the state has changed and must be saved before the answer leaves. */
  changed(): void
  /** Where the approval page is; known once the server listens. */
  platformUrl(): string
}

export interface Secrets {
  accessTokens: string[]
  refreshTokens: string[]
  deviceCodes: string[]
  apiKeys: string[]
}
