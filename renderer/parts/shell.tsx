import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { AppState, Organisation } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { lazy } from '../lazy.tsx'
import { openPalette } from '../palette/palette-state.ts'
import type { Section } from '../sections.ts'
import { shortcutLabel, withShortcut } from '../shortcut-label.ts'
import { useMediaQuery } from '../use-media-query.ts'
import { ageTickMs, useNow } from '../use-now.ts'
import { Age } from './age.tsx'
import { Banner } from './banner.tsx'
import { Icon } from './icon.tsx'
import { Logo } from './logo.tsx'
import { Nav } from './nav.tsx'
import { OrganisationMenu } from './organisation-menu.tsx'
import { RefreshAllButton, RefreshButton } from './refresh-button.tsx'
import { StripSlot } from './strip-slot.tsx'

/** From here on there is a sidebar (`components.css`). */
const wide = '(min-width: 720px)'

const OrganisationList = lazy(() =>
  import('./organisation-list.tsx').then((module) => module.OrganisationList),
)

/** The frame of an organisation's screens: title bar, strip, content and navigation. */
export function Shell(props: {
  state: AppState
  /** `all`: the organisation is the one that was on screen before. */
  screen: Section | 'all'
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
  const isAll = screen === 'all'
  const main = useRef<HTMLElement>(null)
  const isScrollable = useIsScrollable(main)
  const isWide = useMediaQuery(wide)
  return (
    <div class="shell">
      <Banner server={state.server} />
      <header class="bar">
        {organisation === null ? (
          <BackButton />
        ) : isAll ? (
          <AllBar state={state} />
        ) : (
          <Bar {...{ state, screen, organisation }} />
        )}
      </header>
      <StripSlot state={state} organisation={isAll ? null : organisation} />
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
          {isWide && (
            <OrganisationList
              organisations={state.organisations}
              currentId={isAll ? null : organisation.id}
            />
          )}
          <Nav organisation={organisation} current={isAll ? null : screen} />
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
  const { balance, staleAt, session, trouble } = organisation
  const now = useNow(ageTickMs, staleAt ?? 0)
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
      <PaletteButton />
    </>
  )
}

function AllBar({ state: { organisations } }: { state: AppState }) {
  const settings = words.nav.settings
  return (
    <>
      <OrganisationMenu organisations={organisations} current={null} />
      <p class="bar-title cut">{words.overview.allOrganisations}</p>
      <span class="bar-gap" />
      <RefreshAllButton organisations={organisations} />
      <button
        type="button"
        class="icon-btn bar-settings"
        aria-label={settings}
        title={withShortcut(settings, { kind: 'section', screen: 'settings' })}
        onClick={() => send('view.show', { screen: 'settings' })}
      >
        <Icon name="settings" />
      </button>
      <PaletteButton />
    </>
  )
}

/** An icon; in a wide window a well with its keys, where they are learned. */
function PaletteButton() {
  const shortcut = shortcutLabel({ kind: 'palette' })
  return (
    <button
      type="button"
      class="icon-btn commands-btn"
      aria-label={`${words.palette.title} ${shortcut}`}
      title={withShortcut(words.palette.title, { kind: 'palette' })}
      aria-haspopup="dialog"
      onClick={openPalette}
    >
      <Icon name="command" />
      <span class="label">{words.palette.title}</span> <kbd>{shortcut}</kbd>
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
