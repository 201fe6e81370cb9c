import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Organisation } from '../../preload/contract/index.ts'
import { laterWords, words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { filterOrganisations, minForFilter } from '../filter-organisations.ts'
import { ageTickMs, useNow } from '../use-now.ts'
import { Icon } from './icon.tsx'
import { OrganisationFilter } from './organisation-filter.tsx'
import { AllRow, OrganisationRow } from './organisation-row.tsx'

const text = words.overview
const listText = laterWords.allOrganisations

/** The organisations in the sidebar; a wide window shows it in place of the menu. */
export function OrganisationList(props: {
  organisations: readonly Organisation[]
  /** Null while all are shown. */
  currentId: string | null
}) {
  const { organisations, currentId } = props
  const now = useNow(ageTickMs)
  const [query, setQuery] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const shown = filterOrganisations(organisations, query)
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [currentId])

  const handleFilterKey = (event: KeyboardEvent) => {
    const first = list.current?.querySelector<HTMLElement>('.org')
    if (event.key === 'Escape' && query !== '') setQuery('')
    else if (event.key === 'ArrowDown') first?.focus()
    else if (event.key === 'Enter' && query !== '') {
      first?.click()
      setQuery('')
    } else return
    event.preventDefault()
  }

  return (
    <nav class="org-list" aria-label={text.organisations}>
      {organisations.length > 1 ? (
        <button
          type="button"
          class="org"
          aria-current={currentId === null ? 'page' : undefined}
          onClick={() => send('view.show', { screen: 'all' })}
        >
          <AllRow organisations={organisations} current={currentId === null} />
        </button>
      ) : (
        <p class="list-head">{text.organisations}</p>
      )}
      {organisations.length >= minForFilter && (
        <OrganisationFilter
          query={query}
          found={shown.length}
          onQuery={setQuery}
          onKeyDown={handleFilterKey}
        />
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons in it */}
      <div class="org-scroll" ref={list} onKeyDown={(event) => moveFocus(event, list.current)}>
        {shown.map(({ organisation, index }) => {
          const current = organisation.id === currentId
          return (
            <button
              key={organisation.id}
              type="button"
              class="org"
              aria-current={current ? 'true' : undefined}
              onClick={() => send('organisation.show', { organisationId: organisation.id })}
            >
              <OrganisationRow organisation={organisation} index={index} current={current} now={now} />
            </button>
          )
        })}
        {shown.length === 0 && <p class="list-head">{listText.noneFound}</p>}
      </div>
      <button type="button" class="menu-item ink-2" onClick={() => send('sign-in.show', {})}>
        <Icon name="plus" />
        {text.addOrganisation}
      </button>
    </nav>
  )
}

/** Arrow keys move between the rows, so that a long list isn't tabbed through. */
function moveFocus(event: KeyboardEvent, list: HTMLElement | null): void {
  const rows = [...(list?.querySelectorAll<HTMLElement>('.org') ?? [])]
  const index = rows.indexOf(document.activeElement as HTMLElement)
  const next = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: rows.length - 1 }[event.key]
  if (next === undefined || index < 0) return
  event.preventDefault()
  rows[Math.min(Math.max(next, 0), rows.length - 1)]?.focus()
}
