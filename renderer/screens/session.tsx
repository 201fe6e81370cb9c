import type { AppState, Organisation, Permission, Session, SystemInfo } from '../../preload/contract/index.ts'
import { moment } from '../../words/format.ts'
import { laterWords, words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { BusyButton } from '../parts/busy-button.tsx'
import { Icon } from '../parts/icon.tsx'
import { LifetimeBar } from '../parts/lifetime-bar.tsx'
import { PendingSignOuts } from '../parts/pending-sign-outs.tsx'
import { Shell } from '../parts/shell.tsx'
import { sessionLifetimes } from '../session-lifetimes.ts'
import { ageTickMs, secondTickMs, useNow } from '../use-now.ts'

const text = laterWords.session
const permissions: readonly Permission[] = ['see', 'manage', 'add-money']

/** The lifetimes, permissions and storage of a sign-in. */
export function SessionScreen({ state, organisation }: { state: AppState; organisation: Organisation }) {
  const { session } = organisation
  return (
    <Shell state={state} screen="session" organisation={organisation} title={words.nav.session}>
      {session.kind === 'active' ? (
        <Lifetimes session={session} />
      ) : (
        <EndedSession session={session} systemInfo={state.systemInfo} />
      )}
      <Permissions organisation={organisation} />
      <section class="section">
        {session.kind === 'active' && (
          <TokenStorage keeping={session.keeping} host={state.server.platformHost} />
        )}
        <SessionActions organisation={organisation} hasOthers={state.organisations.length > 1} />
      </section>
      <PendingSignOuts pending={state.pendingSignOuts} />
    </Shell>
  )
}

function Lifetimes({ session }: { session: Session & { kind: 'active' } }) {
  const now = useNow(secondTickMs)
  return (
    <section aria-label={text.clocks}>
      {sessionLifetimes(session, now).map((lifetime) => (
        <LifetimeBar key={lifetime.name} {...lifetime} />
      ))}
    </section>
  )
}

/** Takes the place of the lifetimes once the session has ended. */
function EndedSession(props: { session: Exclude<Session, { kind: 'active' }>; systemInfo: SystemInfo }) {
  const { session, systemInfo } = props
  const now = useNow(ageTickMs)
  switch (session.kind) {
    case 'sign-in-again':
      return <p class="ink-2">{text.ended(moment(session.since, now))}</p>
    case 'unreadable':
      return (
        <p class="ink-2">
          {systemInfo.platform === 'windows'
            ? words.overview.strips.unreadableOnWindows.explained
            : text.unreadable}
        </p>
      )
    case 'signing-out':
      return <p class="ink-2">{text.signingOut}</p>
  }
}

function Permissions({ organisation }: { organisation: Organisation }) {
  return (
    <section class="section">
      <h2 class="section-head">{text.allowed}</h2>
      <ul class="lines tight">
        {permissions.map((permission) => {
          const { name } = words.app.permissions[permission]
          if (organisation.permissions.includes(permission))
            return (
              <li class="line" key={permission}>
                <Icon name="check" class="accent-ink" />
                <span class="grow">{name}</span>
              </li>
            )
          const dialog = { kind: 'allow', organisationId: organisation.id, permission } as const
          return (
            <li class="line" key={permission}>
              <Icon name="deny" />
              <span class="grow ink-2">
                {name}
                <span class="unseen">, {text.notAllowed}</span>
              </span>
              {organisation.session.kind !== 'signing-out' && (
                <button
                  type="button"
                  class="btn compact"
                  aria-label={text.allowLabel(name)}
                  onClick={() => send('dialog.open', { dialog })}
                >
                  {text.allow}
                </button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function TokenStorage({
  keeping,
  host,
}: {
  keeping: (Session & { kind: 'active' })['keeping']
  host: string
}) {
  const isPlain = keeping === 'plain'
  return (
    <p class={isPlain ? 'note warn' : 'note'}>
      <Icon name={isPlain ? 'unlock' : 'lock'} />
      <span>
        {text.kept[keeping](host)}{' '}
        <button
          type="button"
          class="link"
          onClick={() => send('dialog.open', { dialog: { kind: 'keeping' } })}
        >
          {words.app.howTokensAreKept}
        </button>
      </span>
    </p>
  )
}

function SessionActions({ organisation, hasOthers }: { organisation: Organisation; hasOthers: boolean }) {
  const { id, session } = organisation
  const isSigningOut = session.kind === 'signing-out'
  return (
    <div class="actions gap">
      {!isSigningOut && (
        <BusyButton
          class=""
          busyText={text.starting}
          onClick={() => send('sign-in.start', { permissions: [...organisation.permissions], again: id })}
        >
          {text.again}
        </BusyButton>
      )}
      <BusyButton
        class=""
        busyText={text.signingOutNow}
        busy={isSigningOut}
        onClick={() => send('dialog.open', { dialog: { kind: 'sign-out', organisationId: id } })}
      >
        {text.signOut}
      </BusyButton>
      {hasOthers && (
        <button
          type="button"
          class="btn quiet"
          onClick={() => send('dialog.open', { dialog: { kind: 'sign-out-everywhere' } })}
        >
          {text.signOutEverywhere}
        </button>
      )}
    </div>
  )
}
