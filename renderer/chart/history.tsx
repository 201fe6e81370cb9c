/** All of the activity but the choice of what to see: loaded when it is first looked at. */
import { useEffect, useState } from 'preact/hooks'
import type { HistoryRange, HistoryView, Organisation } from '../../preload/contract/index.ts'
import { age, date, moment, money, sentences, shortDuration, timeOfDay } from '../../words/format.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { basis } from '../forecast-words.ts'
import { BusyButton } from '../parts/busy-button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Icon } from '../parts/icon.tsx'
import { isStale } from '../stale.ts'
import { agesEveryMs, useNow } from '../use-now.ts'
import { useQuery } from '../use-query.ts'
import { DayTable } from './day-table.tsx'
import { HistoryChart } from './history-chart.tsx'

const text = words.activity
const dayMs = 24 * 3600_000
const worthSayingMs = 3600_000

export type HistoryForm = 'chart' | 'table'

export function History(props: { organisation: Organisation; range: HistoryRange; form: HistoryForm }) {
  const { organisation, range, form } = props
  const { id, history, balance } = organisation
  const { value, failure } = useQuery('history.read', { organisationId: id, range }, history.revision)
  if (balance?.invoiced) return <p class="lede">{text.invoice}</p>
  if (failure && value === null) return <FailureNote title={text.failed} failure={failure} />
  if (history.readings < 2) return <Begins organisation={organisation} />
  if (value === null) return <div class="history-place" aria-busy="true" />
  if (value.points.length === 0) return <NothingInRange />
  return (
    <>
      {form === 'chart' ? <Chart organisation={organisation} view={value} /> : <Table view={value} />}
      <Facts organisation={organisation} view={value} />
      <PaceNote organisation={organisation} view={value} />
      {form === 'chart' && (
        <section class="sect days">
          <div class="sect-head">
            <h2>{text.byDay}</h2>
          </div>
          <Table view={value} />
          <Exports organisation={organisation} />
        </section>
      )}
      {form === 'table' && <Exports organisation={organisation} />}
    </>
  )
}

function Chart({ organisation, view }: { organisation: Organisation; view: HistoryView }) {
  const now = useNow(agesEveryMs)
  const [cursor, point] = useState<number | null>(null)
  // Another span, or a new reading: the place that was pointed at is another one.
  useEffect(() => point(null), [view])
  const stale = isStale(organisation)
  const last = view.points.length - 1
  const at = view.points[cursor ?? last] ?? view.points[last]
  if (!at) return null
  const isNow = cursor === null
  const when = isNow
    ? stale
      ? text.asOf(moment(at.at, now))
      : text.now
    : `${date(at.at, now)}, ${timeOfDay(at.at)}`
  const beside = !isNow && at.heldCents > 0 ? [when, text.held(money(at.heldCents).text)] : [when]
  return (
    <>
      <p class="readout">
        <span class={isNow && stale ? 'headline num ink-3' : 'headline num'}>
          {money(at.spendableCents).text}
        </span>
        <span class="small ink-2 num">{text.list(beside)}</span>
      </p>
      <HistoryChart view={view} stale={stale} now={now} cursor={cursor} point={point} />
      <p class="legend">
        <span>
          <i class="swatch stroke" />
          {text.spendable}
        </span>
        {view.gaps.length > 0 && (
          <span>
            <i class="swatch hatch" />
            {text.notRead}
          </span>
        )}
      </p>
    </>
  )
}

function Table({ view }: { view: HistoryView }) {
  const now = useNow(agesEveryMs)
  return <DayTable days={view.days} now={now} />
}

function Facts({ organisation, view }: { organisation: Organisation; view: HistoryView }) {
  const now = useNow(agesEveryMs)
  const { forecast } = organisation.history
  const perDay = forecast.kind === 'known' ? money(forecast.perDayCents).text : text.none
  return (
    <section class="sect">
      <dl class="facts">
        <div>
          <dt>{text.ranges[view.range].spent}</dt>
          <dd>{money(view.spentCents).text}</dd>
        </div>
        <div>
          <dt>{view.range === 'week' ? text.aDay : text.aDayLately}</dt>
          <dd>{perDay}</dd>
        </div>
        <div>
          <dt>{text.lastsUntil}</dt>
          <dd>{lastsUntil(organisation, now)}</dd>
        </div>
      </dl>
    </section>
  )
}

function lastsUntil({ history: { forecast } }: Organisation, now: number): string {
  if (forecast.kind !== 'known') return text.none
  if (forecast.runsOutAt - now > 60 * dayMs) return text.twoMonths
  return text.about(date(Math.max(now, forecast.runsOutAt), now))
}

/** What the pace rests on, and what is missing in it. */
function PaceNote({ organisation, view }: { organisation: Organisation; view: HistoryView }) {
  const { forecast } = organisation.history
  if (forecast.kind !== 'known') return null
  const unread = view.gaps.reduce((sum, gap) => sum + gap.to - gap.from, 0)
  const notes = [
    text.pace(basis(forecast.basisMs)),
    view.range === 'week' && unread >= worthSayingMs ? text.gaps(shortDuration(unread)) : '',
  ]
  return (
    <p class="note sect">
      <Icon name="info" />
      <span>{sentences(...notes)}</span>
    </p>
  )
}

function Exports({ organisation }: { organisation: Organisation }) {
  const save = (format: 'csv' | 'json') => () =>
    send('history.export', { organisationId: organisation.id, format })
  return (
    <p class="acts gap">
      <BusyButton class="s" busyWords={text.exporting} act={save('csv')}>
        <Icon name="save" />
        {text.exportCsv}
      </BusyButton>
      <BusyButton class="s" busyWords={text.exporting} act={save('json')}>
        {text.exportJson}
      </BusyButton>
    </p>
  )
}

function Begins({ organisation }: { organisation: Organisation }) {
  const now = useNow(agesEveryMs)
  const { since } = organisation.history
  return (
    <>
      <div class="empty">
        <h2>{text.empty.title}</h2>
        <p>
          {since === null ? text.empty.nothing : text.empty.since(age(since, now))} {text.empty.explained}
        </p>
      </div>
      <div class="chart large" aria-hidden="true">
        <div class="plot">
          <div class="grid zero at-bottom" />
          <div class="grid at-middle" />
          <div class="grid at-top" />
          {since !== null && <i class="now at-start" />}
        </div>
        <div class="ticks">{since !== null && <span class="first">{moment(since, now)}</span>}</div>
      </div>
    </>
  )
}

function NothingInRange() {
  return (
    <div class="empty">
      <h2>{text.empty.inRange}</h2>
      <p>{text.empty.inRangeExplained}</p>
    </div>
  )
}
