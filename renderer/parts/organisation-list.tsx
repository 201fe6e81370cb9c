import type { Organisation } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { ageTickMs, useNow } from '../use-now.ts'
import { Icon } from './icon.tsx'
import { OrganisationRow } from './organisation-row.tsx'

const text = words.overview

/** The organisations in the sidebar; a wide window shows it in place of the menu. */
export function OrganisationList(props: { organisations: readonly Organisation[]; current: Organisation }) {
  const now = useNow(ageTickMs)
  return (
    <nav class="org-list" aria-label={text.organisations}>
      <p class="list-head">{text.organisations}</p>
      {props.organisations.map((organisation) => {
        const current = organisation.id === props.current.id
        return (
          <button
            key={organisation.id}
            type="button"
            class="org"
            aria-current={current ? 'true' : undefined}
            onClick={() => send('organisation.show', { organisationId: organisation.id })}
          >
            <OrganisationRow organisation={organisation} current={current} now={now} />
          </button>
        )
      })}
      <button type="button" class="menu-item ink-2" onClick={() => send('sign-in.show', {})}>
        <Icon name="plus" />
        {text.addOrganisation}
      </button>
    </nav>
  )
}
