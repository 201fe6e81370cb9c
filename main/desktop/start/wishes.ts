/** What a wish from the command line does in the running app: the same that a click in the tray does. */
import type { AppState } from '../../../preload/contract/index.ts'
import { command, type Deed, openWindow } from '../deed.ts'
import { refreshDeeds, signInDeeds } from '../tray/tray-menu.ts'
import type { Wish } from './command-line.ts'

/** In order. */
export function deedsOf(wish: Wish, state: AppState): readonly Deed[] {
  switch (wish) {
    case 'show':
      return [openWindow]
    case 'hidden':
      return []
    case 'sign-in':
      return signInDeeds(state)
    case 'refresh':
      return refreshDeeds(state)
    case 'quit':
      return [{ kind: 'quit' }]
    case 'diagnostics':
      return [command('dialog.open', { dialog: { kind: 'diagnostics' } }), openWindow]
  }
}

/** Whether it has to wait until what was kept is open. */
export function needsRestored(wish: Wish): boolean {
  return wish === 'sign-in' || wish === 'refresh'
}
