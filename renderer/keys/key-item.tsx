import type { AppRow, KeyRow, Organisation } from '../../preload/contract/index.ts'
import { count, date } from '../../words/format.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { type MenuItem, MoreMenu } from '../parts/more-menu.tsx'
import { isBusyWith } from './managing.ts'

const text = words.keys
const dayMs = 24 * 3600_000

/** One key of the ledger: what it is, whether it needs something, and what can be done with it. */
export function KeyItem(props: {
  organisation: Organisation
  app: AppRow
  row: KeyRow
  now: number
  off: boolean
}) {
  const { organisation, row, now, off } = props
  const { standing } = row
  const key = { organisationId: organisation.id, keyId: row.keyId }
  const isGone = standing.kind === 'deleted-elsewhere'
  const busy = isBusyWith(organisation.keys.operation, row.keyId)
  return (
    <li class={isGone ? 'key is-gone' : 'key'}>
      <div class="what">
        <p class="name cut">
          <bdi>{row.name}</bdi>
        </p>
        <Meta row={row} now={now} />
      </div>
      <p class="key-meta-wide cut">
        {standing.kind === 'alive' || isGone ? <Made row={row} now={now} /> : null}
      </p>
      <div class="key-end">
        {busy ? (
          <span class="chip">{busy}</span>
        ) : standing.kind === 'replaced' ? (
          <button
            type="button"
            class="btn s"
            aria-disabled={off}
            onClick={() => off || send('dialog.open', { dialog: { kind: 'delete-key', ...key } })}
          >
            {text.deleteOld}
          </button>
        ) : (
          <Standing row={row} />
        )}
      </div>
      <MoreMenu label={text.moreFor(row.name)} items={itemsOf(row, key, off)} />
    </li>
  )
}

function Meta({ row, now }: { row: KeyRow; now: number }) {
  switch (row.standing.kind) {
    case 'unknown':
      return (
        <p class="meta is-said warn-ink">
          {text.unknownExplained}{' '}
          <button type="button" class="link" onClick={() => send('link.open', { destination: 'console' })}>
            {text.look}
          </button>
        </p>
      )
    case 'replaced':
      return <p class="meta is-said">{text.replaced}</p>
    default:
      return (
        <p class="meta cut">
          <Made row={row} now={now} />
        </p>
      )
  }
}

function Made({ row, now }: { row: KeyRow; now: number }) {
  const days = Math.max(0, Math.floor((now - row.createdAt) / dayMs))
  // Whose it is comes last: where there is no room, that is what is cut off.
  const parts = [date(row.createdAt, now), text.old(days, count(days)), row.createdBy ?? '']
  return <>{text.made(parts.filter((part) => part !== ''))}</>
}

function Standing({ row }: { row: KeyRow }) {
  if (row.standing.kind === 'deleted-elsewhere') return <span class="chip">{text.deletedElsewhere}</span>
  if (row.standing.kind === 'unknown') return <span class="chip warn">{text.unknown}</span>
  return (
    <>
      {row.rotateDue && (
        <span class="chip warn" title={text.rotateDueExplained}>
          {text.rotateDue}
        </span>
      )}
      {row.masked !== null && <span class="mono ink-2">{row.masked}</span>}
    </>
  )
}

/** What can't be done now isn't offered; why, is said at the head of the page. */
function itemsOf(
  { standing }: KeyRow,
  key: { organisationId: string; keyId: string },
  off: boolean,
): readonly MenuItem[] {
  const console: MenuItem = {
    icon: 'out',
    text: text.menu.console,
    act: () => void send('link.open', { destination: 'console' }),
  }
  const forget: MenuItem = { icon: 'x', text: text.menu.forget, act: () => void send('keys.forget', key) }
  if (standing.kind === 'unknown' || standing.kind === 'deleted-elsewhere') return [console, forget]
  const open = (kind: 'rotate-key' | 'delete-key') => () =>
    void send('dialog.open', { dialog: { kind, ...key } })
  const copy: MenuItem = { icon: 'copy', text: text.menu.copyId, act: () => void send('keys.copy-id', key) }
  const rotate: MenuItem = { icon: 'rotate', text: text.menu.rotate, act: open('rotate-key') }
  const remove: MenuItem = { icon: 'trash', text: text.menu.delete, act: open('delete-key'), isDanger: true }
  if (off) return [copy, console]
  return standing.kind === 'alive' ? [rotate, copy, console, remove] : [copy, console, remove]
}
