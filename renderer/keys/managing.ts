/** Whether apps and keys can be changed now, and what is being changed. */
import type { KeysOperation, Organisation } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'

const text = words.keys

/** Why apps and keys can't be changed now; null when they can. */
export function whyOff({ session, permissions, keys }: Organisation): string | null {
  if (session.kind !== 'active') return text.off.session
  if (!permissions.includes('manage')) return text.off.permission
  return keys.operation === null ? null : text.off.doing
}

/** What is being done with the key, in a word; null when nothing is. */
export function isBusyWith(doing: KeysOperation | null, keyId: string): string | null {
  return doing !== null && 'keyId' in doing && doing.keyId === keyId ? text.busy[doing.kind] : null
}
