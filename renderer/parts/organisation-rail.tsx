import type { Organisation } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { agesEveryMs, useNow } from '../use-now.ts'
import { Icon } from './icon.tsx'
import { Mark } from './mark.tsx'
import { OrganisationRow } from './organisation-row.tsx'

const text = words.overview

/** In a wide window the organisations stand beside the content, in place of the menu. */
export function OrganisationRail(props: { organisations: readonly Organisation[]; current: Organisation }) {
  const now = useNow(agesEveryMs)
  return (
    <nav class="side" aria-label={text.organisations}>
      <div class="orgs">
        <p class="list-head">{text.organisations}</p>
        {props.organisations.map((organisation) => {
          const current = organisation.id === props.current.id
          return (
            <button
              key={organisation.id}
              type="button"
              class="org"
              aria-current={current ? 'page' : undefined}
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
      </div>
      <p class="side-foot">
        <Mark shape="whole" size={14} />
        <span>{words.app.unofficial}</span>
      </p>
    </nav>
  )
}
