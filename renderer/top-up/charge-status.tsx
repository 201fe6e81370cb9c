/** The steps of the top-up dialog once a charge has an outcome, or may have one. */
import type { ComponentChildren } from 'preact'
import type { Failure, Organisation, TopUp } from '../../preload/contract/index.ts'
import { whatFailed, whatNext } from '../../words/failure.ts'
import { age, moment, money, sentences, shortDuration } from '../../words/format.ts'
import { laterWords } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { formatTimeLeft } from '../format-forecast.ts'
import { BusyButton } from '../parts/busy-button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Icon } from '../parts/icon.tsx'
import { SummaryList } from '../parts/summary-list.tsx'
import type { CommandRunner } from '../use-command.ts'
import { ageTickMs, secondTickMs, useNow } from '../use-now.ts'

const text = laterWords.topUp
const dayMs = 24 * 3600_000

type Props<K extends TopUp['kind']> = {
  organisation: Organisation
  topUp: TopUp & { kind: K }
  titleId: string
  runner: CommandRunner
  close: () => void
}

export function Unknown(props: Props<'unknown'>) {
  const { topUp, titleId, runner, close } = props
  const now = useNow(secondTickMs)
  const amount = money(topUp.amountCents).text
  const { autoRetry } = topUp
  const isRetrying = autoRetry !== null
  return (
    <>
      <h2 id={titleId}>{isRetrying ? text.unknown.title(amount) : text.later.title(amount)}</h2>
      {isRetrying ? (
        <p class="dialog-text">
          {text.unknown.lost}
          <b>{text.unknown.notTwice}</b>
        </p>
      ) : (
        <p class="dialog-text">
          {topUp.failure === null ? text.later.restarted(amount) : text.later.stopped(amount)}
        </p>
      )}
      <SummaryList
        rows={[
          { name: text.amount, value: <PendingAmount>{amount}</PendingAmount> },
          { name: text.askedAt, value: formatRequestTime(topUp.askedAt, now) },
          autoRetry && {
            name: text.unknown.nextTry,
            value:
              topUp.isRetrying || autoRetry.nextAt <= now
                ? text.unknown.now
                : text.unknown.in(shortDuration(autoRetry.nextAt - now)),
          },
        ]}
      />
      {autoRetry && <p class="dialog-text small">{text.unknown.byItself(moment(autoRetry.until, now))}</p>}
      {runner.failure ? (
        <FailureNote failure={runner.failure} />
      ) : (
        !isRetrying && topUp.failure && <p class="dialog-text small">{whatFailed(topUp.failure)}</p>
      )}
      <div class="actions end">
        {!isRetrying && <BillingButton />}
        <button type="button" class="btn quiet" data-initial-focus onClick={close}>
          {text.close}
        </button>
        <BusyButton
          class="primary"
          busyText={isRetrying ? text.unknown.asking : text.later.asking}
          busy={topUp.isRetrying}
          onClick={() => runner.run('top-up.retry', { organisationId: props.organisation.id })}
        >
          {isRetrying ? text.unknown.act : text.later.act(amount)}
        </BusyButton>
      </div>
    </>
  )
}

export function TooOld(props: Props<'too-old'> & { acknowledge: () => Promise<unknown> }) {
  const now = useNow(ageTickMs)
  const amount = money(props.topUp.amountCents).text
  return (
    <>
      <h2 id={props.titleId}>{text.tooOld.title(amount)}</h2>
      <p class="dialog-text">{text.tooOld.explained}</p>
      <SummaryList
        rows={[
          { name: text.amount, value: <PendingAmount>{amount}</PendingAmount> },
          { name: text.askedAt, value: formatRequestTime(props.topUp.askedAt, now) },
        ]}
      />
      {props.runner.failure && <FailureNote failure={props.runner.failure} />}
      <div class="actions end">
        <BusyButton class="quiet" busyText={text.tooOld.puttingAway} onClick={props.acknowledge}>
          {text.tooOld.putAway}
        </BusyButton>
        <button
          type="button"
          class="btn primary"
          data-initial-focus
          onClick={() => send('link.open', { destination: 'billing' })}
        >
          {text.openBilling}
          <Icon name="out" />
        </button>
      </div>
    </>
  )
}

export function Added(props: Props<'added'> & { acknowledge: () => Promise<unknown> }) {
  const now = useNow(ageTickMs)
  const { topUp, organisation } = props
  const { forecast } = organisation.history
  const left =
    forecast.kind === 'known' && forecast.perDayCents > 0 && topUp.spendableCents > 0
      ? (topUp.spendableCents / forecast.perDayCents) * dayMs
      : null
  return (
    <>
      <h2 id={props.titleId} class="title-with-icon">
        <Icon name="check" class="accent-ink" />
        {text.added.title(money(topUp.amountCents).text)}
      </h2>
      <p class="dialog-text">{text.added.explained(moment(topUp.at, now))}</p>
      <SummaryList
        rows={[
          { name: text.confirm.organisation, value: <bdi>{organisation.name}</bdi> },
          { name: text.confirm.paidWith, value: text.confirm.card },
          { name: text.added.now, value: money(topUp.spendableCents).text },
          { name: text.added.charged, value: money(topUp.amountCents).text, isTotal: true },
        ]}
      />
      {left !== null && <p class="dialog-text small">{text.added.pace(formatTimeLeft(left))}</p>}
      <div class="actions end">
        <BusyButton class="primary" initialFocus busyText={text.done} onClick={props.acknowledge}>
          {text.done}
        </BusyButton>
      </div>
    </>
  )
}

export function NotCharged(
  props: Props<'not-charged'> & { acknowledge: () => Promise<unknown>; retry: () => Promise<unknown> },
) {
  const now = useNow(ageTickMs)
  const { topUp } = props
  const { failure } = topUp
  const isDeclined = failure.kind === 'declined'
  const amount = money(topUp.amountCents).text
  return (
    <>
      <h2 id={props.titleId}>{isDeclined ? text.declined.title : text.notCharged.title(amount)}</h2>
      <p class="dialog-text">
        {isDeclined ? text.declined.explained : sentences(whatFailed(failure), whatNext(failure))}
      </p>
      <SummaryList
        rows={[
          { name: text.notCharged.tried, value: text.notCharged.at(amount, moment(topUp.at, now)) },
          hasServerMessage(failure)
            ? { name: text.notCharged.says, value: <bdi>{failure.message}</bdi> }
            : null,
          failure.reference === undefined
            ? null
            : { name: text.reference, value: <bdi class="mono selectable">{failure.reference}</bdi> },
        ]}
      />
      <div class="actions end">
        <button type="button" class="btn quiet" data-initial-focus onClick={props.close}>
          {text.close}
        </button>
        <BusyButton class={isDeclined ? '' : 'primary'} busyText={text.tryAgain} onClick={props.retry}>
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

/** The server's message helps only if the server has judged the request itself. */
function hasServerMessage({ kind, message }: Failure): boolean {
  return (kind === 'invalid' || kind === 'conflict') && message !== ''
}

function PendingAmount({ children }: { children: ComponentChildren }) {
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

/** The time, and the age once it is at least a minute. */
function formatRequestTime(at: number, now: number): string {
  const isOld = now - at >= 60_000 && now - at < dayMs
  return isOld ? text.asked(moment(at, now), age(at, now)) : moment(at, now)
}
