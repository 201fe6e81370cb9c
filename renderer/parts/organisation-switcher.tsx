import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Organisation } from '../../preload/contract/index.ts'
import { laterWords, words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { filterOrganisations, minForFilter } from '../filter-organisations.ts'
import { ageTickMs, useNow } from '../use-now.ts'
import { Icon } from './icon.tsx'
import { handleMenuKey } from './menu-keys.ts'
import { OrganisationFilter } from './organisation-filter.tsx'
import { AllRow, OrganisationRow } from './organisation-row.tsx'

const text = words.overview
const listText = laterWords.allOrganisations

/** The menu of the organisations. A long one has a filter field, which receives all typed characters. */
export function OrganisationSwitcher(props: {
  organisations: readonly Organisation[]
  current: Organisation | null
  close: () => void
  onTab: () => void
}) {
  const { organisations, current, close, onTab } = props
  const now = useNow(ageTickMs)
  const [query, setQuery] = useState('')
  const menu = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const hasFilter = organisations.length >= minForFilter
  const shown = filterOrganisations(organisations, query)
  useLayoutEffect(() => {
    const checked = menu.current?.querySelector<HTMLElement>('[aria-checked="true"]')
    checked?.scrollIntoView({ block: 'nearest' })
    if (hasFilter) field.current?.focus()
    else checked?.focus()
  }, [])

  const closeAnd = (action: () => void) => () => {
    close()
    action()
  }
  const handleKey = (event: KeyboardEvent) => {
    // Characters typed on a row go to the filter field.
    if (hasFilter && [...event.key].length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey)
      field.current?.focus()
    else handleMenuKey(event, menu.current, { close, onTab })
  }
  const handleFilterKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter')
      menu.current
        ?.querySelector<HTMLElement>(query === '' ? '[aria-checked="true"]' : '.org-scroll .org')
        ?.click()
    else if (event.key === 'Escape' && query !== '') setQuery('')
    else if (['ArrowDown', 'ArrowUp', 'Escape', 'Tab'].includes(event.key))
      handleMenuKey(event, menu.current, { close, onTab })
    else return
    if (event.key !== 'Tab') event.preventDefault()
  }

  return (
    <div class="menu">
      {hasFilter && (
        <OrganisationFilter
          query={query}
          found={shown.length}
          field={field}
          onQuery={setQuery}
          onKeyDown={handleFilterKey}
        />
      )}
      <div
        class="org-rows"
        role="menu"
        tabIndex={-1}
        aria-label={text.organisations}
        ref={menu}
        onKeyDown={handleKey}
      >
        {organisations.length > 1 && query === '' && (
          <button
            type="button"
            class="org"
            role="menuitemradio"
            tabIndex={-1}
            aria-checked={current === null}
            onClick={closeAnd(() => send('view.show', { screen: 'all' }))}
          >
            <AllRow organisations={organisations} current={current === null} />
          </button>
        )}
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset can't contain menu items */}
        <div class="org-scroll" role="group" aria-label={text.organisations}>
          {shown.map(({ organisation, index }) => {
            const isCurrent = organisation.id === current?.id
            return (
              <button
                key={organisation.id}
                type="button"
                class="org"
                role="menuitemradio"
                tabIndex={-1}
                aria-checked={isCurrent}
                onClick={closeAnd(() => send('organisation.show', { organisationId: organisation.id }))}
              >
                <OrganisationRow organisation={organisation} index={index} current={isCurrent} now={now} />
              </button>
            )
          })}
        </div>
        {shown.length === 0 && <p class="list-head">{listText.noneFound}</p>}
        <hr />
        <button
          type="button"
          class="menu-item"
          role="menuitem"
          tabIndex={-1}
          onClick={closeAnd(() => send('sign-in.show', {}))}
        >
          <Icon name="plus" />
          {text.addOrganisation}
        </button>
        {current !== null && (
          <button
            type="button"
            class="menu-item"
            role="menuitem"
            tabIndex={-1}
            onClick={closeAnd(() =>
              send('dialog.open', { dialog: { kind: 'sign-out', organisationId: current.id } }),
            )}
          >
            <Icon name="leave" class="flips-rtl" />
            <span class="cut">{text.signOutOf(<bdi>{current.name}</bdi>)}</span>
          </button>
        )}
      </div>
    </div>
  )
}
