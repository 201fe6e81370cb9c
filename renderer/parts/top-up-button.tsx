import { useId } from 'preact/hooks'
import type { Organisation } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { perform } from '../bridge.ts'
import { topUp } from '../deeds.ts'
import { isStale } from '../stale.ts'

const text = words.overview

/** Money is low: then, and only then, adding some is the act of this screen. */
export function isLow({ alerts, balance }: Organisation): boolean {
  return alerts.some(({ kind }) => kind === 'spendable') || (balance !== null && balance.spendableCents <= 0)
}

export function TopUpButton({ organisation }: { organisation: Organisation }) {
  const why = whyOff(organisation)
  const id = useId()
  return (
    <>
      <button
        type="button"
        class={why === null && isLow(organisation) ? 'btn primary' : 'btn'}
        aria-disabled={why !== null}
        aria-describedby={why === null ? undefined : id}
        title={why ?? undefined}
        onClick={() => {
          const deed = topUp(organisation)
          if (why === null && deed) void perform(deed)
        }}
      >
        {text.topUp}
      </button>
      {why !== null && (
        <span class="unseen" id={id}>
          {why}
        </span>
      )}
    </>
  )
}

/** What would be charged while this isn't known could be one charge too many. */
function whyOff(organisation: Organisation): string | null {
  const { kind } = organisation.topUp
  if (kind === 'charging' || kind === 'unknown' || kind === 'too-old') return text.topUpOff.unknown
  if (isStale(organisation)) return text.topUpOff.stale
  return organisation.balance === null ? text.topUpOff.reading : null
}
