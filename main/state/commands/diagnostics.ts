/** What helps to find out what is wrong: shown, copied, saved. */
import { ok } from '../../../preload/contract/index.ts'
import type { CommandContext } from '../commands.ts'
import type { HandlersOf } from './handlers.ts'

type Names = 'diagnostics.read' | 'diagnostics.check' | 'diagnostics.copy' | 'diagnostics.export'

export function diagnosticsCommands({ diagnostics }: CommandContext): HandlersOf<Names> {
  return {
    'diagnostics.read': async () => ok(await diagnostics.read()),
    'diagnostics.check': () => diagnostics.check(),
    'diagnostics.copy': () => diagnostics.copy(),
    'diagnostics.export': () => diagnostics.save(),
  }
}
