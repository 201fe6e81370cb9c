import type { Organisation } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { withShortcut } from '../shortcut-label.ts'
import { Icon } from './icon.tsx'

/** Disabled without an active session; the icon spins during a refresh. */
export function RefreshButton({ organisation }: { organisation: Organisation }) {
  return (
    <Button
      label={words.overview.refresh}
      disabled={organisation.session.kind !== 'active'}
      refreshing={organisation.refreshing}
      onRefresh={() => send('organisation.refresh', { organisationId: organisation.id })}
    />
  )
}

/** Spins until every organisation is read. */
export function RefreshAllButton({ organisations }: { organisations: readonly Organisation[] }) {
  return (
    <Button
      label={words.overview.refreshAll}
      disabled={organisations.every(({ session }) => session.kind !== 'active')}
      refreshing={organisations.some(({ refreshing }) => refreshing)}
      onRefresh={() => send('organisations.refresh', {})}
    />
  )
}

function Button(props: { label: string; disabled: boolean; refreshing: boolean; onRefresh: () => void }) {
  const { label, disabled, refreshing } = props
  const isBlocked = disabled || refreshing
  return (
    <button
      type="button"
      class="icon-btn"
      aria-label={label}
      title={withShortcut(label, { kind: 'refresh' })}
      aria-disabled={isBlocked}
      disabled={disabled}
      onClick={() => {
        if (!isBlocked) props.onRefresh()
      }}
    >
      <Icon name="refresh" class={refreshing ? 'spin' : ''} />
    </button>
  )
}
