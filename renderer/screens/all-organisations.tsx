import { useEffect, useRef, useState } from 'preact/hooks'
import {
  type AppState,
  canTopUp,
  isRunningLow,
  type Organisation,
  type SystemInfo,
} from '../../preload/contract/index.ts'
import { money } from '../../words/format.ts'
import { laterWords, words } from '../../words/index.ts'
import { send, sendCommand } from '../bridge.ts'
import { topUpCommand } from '../commands.ts'
import { isDialogOpen } from '../focus.ts'
import { isStale } from '../organisation-status.ts'
import { totalOf } from '../organisation-total.ts'
import { Figure } from '../parts/amount.tsx'
import { Icon } from '../parts/icon.tsx'
import { organisationStatus } from '../parts/organisation-row.tsx'
import { Shell } from '../parts/shell.tsx'
import { shortcutLabel } from '../shortcut-label.ts'
import { matchShortcut } from '../shortcuts.ts'
import { nextOrder, type SortColumn, type SortOrder, sortOrganisations } from '../sort-organisations.ts'
import { sparklinePath } from '../sparkline-path.ts'
import { ageTickMs, useNow } from '../use-now.ts'
import '../theme/all-organisations.css'

const text = laterWords.allOrganisations
const dayMs = 24 * 3600_000
const sparkline = { width: 64, height: 20, padding: 2 }

/** All organisations at once: what they have together, and which of them needs a look first. */
export function AllOrganisationsScreen(props: { state: AppState; organisation: Organisation }) {
  const { state, organisation } = props
  const { organisations } = state
  return (
    <Shell
      state={state}
      screen="all"
      organisation={organisation}
      title={words.overview.allOrganisations}
      isTitleHidden
    >
      <TotalSection organisations={organisations} />
      <Table organisations={organisations} platform={state.systemInfo.platform} />
    </Shell>
  )
}

function TotalSection({ organisations }: { organisations: readonly Organisation[] }) {
  const { cents, counted, all, leftOut, stale } = totalOf(organisations)
  const reasons = leftOut.map(([reason, count]) => text.leftOut[reason](count))
  return (
    <section class="total" aria-label={words.overview.balance}>
      <p class="figure-label">{words.overview.spendable}</p>
      <div class="figure-row">
        {counted === 0 ? (
          <p class="figure is-stale" aria-hidden="true">
            –
          </p>
        ) : (
          <Figure cents={cents} stale={stale === counted} />
        )}
        <button
          type="button"
          class="btn export-btn"
          aria-label={text.exportCsv}
          title={text.exportCsv}
          onClick={() => send('organisations.export', {})}
        >
          <Icon name="save" />
          <span class="label">{text.exportCsv}</span>
        </button>
      </div>
      <p class="delta">
        {reasons.length === 0 ? text.allCounted(all) : text.someCounted(counted, all, reasons)}
        {stale > 0 && ` · ${text.stale(stale)}`}
      </p>
    </section>
  )
}

function Table(props: { organisations: readonly Organisation[]; platform: SystemInfo['platform'] }) {
  const now = useNow(ageTickMs)
  const [order, setOrder] = useState<SortOrder>(null)
  const [activeId, setActiveId] = useState<string | null>(null)
  const table = useRef<HTMLTableElement>(null)
  const sorted = sortOrganisations(props.organisations, order)
  const active = sorted.find(({ id }) => id === activeId) ?? sorted[0]
  useTableKeys(table, props.platform, (id) => {
    const command = topUp(props.organisations.find((one) => one.id === id))
    if (command !== null) void sendCommand(command)
  })
  const head = (column: SortColumn) => (
    <Head column={column} order={order} onSort={() => setOrder(nextOrder(order, column))} />
  )
  return (
    <section class="section all-organisations">
      <table class="all-table" ref={table} aria-label={words.overview.allOrganisations}>
        <thead>
          <tr>
            {head('name')}
            <th scope="col" class="trend-cell">
              <span class="unseen">{text.trend}</span>
            </th>
            {head('days')}
            {head('amount')}
            <th scope="col" class="act-cell">
              <span class="unseen">{text.topUp}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((organisation) => (
            <Row
              key={organisation.id}
              organisation={organisation}
              now={now}
              active={organisation === active}
              onFocus={() => setActiveId(organisation.id)}
            />
          ))}
        </tbody>
      </table>
      <p class="key-hints" aria-hidden="true">
        <span>
          <kbd>↑↓</kbd> {text.hints.choose}
        </span>
        <span>
          <kbd>{words.palette.hints.enter}</kbd> {text.hints.open}
        </span>
        <span>
          <kbd>{shortcutLabel({ kind: 'top-up' })}</kbd> {text.hints.topUp}
        </span>
      </p>
    </section>
  )
}

