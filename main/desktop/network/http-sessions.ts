/**
 * In-memory sessions for requests. Chromium resends a request, also a POST, when a kept-alive connection breaks before
 * the response. A token refresh would then use its refresh token twice, which revokes the whole grant, and a new key
 * would be created twice. So each request that isn't idempotent gets a session without open connections to itself.
 */
import type { Session } from 'electron'

export type HttpSessions = {
  /** For requests that may be resent. */
  readonly shared: Session
  /** An unused session without open connections; return it with `release`. */
  acquire(): Session
  release(session: Session): void
}

/** The partition of `shared`, for those who need the same session. */
export const sharedPartition = 'http-shared'

/** @param open creates the session of a partition; there are as many as concurrent requests */
export function httpSessions(open: (partition: string) => Session): HttpSessions {
  const free: Session[] = []
  let count = 0
  const create = (): Session => {
    count += 1
    return open(`http-${count}`)
  }
  return {
    // Created on demand, since creating a session takes as long as reading all documents.
    get shared() {
      return open(sharedPartition)
    },
    acquire: () => free.pop() ?? create(),
    release(session) {
      // A session whose connections can't be closed is never reused.
      session.closeAllConnections().then(
        () => free.push(session),
        () => undefined,
      )
    },
  }
}
