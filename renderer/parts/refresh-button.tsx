import type { Organisation } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { Icon } from './icon.tsx'

/** While it reads, only the arrow turns. Without a usable sign-in there is nothing to ask with. */
export function RefreshButton({ organisation }: { organisation: Organisation }) {
  const off = organisation.session.kind !== 'active'
  const blocked = off || organisation.refreshing
  return (
    <button
      type="button"
      class="icon-btn"
      aria-label={words.overview.refresh}
      aria-disabled={blocked}
      disabled={off}
      onClick={() => {
        if (!blocked) void send('organisation.refresh', { organisationId: organisation.id })
      }}
    >
      <Icon name="refresh" class={organisation.refreshing ? 'spin' : ''} />
    </button>
  )
}
