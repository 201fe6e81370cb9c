/** Showing, copying and saving the diagnostics. */
import { ok } from '../../../preload/contract/index.ts'
import type { Diagnostics } from '../diagnostics.ts'
import type { CommandHandlers } from './handlers.ts'

type DiagnosticsDeps = {
  readonly diagnostics: Diagnostics
}

export function diagnosticsCommands({ diagnostics }: DiagnosticsDeps) {
  return {
    'diagnostics.read': async () => ok(await diagnostics.read()),
    'diagnostics.check': () => diagnostics.check(),
    'diagnostics.copy': () => diagnostics.copy(),
    'diagnostics.export': () => diagnostics.save(),
  } satisfies Partial<CommandHandlers>
}
