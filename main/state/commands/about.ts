/** Versions and licences. They are constant, so they are read on request instead of being part of the state. */
import type { About, Result } from '../../../preload/contract/index.ts'
import type { CommandHandlers } from './handlers.ts'

type AboutDeps = { readonly readAbout: () => Promise<Result<About>> }

export function aboutCommands({ readAbout }: AboutDeps) {
  return { 'about.read': () => readAbout() } satisfies Partial<CommandHandlers>
}
