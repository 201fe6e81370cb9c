import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { AppState, Organisation } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { Age } from '../parts/age.tsx'
import { BalanceLoading, BalanceNotRead, BalanceView, InvoiceExplained } from '../parts/balance-view.tsx'
import { Banner } from '../parts/banner.tsx'
import { BusyButton } from '../parts/busy-button.tsx'
import { Icon } from '../parts/icon.tsx'
import { OrganisationMenu } from '../parts/organisation-menu.tsx'
import { OrganisationRail } from '../parts/organisation-rail.tsx'
import { PendingSignOuts } from '../parts/pending-sign-outs.tsx'
import { SignInFacts } from '../parts/sign-in-facts.tsx'
import { StripSlot } from '../parts/strip-slot.tsx'

const text = words.overview

/** One organisation: how much is left, then what this sign-in is. */
export function Overview({ state, organisation }: { state: AppState; organisation: Organisation }) {
  const stale = organisation.trouble !== null || organisation.session.kind !== 'active'
  const main = useRef<HTMLElement>(null)
  const scrolls = useScrolls(main)
  return (
    <div class="shell">
      <Banner server={state.server} />
      <header class="bar">
        <OrganisationMenu organisations={state.organisations} current={organisation} />
        <p class="bar-title cut">
          <bdi>{organisation.name}</bdi>
        </p>
        <span class="bar-gap" />
        {organisation.balance ? (
          <Age at={organisation.balance.readAt} stale={stale} />
        ) : (
          !stale && <span class="age">{text.reading}</span>
        )}
        <Refresh organisation={organisation} />
      </header>
      <OrganisationRail organisations={state.organisations} current={organisation} />
      <StripSlot state={state} organisation={organisation} />
      {/* Only when it scrolls does it need the keyboard. */}
      <main class="main" ref={main} tabIndex={scrolls ? 0 : -1}>
        <div class="page">
          <h1 class="unseen" tabIndex={-1}>
            <bdi>{organisation.name}</bdi>
          </h1>
          <div class="duo">
            <BalancePart organisation={organisation} stale={stale} />
            <SignInFacts organisation={organisation} />
          </div>
          <PendingSignOuts pending={state.pendingSignOuts} />
        </div>
      </main>
      <footer class="foot">
        <button
          type="button"
          class="btn quiet s"
          onClick={() => send('link.open', { destination: 'billing' })}
        >
          {text.openBilling}
          <Icon name="out" />
        </button>
        <BusyButton
          class="quiet s"
          busyWords={text.signingOut}
          busy={organisation.session.kind === 'signing-out'}
          act={() => send('dialog.open', { dialog: { kind: 'sign-out', organisationId: organisation.id } })}
        >
          {text.signOut}
        </BusyButton>
      </footer>
    </div>
  )
}

function BalancePart({ organisation, stale }: { organisation: Organisation; stale: boolean }) {
  const { balance } = organisation
  if (balance?.invoiced) return <InvoiceExplained name={organisation.name} />
  if (balance) return <BalanceView balance={balance} stale={stale} />
  return stale ? <BalanceNotRead /> : <BalanceLoading />
}

/** While it reads, only the arrow turns. Without a usable sign-in there is nothing to ask with. */
function Refresh({ organisation }: { organisation: Organisation }) {
  const off = organisation.session.kind !== 'active'
  const blocked = off || organisation.refreshing
  return (
    <button
      type="button"
      class="icon-btn"
      aria-label={text.refresh}
      aria-disabled={blocked}
      disabled={off}
      onClick={() => {
        if (!blocked) void send('organisation.refresh', { organisationId: organisation.id })
      }}
    >
      <Icon name="refresh" class={organisation.refreshing ? 'spin' : ''} />
    </button>
  )
}

/** Whether the content is longer than its place. */
function useScrolls(element: { current: HTMLElement | null }): boolean {
  const [scrolls, setScrolls] = useState(false)
  useLayoutEffect(() => {
    const { current } = element
    if (!current) return
    const look = () => setScrolls(current.scrollHeight > current.clientHeight)
    const observer = new ResizeObserver(look)
    observer.observe(current)
    if (current.firstElementChild) observer.observe(current.firstElementChild)
    return () => observer.disconnect()
  }, [element])
  return scrolls
}
