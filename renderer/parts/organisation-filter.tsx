import type { Ref } from 'preact'
import { useEffect } from 'preact/hooks'
import { laterWords } from '../../words/index.ts'
import { announce } from './announcer.tsx'
import { Icon } from './icon.tsx'

const text = laterWords.allOrganisations

/** The field that filters a list of organisations. */
export function OrganisationFilter(props: {
  query: string
  /** How many match. */
  found: number
  onQuery: (query: string) => void
  onKeyDown: (event: KeyboardEvent) => void
  field?: Ref<HTMLInputElement>
}) {
  const { query, found, onQuery } = props
  useEffect(() => {
    if (query !== '') announce(text.found(found))
  }, [query])
  return (
    <div class="with-icon org-filter">
      <Icon name="search" />
      <input
        class="field find"
        type="search"
        ref={props.field ?? null}
        placeholder={text.findOrganisation}
        aria-label={text.findOrganisation}
        autocomplete="off"
        spellcheck={false}
        value={query}
        onInput={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={props.onKeyDown}
      />
    </div>
  )
}
