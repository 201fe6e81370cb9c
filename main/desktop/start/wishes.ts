/** What a wish from the command line does in the running app: the same that a click in the tray does. */
import type { AppState } from '../../../preload/contract/index.ts'
import { type Action, command, openWindow } from '../action.ts'
import { refreshActions, signInActions } from '../tray/tray-menu.ts'
import type { Wish } from './command-line.ts'

/** In order. */
export function actionsFor(wish: Wish, state: AppState): readonly Action[] {
  switch (wish) {
    case 'show':
      return [openWindow]
    case 'hidden':
      return []
    case 'sign-in':
      return signInActions(state)
    case 'refresh':
      return refreshActions(state)
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
