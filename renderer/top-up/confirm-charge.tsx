import { useRef } from 'preact/hooks'
import type { Failure, Organisation } from '../../preload/contract/index.ts'
import { money } from '../../words/format.ts'
import { laterWords, words } from '../../words/index.ts'
import { BusyButton } from '../parts/busy-button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Icon } from '../parts/icon.tsx'
import { SummaryList } from '../parts/summary-list.tsx'

const text = laterWords.topUp.confirm
const charging = laterWords.topUp.charging

/** The second step of a top-up: shows what will be charged, and then the same while it is charged. */
export function ConfirmCharge(props: {
  organisation: Organisation
  titleId: string
  cents: number
  onCharge: () => Promise<unknown>
  /** The charge was requested, but the state doesn't show it yet. */
  isRequested: boolean
  isCharging: boolean
  failure: Failure | null
  onBack: () => void
  onCancel: () => void
}) {
  const { organisation, cents, isCharging } = props
  const amount = money(cents).text
  // A refresh during the charge may already contain it.
  const balanceBefore = useRef(organisation.balance)
  if (!isCharging) balanceBefore.current = organisation.balance
  const balance = balanceBefore.current
  const wayBack = isCharging ? 'btn quiet is-hidden' : 'btn quiet'
  return (
    <>
      <h2 id={props.titleId}>{isCharging ? charging.title(amount) : text.title(amount)}</h2>
      <p class="dialog-text">{isCharging ? charging.explained : text.explained}</p>
      <SummaryList
        rows={[
          { name: text.organisation, value: <bdi>{organisation.name}</bdi> },
          { name: text.paidWith, value: text.card },
          balance && { name: text.after, value: text.about(money(balance.spendableCents + cents).text) },
          { name: text.charge, value: amount, isTotal: true },
        ]}
      />
      {props.failure && (
        <FailureNote title={laterWords.topUp.notCharged.title(amount)} failure={props.failure} />
      )}
      <div class="actions end">
        <button
          type="button"
          class={`${wayBack} at-start`}
          aria-disabled={props.isRequested}
          onClick={() => props.isRequested || props.onBack()}
        >
          <Icon name="back" class="flips-rtl" />
          {words.app.back}
        </button>
        <button
          type="button"
          class={wayBack}
          data-initial-focus={isCharging ? undefined : ''}
          aria-disabled={props.isRequested}
          onClick={() => props.isRequested || props.onCancel()}
        >
          {laterWords.topUp.cancel}
        </button>
        <BusyButton
          class="primary"
          busyText={text.busy}
          busy={props.isRequested || isCharging}
          initialFocus={isCharging}
          onClick={props.onCharge}
        >
          {text.act(amount)}
        </BusyButton>
      </div>
    </>
  )
}
