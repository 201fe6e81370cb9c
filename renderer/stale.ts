import type { Organisation } from '../preload/contract/index.ts'

/** What is shown of it is what was known once: it can't be read now. */
export function isStale({ trouble, session }: Organisation): boolean {
  return trouble !== null || session.kind !== 'active'
}
