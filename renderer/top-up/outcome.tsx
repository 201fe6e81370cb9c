/** What became of a charge: under way, not known, added, or not charged. */
import type { ComponentChildren } from 'preact'
import type { Failure, Organisation, TopUp } from '../../preload/contract/index.ts'
import { whatFailed, whatNext } from '../../words/failure.ts'
import { age, moment, money, sentences, shortDuration } from '../../words/format.ts'
import { laterWords } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { timeLeft } from '../forecast-words.ts'
import { BusyButton } from '../parts/busy-button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Icon } from '../parts/icon.tsx'
import { SumUp } from '../parts/sum-up.tsx'
import type { Act } from '../use-act.ts'
import { agesEveryMs, secondsEveryMs, useNow } from '../use-now.ts'

const text = laterWords.topUp
const dayMs = 24 * 3600_000

type Props<K extends TopUp['kind']> = {
  organisation: Organisation
  topUp: TopUp & { kind: K }
  titleId: string
  act: Act
  close: () => void
}

export function Charging({ topUp, titleId }: Props<'charging'>) {
  return (
    <>
      <h2 id={titleId}>{text.charging.title(money(topUp.amountCents).text)}</h2>
      <p class="say">{text.charging.explained}</p>
      <div class="acts end">
        <button type="button" class="btn primary is-busy" aria-disabled="true" data-first>
          <Icon name="busy" class="spin" />
          {text.charging.busy}
        </button>
      </div>
    </>
  )
}

export function Unknown(props: Props<'unknown'>) {
  const { topUp, titleId, act, close } = props
  const now = useNow(secondsEveryMs)
  const amount = money(topUp.amountCents).text
  const { autoRetry: byItself } = topUp
  const goesOn = byItself !== null
  return (
    <>
      <h2 id={titleId}>{goesOn ? text.unknown.title(amount) : text.later.title(amount)}</h2>
      {goesOn ? (
        <p class="say">
          {text.unknown.lost}
          <b>{text.unknown.notTwice}</b>
        </p>
      ) : (
        <p class="say">{topUp.failure === null ? text.later.restarted : text.later.stopped}</p>
      )}
      <SumUp
        rows={[
          { name: text.amount, value: <Unsettled>{amount}</Unsettled> },
          { name: text.askedAt, value: askedAt(topUp.askedAt, now) },
          byItself && {
            name: text.unknown.nextTry,
            value:
              topUp.isRetrying || byItself.nextAt <= now
                ? text.unknown.now
                : text.unknown.in(shortDuration(byItself.nextAt - now)),
          },
        ]}
      />
      {byItself && <p class="say small">{text.unknown.byItself(moment(byItself.until, now))}</p>}
      {act.failure ? (
        <FailureNote failure={act.failure} />
      ) : (
        !goesOn && topUp.failure && <p class="say small">{whatFailed(topUp.failure)}</p>
      )}
      <div class="acts end">
        {!goesOn && <BillingButton />}
        <button type="button" class="btn quiet" data-first onClick={close}>
          {text.close}
        </button>
        <BusyButton
          class="primary"
          busyWords={goesOn ? text.unknown.asking : text.later.asking}
          busy={topUp.isRetrying}
          act={() => act.act('top-up.retry', { organisationId: props.organisation.id })}
        >
          {goesOn ? text.unknown.act : text.later.act}
        </BusyButton>
      </div>
    </>
  )
}

export function TooOld(props: Props<'too-old'> & { putAway: () => Promise<unknown> }) {
  const now = useNow(agesEveryMs)
  const amount = money(props.topUp.amountCents).text
  return (
    <>
      <h2 id={props.titleId}>{text.tooOld.title(amount)}</h2>
      <p class="say">{text.tooOld.explained}</p>
      <SumUp
        rows={[
          { name: text.amount, value: <Unsettled>{amount}</Unsettled> },
          { name: text.askedAt, value: askedAt(props.topUp.askedAt, now) },
        ]}
      />
      {props.act.failure && <FailureNote failure={props.act.failure} />}
      <div class="acts end">
        <BusyButton class="quiet" busyWords={text.tooOld.puttingAway} act={props.putAway}>
          {text.tooOld.putAway}
        </BusyButton>
        <button
          type="button"
          class="btn primary"
          data-first
          onClick={() => send('link.open', { destination: 'billing' })}
        >
          {text.openBilling}
          <Icon name="out" />
        </button>
      </div>
    </>
  )
}

