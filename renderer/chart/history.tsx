import { useEffect, useState } from 'preact/hooks'
import type { AppState, HistoryRange, HistoryView, Organisation } from '../../preload/contract/index.ts'
import { age, date, dateAndTime, moment, money, sentences, shortDuration } from '../../words/format.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { formatBasis } from '../format-forecast.ts'
import { isStale } from '../organisation-status.ts'
import { BusyButton } from '../parts/busy-button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Icon } from '../parts/icon.tsx'
import { SetUpMeanwhile } from '../parts/set-up-meanwhile.tsx'
import { ageTickMs, useNow } from '../use-now.ts'
import { useQuery } from '../use-query.ts'
import { minGapMs } from './day-notes.ts'
import { DayTable } from './day-table.tsx'
import { HistoryChart } from './history-chart.tsx'

const text = words.activity
const dayMs = 24 * 3600_000

export type HistoryFormat = 'chart' | 'table'

/** The content of the activity screen. */
export function History(props: {
  state: AppState
  organisation: Organisation
  range: HistoryRange
  format: HistoryFormat
}) {
  const { state, organisation, range, format } = props
  const { id, history, balance } = organisation
  const { value, failure } = useQuery('history.read', { organisationId: id, range }, history.revision)
  if (balance?.invoiced) return <p class="lede">{text.invoice}</p>
  if (failure && value === null) return <FailureNote title={text.failed} failure={failure} />
  if (history.readings < 2) return <TooFewReadings state={state} organisation={organisation} />
  if (value === null) return <div class="history-frame" aria-busy="true" />
  if (value.points.length === 0) return <NothingInRange />
  return (
    <>
      {format === 'chart' ? <ChartView organisation={organisation} view={value} /> : <Table view={value} />}
      <Figures organisation={organisation} view={value} />
      <ForecastNote organisation={organisation} view={value} />
      {format === 'chart' && (
        <section class="section days">
          <div class="section-head">
            <h2>{text.byDay}</h2>
          </div>
          <Table view={value} />
        </section>
      )}
      <ExportButtons organisation={organisation} />
    </>
  )
}

function ChartView({ organisation, view }: { organisation: Organisation; view: HistoryView }) {
  const now = useNow(ageTickMs)
  const [cursor, setCursor] = useState<number | null>(null)
  // In a new view, the index would select another reading.
  useEffect(() => setCursor(null), [view])
  const stale = isStale(organisation)
  const last = view.points.length - 1
  const reading = view.points[cursor ?? last] ?? view.points[last]
  if (!reading) return null
  const isLatest = cursor === null
  const when = isLatest
    ? stale
      ? text.asOf(moment(reading.at, now))
      : text.now
    : dateAndTime(reading.at, now)
  const details =
    !isLatest && reading.heldCents > 0 ? [when, text.held(money(reading.heldCents).text)] : [when]
  return (
    <>
      <p class="readout">
        <span class={isLatest && stale ? 'headline num ink-3' : 'headline num'}>
          {money(reading.spendableCents).text}
        </span>
        <span class="small ink-2 num">{text.list(details)}</span>
      </p>
      <HistoryChart view={view} stale={stale} now={now} cursor={cursor} onCursorChange={setCursor} />
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
  const now = useNow(ageTickMs)
  return <DayTable days={view.days} now={now} />
}

function Figures({ organisation, view }: { organisation: Organisation; view: HistoryView }) {
  const now = useNow(ageTickMs)
  const { forecast } = organisation.history
  const perDay = forecast.kind === 'known' ? money(forecast.perDayCents).text : text.none
  return (
    <section class="section">
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
          <dd>{formatRunOut(organisation, now)}</dd>
        </div>
      </dl>
    </section>
  )
}

function formatRunOut({ history: { forecast } }: Organisation, now: number): string {
  if (forecast.kind !== 'known') return text.none
  if (forecast.runsOutAt - now > 60 * dayMs) return text.twoMonths
  return text.about(date(Math.max(now, forecast.runsOutAt), now))
}

/** The basis of the forecast, and the gaps in it. */
function ForecastNote({ organisation, view }: { organisation: Organisation; view: HistoryView }) {
  const { forecast } = organisation.history
  if (forecast.kind !== 'known') return null
  const unread = view.gaps.reduce((sum, gap) => sum + gap.to - gap.from, 0)
  const notes = [
    text.pace(formatBasis(forecast.basisMs)),
    view.range === 'week' && unread >= minGapMs ? text.gaps(shortDuration(unread)) : '',
  ]
  return (
    <p class="note section">
      <Icon name="info" />
      <span>{sentences(...notes)}</span>
    </p>
  )
}

function ExportButtons({ organisation }: { organisation: Organisation }) {
  const save = (format: 'csv' | 'json') => () =>
    send('history.export', { organisationId: organisation.id, format })
  return (
    <p class="actions gap">
      <BusyButton class="compact" busyText={text.exporting} onClick={save('csv')}>
        <Icon name="save" />
        {text.exportCsv}
      </BusyButton>
      <BusyButton class="compact" busyText={text.exporting} onClick={save('json')}>
        {text.exportJson}
      </BusyButton>
    </p>
  )
}

function TooFewReadings({ state, organisation }: { state: AppState; organisation: Organisation }) {
  const { since } = organisation.history
  const now = useNow(ageTickMs, since ?? 0)
  return (
    <>
      <div class="empty">
        <h2>{text.empty.title}</h2>
        <p>
          {sentences(
            since === null ? text.empty.nothing : text.empty.since(age(since, now)),
            text.empty.explained,
          )}
        </p>
      </div>
      <SetUpMeanwhile state={state} organisation={organisation} />
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
