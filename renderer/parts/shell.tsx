/** The frame of every screen once somebody is signed in: whose it is, how old it is, and where else to go. */
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { AppState, Organisation } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { openPalette } from '../palette/open.ts'
import type { Section } from '../sections.ts'
import { shortcutText } from '../shortcuts.ts'
import { agesEveryMs, useNow } from '../use-now.ts'
import { useScrolls } from '../use-scrolls.ts'
import { Age } from './age.tsx'
import { Banner } from './banner.tsx'
import { Icon } from './icon.tsx'
import { Mark } from './mark.tsx'
import { Nav } from './nav.tsx'
import { OrganisationList } from './organisation-list.tsx'
import { OrganisationMenu } from './organisation-menu.tsx'
import { RefreshButton } from './refresh-button.tsx'
import { StripSlot } from './strip-slot.tsx'

export function Shell(props: {
  state: AppState
  screen: Section
  /** Null only on the settings before anybody is signed in. */
  organisation: Organisation | null
  title: ComponentChildren
  /** The content is its own head, so the title is only read out. */
  titleUnseen?: boolean
  /** Stand beside the title. */
  tools?: ComponentChildren
  children: ComponentChildren
}) {
  const { state, screen, organisation } = props
  const main = useRef<HTMLElement>(null)
  const scrolls = useScrolls(main)
  const place = `${screen} ${organisation?.id}`
  // Another place is read from its beginning.
  useLayoutEffect(() => main.current?.scrollTo(0, 0), [place])
  return (
    <div class="shell">
      <Banner server={state.server} />
      <header class="bar">
        {organisation === null ? <WayBack /> : <Bar {...{ state, screen, organisation }} />}
      </header>
      <StripSlot state={state} organisation={organisation} />
      {/* Only when it scrolls does it need the keyboard. */}
      <main class="main" ref={main} tabIndex={scrolls ? 0 : -1}>
        <div class="page">
          {props.titleUnseen ? (
            <h1 class="unseen" tabIndex={-1}>
              {props.title}
            </h1>
          ) : (
            <div class="page-head">
              <h1 tabIndex={-1}>{props.title}</h1>
              {props.tools}
            </div>
          )}
          {props.children}
        </div>
      </main>
      {organisation !== null && (
        <div class="side">
          <OrganisationList organisations={state.organisations} current={organisation} />
          <Nav organisation={organisation} current={screen} />
          <footer class="side-foot">
            <Mark shape="whole" size={14} />
            <span>{words.app.unofficial}</span>
          </footer>
        </div>
      )}
    </div>
  )
}

function Bar(props: { state: AppState; screen: Section; organisation: Organisation }) {
  const { state, screen, organisation } = props
  const now = useNow(agesEveryMs)
  const { balance, staleAt, session, trouble } = organisation
  const cannotRead = trouble !== null || session.kind !== 'active'
  const stale = session.kind !== 'active' || (staleAt !== null && now >= staleAt)
  return (
    <>
      <OrganisationMenu organisations={state.organisations} current={organisation} />
      <p class="bar-title cut">
        <bdi>{organisation.name}</bdi>
      </p>
      <span class="bar-gap" />
      {screen !== 'settings' && (
        <>
          {balance ? (
            <Age at={balance.readAt} stale={stale} />
          ) : (
            !cannotRead && <span class="age">{words.overview.reading}</span>
          )}
          <RefreshButton organisation={organisation} />
        </>
      )}
      <CommandsButton state={state} />
    </>
  )
}

function CommandsButton({ state }: { state: AppState }) {
  const shortcut = shortcutText({ kind: 'palette' }, state.systemInfo.platform)
  return (
    <button
      type="button"
      class="icon-btn"
      aria-label={words.palette.withKey(shortcut)}
      aria-haspopup="dialog"
      onClick={openPalette}
    >
      <Icon name="search" />
    </button>
  )
}

function WayBack() {
  return (
    <button type="button" class="btn quiet s" onClick={() => send('sign-in.show', {})}>
      <Icon name="back" class="turns" />
      {words.nav.back}
    </button>
  )
}
