/** An in-memory folder of an organisation. */
import type { Result } from '../../preload/contract/index.ts'
import { OrganisationFolder } from '../organisation/folder.ts'
import { parallelEndpoints } from '../parallel/endpoints.ts'
import { RetryingStore } from '../storage/retrying-store.ts'
import { MemoryStore } from './memory-ports.ts'

export function memoryFolder({
  store = new MemoryStore(),
  id = 'org_1',
  server = parallelEndpoints,
  written = [] as Result<unknown>[],
  unreadable = [] as string[],
} = {}): OrganisationFolder {
  const events = {
    onWritten: (result: Result<unknown>) => void written.push(result),
    onUnreadable: (file: string) => void unreadable.push(file),
  }
  return new OrganisationFolder({ store, retryingStore: new RetryingStore(store), server, events }, id)
}
