import { useEffect, useState } from 'preact/hooks'
import type { AppsAndKeys, Organisation } from '../../preload/contract/index.ts'
import { inShort, whatNext } from '../../words/failure.ts'
import { moment } from '../../words/format.ts'
import { words } from '../../words/index.ts'
import { perform, send } from '../bridge.ts'
import { newKey } from '../deeds.ts'
import { announce } from '../parts/announcer.tsx'
import { BusyButton } from '../parts/busy-button.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Icon } from '../parts/icon.tsx'
import { Reference } from '../parts/reference.tsx'
import { agesEveryMs, useNow } from '../use-now.ts'
import { useQuery } from '../use-query.ts'
import { AppGroup } from './app-group.tsx'
import { found } from './find.ts'
import { whyOff } from './managing.ts'

const text = words.keys
/** Fewer than these are found by looking. */
const worthFinding = 4

/** The apps and the keys made in them here. */
export function KeyList({ organisation }: { organisation: Organisation }) {
  const now = useNow(agesEveryMs)
  const { id, keys } = organisation
  const { value, failure } = useQuery('keys.read', { organisationId: id }, keys.revision)
  const [typed, setTyped] = useState('')
  const apps = value?.apps ?? []
  const listed = found(apps, typed)
  const rows = apps.reduce((sum, app) => sum + 1 + app.keys.length, 0)
  const why = whyOff(organisation)
  const isFirstReading = value === null || (rows === 0 && !value.listed && keys.trouble === null)
  useEffect(() => {
    if (typed !== '') announce(text.found(listed.reduce((sum, app) => sum + app.keys.length, 0)))
  }, [typed])

  if (failure && value === null) return <FailureNote failure={failure} />
  if (isFirstReading) return <Loading />
  return (
    <>
      <Permission organisation={organisation} />
      <Trouble organisation={organisation} now={now} />
      {apps.every((app) => app.keys.length === 0) && (
        <Empty organisation={organisation} found={value} why={why} />
      )}
      {rows >= worthFinding && (
        <div class="with-icon">
          <Icon name="search" />
          <input
            class="field find"
            type="search"
            placeholder={text.find}
            aria-label={text.find}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </div>
      )}
      {listed.map((app) => (
        <AppGroup key={app.appId} organisation={organisation} app={app} now={now} why={why} />
      ))}
      {typed !== '' && listed.length === 0 && (
        <div class="empty">
          <h2>{text.nothingFound(<bdi>{typed.trim()}</bdi>)}</h2>
          <p>{text.nothingFoundExplained}</p>
        </div>
      )}
      <p class="note sect only-here">
        <Icon name="info" />
        <span>
          {text.onlyHere}{' '}
          <button type="button" class="link" onClick={() => send('link.open', { destination: 'console' })}>
            {text.seeAll}
            <Icon name="out" class="i-s" />
          </button>
        </span>
      </p>
    </>
  )
}

/** What the sign-in doesn't allow is said once, here, with the way to allow it. */
function Permission({ organisation }: { organisation: Organisation }) {
  const { id, permissions, session } = organisation
  if (session.kind !== 'active' || permissions.includes('manage')) return null
  return (
    <div class="note aside">
      <Icon name="lock" />
      <span class="grow">{text.notManaging}</span>
      <button
        type="button"
        class="btn s"
        onClick={() =>
          send('dialog.open', { dialog: { kind: 'allow', organisationId: id, permission: 'manage' } })
        }
      >
        {text.allow}
      </button>
    </div>
  )
}

function Trouble({ organisation, now }: { organisation: Organisation; now: number }) {
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
        class="s"
        busyWords={text.trying}
        busy={keys.loading}
        act={() => send('keys.refresh', { organisationId: id })}
      >
        {text.tryNow}
      </BusyButton>
    </div>
  )
}

function Empty(props: { organisation: Organisation; found: AppsAndKeys; why: string | null }) {
  const { organisation, found, why } = props
  const { id } = organisation
  const hasApp = found.apps.some(({ listed }) => listed)
  // Without a list nobody knows whether there is one.
  if (!hasApp && !found.listed) return null
  const act = () => {
    if (why !== null) return
    const deed = newKey(organisation, null)
    if (!hasApp) void send('dialog.open', { dialog: { kind: 'new-app', organisationId: id } })
    else if (deed) void perform(deed)
  }
  return (
    <div class="empty">
      <h2>{hasApp ? text.empty.noKeys : text.empty.noApps}</h2>
      <p>{hasApp ? text.empty.noKeysExplained : text.empty.noAppsExplained}</p>
      <button
        type="button"
        class={why === null ? 'btn primary' : 'btn'}
        aria-disabled={why !== null}
        title={why ?? undefined}
        onClick={act}
      >
        <Icon name="plus" />
        {hasApp ? text.newKey : text.newApp}
      </button>
    </div>
  )
}

/** As many rows as are known of, in their sizes. */
function Loading() {
  return (
    <div aria-busy="true">
      <p class="unseen">{text.loading}</p>
      {[2, 1].map((rows) => (
        <section key={rows} aria-hidden="true">
          <div class="app-head">
            <span class="sk sk-name" />
          </div>
          <ul>
            {Array.from({ length: rows }, (_, index) => (
              <li key={index} class="key">
                <div class="what">
                  <p class="name">
                    <span class="sk sk-key" />
                  </p>
                  <p class="meta">
                    <span class="sk sk-line" />
                  </p>
                </div>
                <span class="key-meta-wide" />
                <span class="sk sk-amount" />
                <span />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
