import type { PlatformClock } from './clock.ts'
import type { PlatformState, Stats } from './state.ts'

/** Token and code lifetimes, and how long a rotated refresh token still works; the defaults are the service's. */
export interface Lifetimes {
  rotationGraceMs: number
  accessTokenLifetimeMs: number
  refreshTokenLifetimeMs: number
  authorizationLifetimeMs: number
  deviceCodeLifetimeMs: number
  intervalSeconds: number
}

/** State and settings shared by every part of the stand-in. */
export interface Context {
  clock: PlatformClock
  state: PlatformState
  lifetimes: Lifetimes
  stats: Stats
  /** Every secret issued in this run, for tests that search a disk for them. */
  secrets: Secrets
  /** Marks the state as changed, so that it is saved before the response is sent. */
  changed(): void
  /** Base of the approval page; empty until the server listens. */
  platformUrl(): string
}

export interface Secrets {
  accessTokens: string[]
  refreshTokens: string[]
  deviceCodes: string[]
  apiKeys: string[]
}
