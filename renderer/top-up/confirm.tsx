import type { Failure, Organisation } from '../../preload/contract/index.ts'
import { money } from '../../words/format.ts'
import { laterWords, words } from '../../words/index.ts'
import { BusyButton } from '../parts/busy-button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Icon } from '../parts/icon.tsx'
import { SumUp } from '../parts/sum-up.tsx'

const text = laterWords.topUp.confirm

/** The second step: whose money, how much, from where, and what comes after. */
export function Confirm(props: {
  organisation: Organisation
  titleId: string
  cents: number
  charge: () => Promise<unknown>
  /** It was asked for, and the state doesn't say so yet. */
  asked: boolean
  failure: Failure | null
  back: () => void
  cancel: () => void
}) {
  const { organisation, cents } = props
  const amount = money(cents).text
  const { balance } = organisation
  return (
    <>
      <h2 id={props.titleId}>{text.title(amount)}</h2>
      <p class="say">{text.explained}</p>
      <SumUp
        rows={[
          { name: text.organisation, value: <bdi>{organisation.name}</bdi> },
          { name: text.paidWith, value: text.card },
          balance && { name: text.after, value: text.about(money(balance.spendableCents + cents).text) },
          { name: text.charge, value: amount, total: true },
        ]}
      />
      {props.failure && (
        <FailureNote title={laterWords.topUp.notCharged.title(amount)} failure={props.failure} />
      )}
      <div class="acts end">
        <button
          type="button"
          class="btn quiet at-start"
          aria-disabled={props.asked}
          onClick={() => props.asked || props.back()}
        >
          <Icon name="back" class="turns" />
          {words.app.back}
        </button>
        <button
          type="button"
          class="btn quiet"
          data-first
          aria-disabled={props.asked}
          onClick={() => props.asked || props.cancel()}
        >
          {laterWords.topUp.cancel}
        </button>
        <BusyButton class="primary" busyWords={text.busy} busy={props.asked} act={props.charge}>
          {text.act(amount)}
        </BusyButton>
      </div>
    </>
  )
}
