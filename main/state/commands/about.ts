/** What this program is made of. It never changes while it runs, so it is read on request, and no part of the state. */
import type { CommandContext } from '../commands.ts'
import type { HandlersOf } from './handlers.ts'

export function aboutCommands({ readAbout }: CommandContext): HandlersOf<'about.read'> {
  return { 'about.read': () => readAbout() }
}
