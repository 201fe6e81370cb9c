import { useEffect, useState } from 'preact/hooks'
import type { AppsAndKeys, Organisation } from '../../preload/contract/index.ts'
import { inShort, whatNext } from '../../words/failure.ts'
import { moment } from '../../words/format.ts'
import { laterWords } from '../../words/index.ts'
import { send, sendCommand } from '../bridge.ts'
import { newKeyCommand } from '../commands.ts'
import { announce } from '../parts/announcer.tsx'
import { BusyButton } from '../parts/busy-button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Icon } from '../parts/icon.tsx'
import { Reference } from '../parts/reference.tsx'
import { ageTickMs, useNow } from '../use-now.ts'
import { useQuery } from '../use-query.ts'
import { AppGroup } from './app-group.tsx'
import { disabledReason } from './disabled-reason.ts'
import { filterApps } from './filter-apps.ts'

const text = laterWords.keys
const minRowsForSearch = 4

/** The apps and the keys that were created with this app. */
export function KeyList({ organisation }: { organisation: Organisation }) {
  const now = useNow(ageTickMs)
  const { id, keys } = organisation
  const { value, failure } = useQuery('keys.read', { organisationId: id }, keys.revision)
  const [query, setQuery] = useState('')
  const apps = value?.apps ?? []
  const shownApps = filterApps(apps, query)
  const rowCount = apps.reduce((sum, app) => sum + 1 + app.keys.length, 0)
  const reason = disabledReason(organisation)
  const isLoading = value === null || (rowCount === 0 && !value.listed && keys.trouble === null)
  useEffect(() => {
    if (query !== '') announce(text.found(shownApps.reduce((sum, app) => sum + app.keys.length, 0)))
  }, [query])

  if (failure && value === null) return <FailureNote failure={failure} />
  if (isLoading) return <Loading />
  return (
    <>
      <PermissionNote organisation={organisation} />
      <ListFailure organisation={organisation} now={now} />
      {apps.every((app) => app.keys.length === 0) && (
        <Empty organisation={organisation} ledger={value} disabledReason={reason} />
      )}
      {rowCount >= minRowsForSearch && (
        <div class="with-icon">
          <Icon name="search" />
          <input
            class="field find"
            type="search"
            placeholder={text.find}
            aria-label={text.find}
            value={query}
            onInput={(event) => setQuery(event.currentTarget.value)}
          />
        </div>
      )}
      {shownApps.map((app) => (
        <AppGroup key={app.appId} organisation={organisation} app={app} now={now} disabledReason={reason} />
      ))}
      {query !== '' && shownApps.length === 0 && (
        <div class="empty">
          <h2>{text.nothingFound(<bdi>{query.trim()}</bdi>)}</h2>
          <p>{text.nothingFoundExplained}</p>
        </div>
      )}
      <p class="note section ledger-note">
        <Icon name="info" />
        <span>
          {text.onlyHere}{' '}
          <button type="button" class="link" onClick={() => send('link.open', { destination: 'console' })}>
            {text.seeAll}
            <Icon name="out" class="icon-small" />
          </button>
        </span>
      </p>
    </>
  )
}

/** Explains a missing permission, with a button to request it. */
function PermissionNote({ organisation }: { organisation: Organisation }) {
  const { id, permissions, session } = organisation
  if (session.kind !== 'active' || permissions.includes('manage')) return null
  return (
    <div class="note aside">
      <Icon name="lock" />
      <span class="grow">{text.notManaging}</span>
      <button
        type="button"
        class="btn compact"
        onClick={() =>
          send('dialog.open', { dialog: { kind: 'allow', organisationId: id, permission: 'manage' } })
        }
      >
        {text.allow}
      </button>
    </div>
  )
}

function ListFailure({ organisation, now }: { organisation: Organisation; now: number }) {
  const { id, keys, session } = organisation
  const { trouble } = keys
  if (trouble === null || session.kind !== 'active') return null
  const when = keys.listedAt === null ? null : moment(keys.listedAt, now)
  return (
    <div class="note aside warn" role="status">
      <Icon name={trouble.kind === 'offline' ? 'offline' : 'warn'} />
      <div class="grow">
        <p>
          {text.trouble(inShort(trouble), when)} {whatNext(trouble)}
        </p>
        <Reference failure={trouble} />
      </div>
      <BusyButton
        class="compact"
        busyText={text.trying}
        busy={keys.loading}
        onClick={() => send('keys.refresh', { organisationId: id })}
      >
        {text.tryNow}
      </BusyButton>
    </div>
  )
}

function Empty(props: { organisation: Organisation; ledger: AppsAndKeys; disabledReason: string | null }) {
  const { organisation, ledger, disabledReason } = props
  const { id } = organisation
  const hasApp = ledger.apps.some(({ listed }) => listed)
  // Without the list of the server it is unknown whether there are apps.
  if (!hasApp && !ledger.listed) return null
  const create = () => {
    if (disabledReason !== null) return
    const command = newKeyCommand(organisation, null)
    if (!hasApp) void send('dialog.open', { dialog: { kind: 'new-app', organisationId: id } })
    else if (command) void sendCommand(command)
  }
  return (
    <div class="empty">
      <h2>{hasApp ? text.empty.noKeys : text.empty.noApps}</h2>
      <p>{hasApp ? text.empty.noKeysExplained : text.empty.noAppsExplained}</p>
      <button
        type="button"
        class={disabledReason === null ? 'btn primary' : 'btn'}
        aria-disabled={disabledReason !== null}
        title={disabledReason ?? undefined}
        onClick={create}
      >
        <Icon name="plus" />
        {hasApp ? text.newKey : text.newApp}
      </button>
    </div>
  )
}

/** Placeholder rows. */
function Loading() {
  return (
    <div aria-busy="true">
      <p class="unseen">{text.loading}</p>
      {[2, 1].map((rows) => (
        <section key={rows} aria-hidden="true">
          <div class="app-head">
            <span class="skeleton skeleton-name" />
          </div>
          <ul>
            {Array.from({ length: rows }, (_, index) => (
              <li key={index} class="key">
                <div class="key-main">
                  <p class="name">
                    <span class="skeleton skeleton-key" />
                  </p>
                  <p class="meta">
                    <span class="skeleton skeleton-line" />
                  </p>
                </div>
                <span class="key-meta-wide" />
                <span class="skeleton skeleton-amount" />
                <span />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
