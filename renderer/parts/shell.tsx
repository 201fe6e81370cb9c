import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { AppState, Organisation } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { openPalette } from '../palette/palette-state.ts'
import type { Section } from '../sections.ts'
import { formatShortcut } from '../shortcuts.ts'
import { ageTickMs, useNow } from '../use-now.ts'
import { Age } from './age.tsx'
import { Banner } from './banner.tsx'
import { Icon } from './icon.tsx'
import { Logo } from './logo.tsx'
import { Nav } from './nav.tsx'
import { OrganisationList } from './organisation-list.tsx'
import { OrganisationMenu } from './organisation-menu.tsx'
import { RefreshButton } from './refresh-button.tsx'
import { StripSlot } from './strip-slot.tsx'

/** The frame of an organisation's screens: title bar, strip, content and navigation. */
export function Shell(props: {
  state: AppState
  screen: Section
  /** Null on the settings before the first sign-in. */
  organisation: Organisation | null
  title: ComponentChildren
  /** Only screen readers get the title. */
  isTitleHidden?: boolean
  /** Beside the title. */
  tools?: ComponentChildren
  children: ComponentChildren
}) {
  const { state, screen, organisation } = props
  const main = useRef<HTMLElement>(null)
  const isScrollable = useIsScrollable(main)
  useLayoutEffect(() => {
    main.current?.scrollTo(0, 0)
    // In a very low window the whole window scrolls.
    main.current?.closest('.window')?.scrollTo(0, 0)
  }, [screen, organisation?.id])
  return (
    <div class="shell">
      <Banner server={state.server} />
      <header class="bar">
        {organisation === null ? <BackButton /> : <Bar {...{ state, screen, organisation }} />}
      </header>
      <StripSlot state={state} organisation={organisation} />
      {/* Focusable only if it scrolls, so that the keyboard can scroll it. */}
      <main class="main" ref={main} tabIndex={isScrollable ? 0 : -1}>
        <div class="page">
          {props.isTitleHidden ? (
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
        <div class="sidebar">
          <OrganisationList organisations={state.organisations} current={organisation} />
          <Nav organisation={organisation} current={screen} />
          <footer class="sidebar-footer">
            <Logo shape="solid" size={14} />
            <span>{words.app.unofficial}</span>
          </footer>
        </div>
      )}
    </div>
  )
}

function Bar(props: { state: AppState; screen: Section; organisation: Organisation }) {
  const { state, screen, organisation } = props
  const now = useNow(ageTickMs)
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
      <PaletteButton state={state} />
    </>
  )
}

function PaletteButton({ state }: { state: AppState }) {
  const shortcut = formatShortcut({ kind: 'palette' }, state.systemInfo.platform)
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

function BackButton() {
  return (
    <button type="button" class="btn quiet compact" onClick={() => send('sign-in.show', {})}>
      <Icon name="back" class="flips-rtl" />
      {words.nav.back}
    </button>
  )
}

function useIsScrollable(element: { readonly current: HTMLElement | null }): boolean {
  const [isScrollable, setIsScrollable] = useState(false)
  useLayoutEffect(() => {
    const { current } = element
    if (!current) return
    const observer = new ResizeObserver(() => setIsScrollable(current.scrollHeight > current.clientHeight))
    observer.observe(current)
    // The scrolling element keeps its size when its content grows.
    if (current.firstElementChild) observer.observe(current.firstElementChild)
    return () => observer.disconnect()
  }, [element])
  return isScrollable
}
