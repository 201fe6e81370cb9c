import type { AppRow, KeyRow, KeysOperation, Organisation } from '../../preload/contract/index.ts'
import { count, date } from '../../words/format.ts'
import { laterWords } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { type MenuItem, MoreMenu } from '../parts/more-menu.tsx'

const text = laterWords.keys
const dayMs = 24 * 3600_000

/** A key of the ledger, with its status and its actions. */
export function KeyItem(props: {
  organisation: Organisation
  app: AppRow
  row: KeyRow
  now: number
  disabled: boolean
}) {
  const { organisation, row, now, disabled } = props
  const { status } = row
  const key = { organisationId: organisation.id, keyId: row.keyId }
  const isDeleted = status.kind === 'deleted-elsewhere'
  const busy = busyText(organisation.keys.operation, row.keyId)
  return (
    <li class={isDeleted ? 'key is-gone' : 'key'}>
      <div class="key-main">
        <p class="name cut">
          <bdi>{row.name}</bdi>
        </p>
        <Meta row={row} now={now} />
      </div>
      <p
        class={row.rotateDue ? 'key-meta-wide cut warn-ink' : 'key-meta-wide cut'}
        title={creation(row, now)}
      >
        {status.kind === 'alive' || isDeleted ? <CreationNote row={row} now={now} /> : null}
      </p>
      <div class="key-end">
        {busy ? (
          <span class="chip">{busy}</span>
        ) : status.kind === 'replaced' ? (
          <button
            type="button"
            class="btn compact"
            aria-disabled={disabled}
            onClick={() => disabled || send('dialog.open', { dialog: { kind: 'delete-key', ...key } })}
          >
            {text.deleteOld}
          </button>
        ) : (
          <KeyStatus
            row={row}
            onRotate={
              disabled ? null : () => void send('dialog.open', { dialog: { kind: 'rotate-key', ...key } })
            }
          />
        )}
      </div>
      <MoreMenu label={text.moreFor(row.name)} items={menuItems(row, key, disabled)} />
    </li>
  )
}

function Meta({ row, now }: { row: KeyRow; now: number }) {
  switch (row.status.kind) {
    case 'unknown':
      return (
        <p class="meta is-important warn-ink">
          {text.unknownExplained}{' '}
          <button type="button" class="link" onClick={() => send('link.open', { destination: 'console' })}>
            {text.look}
          </button>
        </p>
      )
    case 'replaced':
      return <p class="meta is-important">{text.replaced}</p>
    default:
      return (
        <p class={row.rotateDue ? 'meta cut warn-ink' : 'meta cut'} title={creation(row, now)}>
          <CreationNote row={row} now={now} />
        </p>
      )
  }
}

/** "23 days old · mira": what a row has room for. */
function CreationNote({ row, now }: { row: KeyRow; now: number }) {
  const days = Math.max(0, Math.floor((now - row.createdAt) / dayMs))
  const creator = row.createdBy?.replace(/@.*$/, '') ?? ''
  const imported = row.imported === null ? '' : text.imported
  return <>{text.made([text.old(days, count(days)), imported, creator].filter((part) => part !== ''))}</>
}

/** The rest: "Dec 23, 2025 · mira@halden.example", and why it is to be rotated. */
function creation(row: KeyRow, now: number): string {
  const reason = row.rotateDue ? text.rotateDueExplained : ''
  return text.made([date(row.createdAt, now), row.createdBy ?? '', reason].filter((part) => part !== ''))
}

/** @param props.onRotate null while nothing can be changed */
function KeyStatus({ row, onRotate }: { row: KeyRow; onRotate: (() => void) | null }) {
  if (row.status.kind === 'deleted-elsewhere') return <span class="chip">{text.deletedElsewhere}</span>
  if (row.status.kind === 'unknown') return <span class="chip warn">{text.unknown}</span>
  return (
    <>
      {row.masked !== null && <span class="mono ink-2">{row.masked}</span>}
      {row.rotateDue && (
        <button
          type="button"
          class="btn compact"
          aria-disabled={onRotate === null}
          title={text.rotateDueExplained}
          onClick={() => onRotate?.()}
        >
          {text.menu.rotate}
          <span class="unseen"> {row.name}</span>
        </button>
      )}
    </>
  )
}

/** Leaves out what can't be done now; the top of the page explains why. */
function menuItems(
  { status }: KeyRow,
  key: { organisationId: string; keyId: string },
  disabled: boolean,
): readonly MenuItem[] {
  const console: MenuItem = {
    icon: 'out',
    text: text.menu.console,
    onSelect: () => void send('link.open', { destination: 'console' }),
  }
  const forget: MenuItem = {
    icon: 'x',
    text: text.menu.forget,
    onSelect: () => void send('keys.forget', key),
  }
  if (status.kind === 'unknown' || status.kind === 'deleted-elsewhere') return [console, forget]
  const open = (kind: 'rotate-key' | 'delete-key') => () =>
    void send('dialog.open', { dialog: { kind, ...key } })
  const copy: MenuItem = {
    icon: 'copy',
    text: text.menu.copyId,
    onSelect: () => void send('keys.copy-id', key),
  }
  const rotate: MenuItem = { icon: 'rotate', text: text.menu.rotate, onSelect: open('rotate-key') }
  const deleteItem: MenuItem = {
    icon: 'trash',
    text: text.menu.delete,
    onSelect: open('delete-key'),
    isDanger: true,
  }
  if (disabled) return [copy, console]
  return status.kind === 'alive' ? [rotate, copy, console, deleteItem] : [copy, console, deleteItem]
}

/** Null unless the key is being changed. */
function busyText(change: KeysOperation | null, keyId: string): string | null {
  return change !== null && 'keyId' in change && change.keyId === keyId ? text.busy[change.kind] : null
}
