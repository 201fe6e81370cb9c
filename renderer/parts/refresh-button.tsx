import type { Organisation } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { Icon } from './icon.tsx'

/** Disabled without an active session; the icon spins during a refresh. */
export function RefreshButton({ organisation }: { organisation: Organisation }) {
  const isSignedOut = organisation.session.kind !== 'active'
  const isBlocked = isSignedOut || organisation.refreshing
  return (
    <button
      type="button"
      class="icon-btn"
      aria-label={words.overview.refresh}
      aria-disabled={isBlocked}
      disabled={isSignedOut}
      onClick={() => {
        if (!isBlocked) void send('organisation.refresh', { organisationId: organisation.id })
      }}
    >
      <Icon name="refresh" class={organisation.refreshing ? 'spin' : ''} />
    </button>
  )
}
