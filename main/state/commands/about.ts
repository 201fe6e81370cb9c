/** What this program is made of. It never changes while it runs, so it is asked for, not part of the state. */
import type { About, Result } from '../../../preload/contract/index.ts'
import type { HandlersOf } from './handlers.ts'

export function aboutCommands(readAbout: () => Promise<Result<About>>): HandlersOf<'about.read'> {
  return { 'about.read': () => readAbout() }
}
