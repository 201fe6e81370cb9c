/** What helps to find out what is wrong: shown, copied, saved. */
import { ok } from '../../../preload/contract/index.ts'
import type { App } from '../app.ts'
import type { HandlersOf } from './handlers.ts'

type Names = 'diagnostics.read' | 'diagnostics.check' | 'diagnostics.copy' | 'diagnostics.export'

export function diagnosticsCommands({ diagnostics }: App): HandlersOf<Names> {
  return {
    'diagnostics.read': async () => ok(await diagnostics.read()),
    'diagnostics.check': () => diagnostics.check(),
    'diagnostics.copy': () => diagnostics.copy(),
    'diagnostics.export': () => diagnostics.save(),
  }
}
