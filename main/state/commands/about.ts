/** What this program is made of. It never changes while it runs, so it is read on request, and no part of the state. */
import type { CommandContext, CommandHandlers } from './handlers.ts'

export function aboutCommands({ readAbout }: CommandContext) {
  return { 'about.read': () => readAbout() } satisfies Partial<CommandHandlers>
}
