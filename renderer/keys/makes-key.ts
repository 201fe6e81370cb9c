import type { Organisation } from '../../preload/contract/index.ts'

/** The secret of a key comes with the answer, and only once: until then nobody may leave. */
export function makesKey({ keys }: Organisation): boolean {
  return keys.operation?.kind === 'new-key' || keys.operation?.kind === 'rotate-key'
}