function Head(props: { column: SortColumn; order: SortOrder; onSort: () => void }) {
  const { column, order } = props
  const direction = order?.column !== column ? undefined : order.descending ? 'descending' : 'ascending'
  return (
    <th scope="col" class={`${column}-cell`} aria-sort={direction}>
      <button type="button" class="sort" onClick={props.onSort}>
        {text.columns[column]}
        {direction && (
          <Icon name="down" class={direction === 'ascending' ? 'icon-small is-up' : 'icon-small'} />
        )}
      </button>
    </th>
  )
}

function Row(props: { organisation: Organisation; now: number; active: boolean; onFocus: () => void }) {
  const { organisation, now, active } = props
  const { id, name, balance } = organisation
  const hasAmount = balance !== null && !balance.invoiced
  const status = organisationStatus(organisation, now, formatDaysLeft)
  const stale = isStale(organisation)
  const command = isRunningLow(organisation) ? topUp(organisation) : null
  const tabIndex = active ? 0 : -1
  return (
    <tr>
      <th scope="row" class="name-cell">
        <button
          type="button"
          class="row-open"
          tabIndex={tabIndex}
          data-organisation={id}
          onFocus={props.onFocus}
          onClick={() => send('organisation.show', { organisationId: id, screen: 'overview' })}
        >
          <bdi class="cut">{name}</bdi>
        </button>
      </th>
      <td class="trend-cell">
        <Sparkline organisation={organisation} stale={stale} />
      </td>
      <td class={`days-cell ${status.tone}`} title={status.text}>
        <span class="cut">
          {status.icon && <Icon name={status.icon} class="icon-small" />}
          {status.text}
        </span>
      </td>
      <td class={stale || !hasAmount ? 'amount-cell ink-3' : 'amount-cell'}>
        {hasAmount ? money(balance.spendableCents).text : '–'}
      </td>
      <td class="act-cell">
        {command && (
          <button
            type="button"
            class="btn compact"
            tabIndex={tabIndex}
            aria-label={text.topUpOf(name)}
            title={`${text.topUpOf(name)} (${shortcutLabel({ kind: 'top-up' })})`}
            onClick={() => sendCommand(command)}
          >
            {text.topUp}
          </button>
        )}
      </td>
    </tr>
  )
}

function Sparkline({ organisation, stale }: { organisation: Organisation; stale: boolean }) {
  const { balance, history } = organisation
  const known = history.trend.filter((value) => value !== null)
  const [first, last] = [known[0], known.at(-1)]
  // A single point is no line.
  if (balance?.invoiced || first === undefined || last === undefined || known.length < 2) return null
  const { path, end } = sparklinePath(history.trend, sparkline)
  const { width, height } = sparkline
  return (
    <>
      <svg
        class={stale ? 'sparkline is-stale' : isRunningLow(organisation) ? 'sparkline low' : 'sparkline'}
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        aria-hidden="true"
      >
        <path d={path} />
        {end && <circle cx={end.x} cy={end.y} r="2" />}
      </svg>
      <span class="unseen">{text.fromTo(money(first).text, money(last).text)}</span>
    </>
  )
}

/** Null while it can't be topped up. */
function topUp(organisation: Organisation | undefined) {
  return organisation !== undefined && canTopUp(organisation) ? topUpCommand(organisation) : null
}

/** "12 days": the column says that they are left. */
function formatDaysLeft(ms: number): string {
  const days = ms / dayMs
  if (days < 1) return text.days.lessThanADay
  return days > 60 ? text.days.moreThanTwoMonths : words.time.days(Math.round(days))
}

/** Arrows, Home and End move between the rows, from anywhere on the page; the shortcut tops up the focused one. */
function useTableKeys(
  table: { readonly current: HTMLTableElement | null },
  platform: SystemInfo['platform'],
  onTopUp: (organisationId: string) => void,
): void {
  const topUpRow = useRef(onTopUp)
  topUpRow.current = onTopUp
  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      const focused = document.activeElement
      const isElsewhere = focused?.closest('.org-list, .org-menu, input') ?? null
      if (event.isComposing || isElsewhere !== null || isDialogOpen()) return
      const rows = [...(table.current?.querySelectorAll<HTMLElement>('.row-open') ?? [])]
      const row = focused?.closest('tr')?.querySelector<HTMLElement>('.row-open') ?? null
      if (matchShortcut(event, platform)?.kind === 'top-up') {
        if (!event.repeat && row?.dataset.organisation !== undefined)
          topUpRow.current(row.dataset.organisation)
        return
      }
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
      const index = row === null ? -1 : rows.indexOf(row)
      const next = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: rows.length - 1 }[event.key]
      if (next === undefined) return
      event.preventDefault()
      rows[Math.min(Math.max(next, 0), rows.length - 1)]?.focus()
    }
    window.addEventListener('keydown', handleKey)
    return () => window.removeEventListener('keydown', handleKey)
  }, [])
}