export function Added(props: Props<'added'> & { putAway: () => Promise<unknown> }) {
  const now = useNow(agesEveryMs)
  const { topUp, organisation } = props
  const { forecast } = organisation.history
  const left =
    forecast.kind === 'known' && forecast.perDayCents > 0 && topUp.spendableCents > 0
      ? (topUp.spendableCents / forecast.perDayCents) * dayMs
      : null
  return (
    <>
      <h2 id={props.titleId} class="with-mark">
        <Icon name="check" class="accent-ink" />
        {text.added.title(money(topUp.amountCents).text)}
      </h2>
      <p class="say">{text.added.explained(moment(topUp.at, now))}</p>
      <SumUp
        rows={[
          topUp.beforeCents === null
            ? null
            : { name: text.added.before, value: money(topUp.beforeCents).text },
          { name: text.added.now, value: money(topUp.spendableCents).text, total: true },
        ]}
      />
      {left !== null && <p class="say small">{text.added.pace(timeLeft(left))}</p>}
      <div class="acts end">
        <BusyButton class="primary" first busyWords={text.done} act={props.putAway}>
          {text.done}
        </BusyButton>
      </div>
    </>
  )
}

export function NotCharged(
  props: Props<'not-charged'> & { putAway: () => Promise<unknown>; again: () => Promise<unknown> },
) {
  const now = useNow(agesEveryMs)
  const { topUp } = props
  const { failure } = topUp
  const isDeclined = failure.kind === 'declined'
  const amount = money(topUp.amountCents).text
  return (
    <>
      <h2 id={props.titleId}>{isDeclined ? text.declined.title : text.notCharged.title(amount)}</h2>
      <p class="say">
        {isDeclined ? text.declined.explained : sentences(whatFailed(failure), whatNext(failure))}
      </p>
      <SumUp
        rows={[
          { name: text.notCharged.tried, value: text.notCharged.at(amount, moment(topUp.at, now)) },
          saysItself(failure) ? { name: text.notCharged.says, value: <bdi>{failure.message}</bdi> } : null,
          failure.reference === undefined
            ? null
            : { name: text.reference, value: <bdi class="mono pick">{failure.reference}</bdi> },
        ]}
      />
      <div class="acts end">
        <button type="button" class="btn quiet" data-first onClick={props.close}>
          {text.close}
        </button>
        <BusyButton class={isDeclined ? '' : 'primary'} busyWords={text.tryAgain} act={props.again}>
          {text.tryAgain}
        </BusyButton>
        {isDeclined && (
          <button
            type="button"
            class="btn primary"
            onClick={() => send('link.open', { destination: 'billing' })}
          >
            {text.declined.act}
            <Icon name="out" />
          </button>
        )}
      </div>
    </>
  )
}

/** The server's own words are worth something only where it judged what was asked. */
function saysItself({ kind, message }: Failure): boolean {
  return (kind === 'invalid' || kind === 'conflict') && message !== ''
}

function Unsettled({ children }: { children: ComponentChildren }) {
  return (
    <span class="unsettled-sum">
      <i class="swatch hatch" aria-hidden="true" />
      {children}
    </span>
  )
}

function BillingButton() {
  return (
    <button
      type="button"
      class="btn quiet at-start"
      onClick={() => send('link.open', { destination: 'billing' })}
    >
      {text.billing}
      <Icon name="out" />
    </button>
  )
}

/** Both the time and, once it is old, the age. */
function askedAt(at: number, now: number): string {
  const isOld = now - at >= 60_000 && now - at < dayMs
  return isOld ? text.asked(moment(at, now), age(at, now)) : moment(at, now)
}
