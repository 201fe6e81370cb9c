/** What this program is made of. It never changes while it runs, so it is read on request, and no part of the state. */
import type { About, Result } from '../../../preload/contract/index.ts'
import type { CommandHandlers } from './handlers.ts'

type AboutDeps = { readonly readAbout: () => Promise<Result<About>> }

export function aboutCommands({ readAbout }: AboutDeps) {
  return { 'about.read': () => readAbout() } satisfies Partial<CommandHandlers>
}
