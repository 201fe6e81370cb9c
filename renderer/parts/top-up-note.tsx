import type { Organisation, TopUp } from '../../preload/contract/index.ts'
import { moment, money, sentences, shortDuration } from '../../words/format.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { ageTickMs, secondTickMs, useNow } from '../use-now.ts'
import { Icon } from './icon.tsx'

const text = words.overview.topUpLine

/** A top-up that is in progress, or whose outcome the user hasn't acknowledged. */
export function TopUpNote({ organisation }: { organisation: Organisation }) {
  const { topUp } = organisation
  const now = useNow(topUp.kind === 'none' ? ageTickMs : secondTickMs)
  if (topUp.kind === 'none') return null
  const isSettled = topUp.kind === 'added' || topUp.kind === 'not-charged'
  return (
    <p class={topUp.kind === 'added' ? 'note done unsettled' : 'note unsettled'}>
      {isSettled ? (
        <Icon name={topUp.kind === 'added' ? 'check' : 'warn'} />
      ) : (
        <i class="swatch hatch" aria-hidden="true" />
      )}
      <span>
        {outcomeText(topUp, now)}{' '}
        <button
          type="button"
          class="link"
          onClick={() => send('dialog.open', { dialog: { kind: 'top-up', organisationId: organisation.id } })}
        >
          {text.more}
        </button>
      </span>
    </p>
  )
}

function outcomeText(topUp: Exclude<TopUp, { kind: 'none' }>, now: number): string {
  const amount = money(topUp.amountCents).text
  switch (topUp.kind) {
    case 'charging':
      return text.charging(amount)
    case 'unknown':
      return sentences(
        text.unknown(amount, moment(topUp.askedAt, now)),
        nextAttemptText(topUp, now),
        text.off,
      )
    case 'too-old':
      return sentences(text.unknown(amount, moment(topUp.askedAt, now)), text.tooOld, text.off)
    case 'added':
      return text.added(amount, moment(topUp.at, now))
    case 'not-charged':
      return text.notCharged(amount, moment(topUp.at, now))
  }
}

function nextAttemptText(topUp: TopUp & { kind: 'unknown' }, now: number): string {
  if (topUp.isRetrying) return text.asking
  return topUp.autoRetry === null ? text.findOut : text.next(shortDuration(topUp.autoRetry.nextAt - now))
}
