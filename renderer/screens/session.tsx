import type { AppState, Organisation, Permission, Session } from '../../preload/contract/index.ts'
import { laterWords, words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { chooseStrip } from '../choose-strip.ts'
import { BusyButton } from '../parts/busy-button.tsx'
import { Icon } from '../parts/icon.tsx'
import { LifetimeBar } from '../parts/lifetime-bar.tsx'
import { PendingSignOuts } from '../parts/pending-sign-outs.tsx'
import { Shell } from '../parts/shell.tsx'
import { sessionLifetimes } from '../session-lifetimes.ts'
import { ageTickMs, secondTickMs, useNow } from '../use-now.ts'

const text = laterWords.session
type ActiveSession = Session & { kind: 'active' }

const permissions: readonly Permission[] = ['see', 'manage', 'add-money']

/** The authorization of a sign-in, what it allows, and how its tokens are stored. */
export function SessionScreen({ state, organisation }: { state: AppState; organisation: Organisation }) {
  const { session } = organisation
  return (
    <Shell state={state} screen="session" organisation={organisation} title={words.nav.session}>
      {session.kind === 'active' ? (
        <>
          <Lifetimes session={session} />
          <Permissions organisation={organisation} />
        </>
      ) : (
        <>
          <EndedSession session={session} />
          {session.kind !== 'signing-out' && <FormerPermissions organisation={organisation} />}
        </>
      )}
      <section class="section">
        {session.kind === 'active' && (
          <TokenStorage keeping={session.keeping} host={state.server.platformHost} />
        )}
        <SessionActions state={state} organisation={organisation} />
      </section>
      <PendingSignOuts pending={state.pendingSignOuts} />
    </Shell>
  )
}

function Lifetimes({ session }: { session: ActiveSession }) {
  const now = useNow(secondTickMs)
  const { authorization, renewing } = sessionLifetimes(session, now)
  return (
    <section aria-label={text.clocks}>
      <LifetimeBar {...authorization} />
      <details class="renewing">
        <summary>
          <Icon name="right" class="icon-small flips-rtl" />
          {text.renewing}
        </summary>
        {renewing.map((lifetime) => (
          <LifetimeBar key={lifetime.name} {...lifetime} />
        ))}
      </details>
    </section>
  )
}

/** Takes the place of the lifetimes. Why it ended, and the way on, are in the strip. */
function EndedSession({ session }: { session: Exclude<Session, ActiveSession> }) {
  const description = {
    'sign-in-again': text.ended,
    unreadable: text.unreadable,
    'signing-out': text.signingOut,
  }[session.kind]
  return (
    <section aria-label={text.clocks}>
      <LifetimeBar
        name={text.authorization.name}
        left={
          session.kind === 'sign-in-again' ? text.over : session.kind === 'unreadable' ? text.notKnown : ''
        }
        share={null}
        expiresSoon={false}
        description={description}
      />
    </section>
  )
}

/** What the sign-in may not do at the moment, so there are no check marks. */
function FormerPermissions({ organisation }: { organisation: Organisation }) {
  return (
    <section class="section">
      <h2 class="section-head">
        {organisation.session.kind === 'unreadable' ? text.allowedOnceOpen : text.wasAllowed}
      </h2>
      <p class="ink-2">
        {words.app.list(
          organisation.permissions.map((permission) => words.app.permissions[permission].short),
        )}
      </p>
    </section>
  )
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
              <button
                type="button"
                class="btn compact"
                aria-label={text.allowLabel(name)}
                onClick={() => send('dialog.open', { dialog })}
              >
                {text.allow}
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function TokenStorage({ keeping, host }: { keeping: ActiveSession['keeping']; host: string }) {
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

function SessionActions({ state, organisation }: { state: AppState; organisation: Organisation }) {
  const now = useNow(ageTickMs)
  const { id, session } = organisation
  const isSigningOut = session.kind === 'signing-out'
  const strip = chooseStrip(state, organisation, now)?.kind
  const stripHasSignIn = strip === 'sign-in-again' || strip === 'unreadable' || strip === 'ends-soon'
  return (
    <div class="actions gap">
      {!isSigningOut && !stripHasSignIn && (
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
      {state.organisations.length > 1 && (
        <button
          type="button"
          class="btn"
          onClick={() => send('dialog.open', { dialog: { kind: 'sign-out-everywhere' } })}
        >
          {text.signOutEverywhere}
        </button>
      )}
    </div>
  )
}
