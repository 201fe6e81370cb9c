import type { AppState, Organisation } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { BalanceLoading, BalanceNotRead, BalanceView, InvoiceExplained } from '../parts/balance-view.tsx'
import { Icon } from '../parts/icon.tsx'
import { PendingSignOuts } from '../parts/pending-sign-outs.tsx'
import { Shell } from '../parts/shell.tsx'
import { SignInFacts } from '../parts/sign-in-facts.tsx'

const text = words.overview

/** One organisation: how much is left, then what this sign-in is. */
export function Overview({ state, organisation }: { state: AppState; organisation: Organisation }) {
  const stale = organisation.trouble !== null || organisation.session.kind !== 'active'
  return (
    <Shell
      state={state}
      screen="overview"
      organisation={organisation}
      title={<bdi>{organisation.name}</bdi>}
      titleUnseen
    >
      <div class="duo">
        <div>
          <BalancePart organisation={organisation} stale={stale} />
          <p class="acts gap">
            <button type="button" class="btn s" onClick={() => send('link.open', { destination: 'billing' })}>
              {text.openBilling}
              <Icon name="out" />
            </button>
          </p>
        </div>
        <SignInFacts organisation={organisation} />
      </div>
      <PendingSignOuts pending={state.pendingSignOuts} />
    </Shell>
  )
}

function BalancePart({ organisation, stale }: { organisation: Organisation; stale: boolean }) {
  const { balance } = organisation
  if (balance?.invoiced) return <InvoiceExplained name={organisation.name} />
  if (balance) return <BalanceView balance={balance} stale={stale} />
  return stale ? <BalanceNotRead /> : <BalanceLoading />
}
