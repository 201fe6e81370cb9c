/**
 * Where requests run: sessions in memory, without cache.
 * Chromium repeats a request by itself, a POST too, when a connection that it kept open breaks before the answer.
 * For a token refresh that would be a refresh token used twice, which ends the whole grant; for a new key a second
 * key. So each changing request gets a session without open connections for itself while it lasts.
 */
import type { Session } from 'electron'

export type HttpSessions = {
  /** For requests that may be repeated. */
  readonly shared: Session
  /** A session that nobody uses and that has no open connection; give it back with `release`. */
  take(): Session
  release(session: Session): void
}

const partition = (nth: number): string => `http-${nth}`
/** The partition of `shared`: whoever opens it has the very session that requests run in. */
export const sharedPartition = partition(1)

/** @param open makes the session of that name; as many are made as requests ran at the same time */
export function httpSessions(open: (partition: string) => Session): HttpSessions {
  const free: Session[] = []
  let made = 0
  const make = (): Session => {
    made += 1
    return open(partition(made))
  }
  return {
    shared: make(),
    take: () => free.pop() ?? make(),
    release(session) {
      // One whose connections don't close is never used again.
      session.closeAllConnections().then(
        () => free.push(session),
        () => undefined,
      )
    },
  }
}
