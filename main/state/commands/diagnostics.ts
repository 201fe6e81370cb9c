/** What helps to find out what is wrong: shown, copied, saved. */
import { ok } from '../../../preload/contract/index.ts'
import type { CommandContext, CommandHandlers } from './handlers.ts'

export function diagnosticsCommands({ diagnostics }: CommandContext) {
  return {
    'diagnostics.read': async () => ok(await diagnostics.read()),
    'diagnostics.check': () => diagnostics.check(),
    'diagnostics.copy': () => diagnostics.copy(),
    'diagnostics.export': () => diagnostics.save(),
  } satisfies Partial<CommandHandlers>
}
