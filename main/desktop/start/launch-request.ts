/** What a launch request does in the running app: the same as the matching entry of the tray menu. */
import type { AppState, Settings } from '../../../preload/contract/index.ts'
import { type Action, command, openWindow } from '../action.ts'
import { refreshActions, signInActions } from '../tray/tray-menu.ts'
import type { LaunchRequest } from './command-line.ts'

/** To be run in order. */
export function actionsFor(request: LaunchRequest, state: AppState): readonly Action[] {
  switch (request) {
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

/** Whether the request has to wait until the stored sign-ins are restored. */
export function needsRestoredState(request: LaunchRequest): boolean {
  return request === 'sign-in' || request === 'refresh'
}

/** Whether the first start leaves the window closed. Each other request needs the window, or asks for it itself. */
export function startsHidden(
  request: LaunchRequest,
  { startHidden }: Pick<Settings, 'startHidden'>,
): boolean {
  return request === 'hidden' || (request === 'show' && startHidden)
}
