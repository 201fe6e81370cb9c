import type { AppState, Organisation } from '../../preload/contract/index.ts'
import { count, date, moment } from '../../words/format.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { DayTable } from '../chart/day-table.tsx'
import { BalanceLoading, BalanceNotRead, BalanceView, InvoiceExplained } from '../parts/balance-view.tsx'
import { ForecastLoading, ForecastView } from '../parts/forecast-view.tsx'
import { KeysInShort } from '../parts/keys-in-short.tsx'
import { LineButton } from '../parts/line-button.tsx'
import { PendingSignOuts } from '../parts/pending-sign-outs.tsx'
import { Shell } from '../parts/shell.tsx'
import { isLow, TopUpButton } from '../parts/top-up-button.tsx'
import { TopUpLine } from '../parts/top-up-line.tsx'
import { isStale } from '../stale.ts'
import { agesEveryMs, useNow } from '../use-now.ts'
import { useQuery } from '../use-query.ts'

const text = words.overview
const daysShown = 6

/** One organisation: how much is left, for how long, and where the rest is. */
export function Overview({ state, organisation }: { state: AppState; organisation: Organisation }) {
  const isInvoiced = organisation.balance?.invoiced === true
  return (
    <Shell
      state={state}
      screen="overview"
      organisation={organisation}
      title={<bdi>{organisation.name}</bdi>}
      titleUnseen
    >
      {isInvoiced ? (
        <>
          <InvoiceExplained name={organisation.name} />
          <TopUpLine organisation={organisation} />
          {organisation.keys.keys > 0 && <KeysInShort organisation={organisation} />}
        </>
      ) : (
        <Prepaid organisation={organisation} />
      )}
      <section class="sect lines ways-on">
        {!(isInvoiced && organisation.keys.keys > 0) && <KeysLine organisation={organisation} />}
        <SignInLine organisation={organisation} />
      </section>
      <PendingSignOuts pending={state.pendingSignOuts} />
    </Shell>
  )
}

function Prepaid({ organisation }: { organisation: Organisation }) {
  const now = useNow(agesEveryMs)
  const { id, history } = organisation
  const week = useQuery('history.read', { organisationId: id, range: 'week' }, history.revision).value
  const days = week?.days.slice(0, daysShown) ?? []
  return (
    <>
      <div class="duo">
        <BalancePart organisation={organisation} />
        {organisation.balance === null && history.readings === 0 && !isStale(organisation) ? (
          <ForecastLoading />
        ) : (
          <ForecastView organisation={organisation} week={week} />
        )}
      </div>
      {days.length > 0 && (
        <section class="sect days">
          <div class="sect-head">
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

function BalancePart({ organisation }: { organisation: Organisation }) {
  const { balance, history } = organisation
  const stale = isStale(organisation)
  const act = <TopUpButton organisation={organisation} />
  if (balance === null)
    return (
      <div>
        {stale ? <BalanceNotRead act={act} /> : <BalanceLoading act={act} />}
        <TopUpLine organisation={organisation} />
      </div>
    )
  return (
    <BalanceView
      balance={balance}
      stale={stale}
      low={isLow(organisation)}
      sinceYesterdayCents={history.sinceYesterdayCents}
      act={act}
      unsettled={organisation.topUp.kind !== 'none' && <TopUpLine organisation={organisation} />}
    />
  )
}

function KeysLine({ organisation }: { organisation: Organisation }) {
  const { keys, rotateDue } = organisation.keys
  return (
    <LineButton icon="key" act={() => send('view.show', { screen: 'keys' })}>
      {text.keysMade(keys)}
      {rotateDue > 0 && <span class="chip warn">{text.keysDue(count(rotateDue))}</span>}
    </LineButton>
  )
}

function SignInLine({ organisation }: { organisation: Organisation }) {
  const now = useNow(agesEveryMs)
  const { session } = organisation
  if (session.kind === 'signing-out') return null
  return (
    <LineButton icon="session" act={() => send('view.show', { screen: 'session' })}>
      {session.kind === 'active' ? (
        untilWhen(session.authorizationUntil, session.signInUntil, now)
      ) : session.kind === 'unreadable' ? (
        <span class="danger-ink">{text.why.unreadable}</span>
      ) : (
        <span class="danger-ink">{text.authorizationEnded(moment(session.since, now))}</span>
      )}
    </LineButton>
  )
}

function untilWhen(authorizationUntil: number | null, signInUntil: number | null, now: number): string {
  if (authorizationUntil !== null) return text.authorizedUntil(date(authorizationUntil, now))
  return signInUntil === null ? text.authorized : text.signedInUntil(date(signInUntil, now))
}
