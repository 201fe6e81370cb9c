import type { AppState, Organisation } from '../../preload/contract/index.ts'
import { count, date, moment } from '../../words/format.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { DayTable } from '../chart/day-table.tsx'
import { isLow, isStale } from '../organisation-status.ts'
import { BalanceLoading, BalanceUnavailable, BalanceView, InvoiceNotice } from '../parts/balance-view.tsx'
import { ForecastLoading, ForecastView } from '../parts/forecast-view.tsx'
import { NavRow } from '../parts/nav-row.tsx'
import { PendingSignOuts } from '../parts/pending-sign-outs.tsx'
import { RecentKeys } from '../parts/recent-keys.tsx'
import { SetUpMeanwhile } from '../parts/set-up-meanwhile.tsx'
import { Shell } from '../parts/shell.tsx'
import { TopUpButton } from '../parts/top-up-button.tsx'
import { TopUpNote } from '../parts/top-up-note.tsx'
import { ageTickMs, useNow } from '../use-now.ts'
import { useQuery } from '../use-query.ts'

const text = words.overview
const maxDays = 6
const dayMs = 24 * 3600_000

/** The balance and forecast of an organisation, with links to its other screens. */
export function OverviewScreen({ state, organisation }: { state: AppState; organisation: Organisation }) {
  const isInvoiced = organisation.balance?.invoiced === true
  return (
    <Shell
      state={state}
      screen="overview"
      organisation={organisation}
      title={<bdi>{organisation.name}</bdi>}
      isTitleHidden
    >
      <div class="overview">
        <div>
          {isInvoiced ? (
            <>
              <InvoiceNotice name={organisation.name} />
              <TopUpNote organisation={organisation} />
              {organisation.keys.keys > 0 && <RecentKeys organisation={organisation} />}
            </>
          ) : (
            <PrepaidOverview state={state} organisation={organisation} />
          )}
        </div>
        <div class="overview-aside">
          <section class="section lines nav-rows">
            {!(isInvoiced && organisation.keys.keys > 0) && <KeysRow organisation={organisation} />}
            <SessionRow organisation={organisation} />
          </section>
          <PendingSignOuts pending={state.pendingSignOuts} />
        </div>
      </div>
    </Shell>
  )
}

function PrepaidOverview({ state, organisation }: { state: AppState; organisation: Organisation }) {
  const now = useNow(ageTickMs)
  const { id, history } = organisation
  // As much past as the forecast reaches into the future, if there is that much.
  const { forecast } = history
  const range = forecast.kind === 'known' && forecast.runsOutAt - now > 7 * dayMs ? 'month' : 'week'
  const past = useQuery('history.read', { organisationId: id, range }, history.revision).value
  const days = past?.days.slice(0, maxDays) ?? []
  return (
    <>
      <div class="two-columns">
        <BalanceSection organisation={organisation} />
        {organisation.balance === null && history.readings === 0 && !isStale(organisation) ? (
          <ForecastLoading />
        ) : (
          <ForecastView organisation={organisation} past={past} />
        )}
      </div>
      {forecast.kind === 'not-enough' && organisation.balance !== null && (
        <SetUpMeanwhile state={state} organisation={organisation} />
      )}
      {days.length > 0 && (
        <section class="section days">
          <div class="section-head">
            <h2>{text.lastDays}</h2>
            <button type="button" class="more link" onClick={() => send('view.show', { screen: 'activity' })}>
              {text.allActivity}
            </button>
          </div>
          <DayTable days={days} now={now} />
        </section>
      )}
    </>
  )
}

function BalanceSection({ organisation }: { organisation: Organisation }) {
  const { balance, history } = organisation
  const stale = isStale(organisation)
  const topUpButton = <TopUpButton organisation={organisation} />
  if (balance === null)
    return (
      <div>
        {stale ? <BalanceUnavailable action={topUpButton} /> : <BalanceLoading action={topUpButton} />}
        <TopUpNote organisation={organisation} />
      </div>
    )
  return (
    <BalanceView
      balance={balance}
      stale={stale}
      low={isLow(organisation)}
      sinceYesterdayCents={history.sinceYesterdayCents}
      action={topUpButton}
      topUpNote={organisation.topUp.kind !== 'none' && <TopUpNote organisation={organisation} />}
    />
  )
}

function KeysRow({ organisation }: { organisation: Organisation }) {
  const { keys, rotateDue } = organisation.keys
  return (
    <NavRow icon="key" onClick={() => send('view.show', { screen: 'keys' })}>
      {text.keysMade(keys)}
      {rotateDue > 0 && <span class="chip warn">{text.keysDue(count(rotateDue))}</span>}
    </NavRow>
  )
}

function SessionRow({ organisation }: { organisation: Organisation }) {
  const now = useNow(ageTickMs)
  const { session } = organisation
  if (session.kind === 'signing-out') return null
  return (
    <NavRow icon="session" onClick={() => send('view.show', { screen: 'session' })}>
      {session.kind === 'active' ? (
        formatExpiry(session.authorizationUntil, session.signInUntil, now)
      ) : session.kind === 'unreadable' ? (
        <span class="danger-ink">{text.why.unreadable}</span>
      ) : (
        <span class="danger-ink">{text.authorizationEnded(moment(session.since, now))}</span>
      )}
    </NavRow>
  )
}

function formatExpiry(authorizationUntil: number | null, signInUntil: number | null, now: number): string {
  if (authorizationUntil !== null) return text.authorizedUntil(date(authorizationUntil, now))
  return signInUntil === null ? text.authorized : text.signedInUntil(date(signInUntil, now))
}
