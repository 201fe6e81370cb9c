import type { Organisation } from '../../preload/contract/index.ts'
import { laterWords } from '../../words/index.ts'

const text = laterWords.keys.off

/** Why apps and keys can't be changed now; null if they can. */
export function disabledReason({ session, permissions, keys }: Organisation): string | null {
  if (session.kind !== 'active') return text.session
  if (!permissions.includes('manage')) return text.permission
  return keys.operation === null ? null : text.doing
}
