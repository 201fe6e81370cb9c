import type {
  AppState,
  Organisation,
  Permission,
  Session as SessionState,
} from '../../preload/contract/index.ts'
import { moment } from '../../words/format.ts'
import { laterWords, words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { clocks } from '../clocks.ts'
import { BusyButton } from '../parts/busy-button.tsx'
import { Clock } from '../parts/clock.tsx'
import { Icon } from '../parts/icon.tsx'
import { PendingSignOuts } from '../parts/pending-sign-outs.tsx'
import { Shell } from '../parts/shell.tsx'
import { agesEveryMs, secondsEveryMs, useNow } from '../use-now.ts'

const text = laterWords.session
const permissions: readonly Permission[] = ['see', 'manage', 'add-money']

/** How long this sign-in lasts, what it may do, where it is kept, and how it ends. */
export function Session({ state, organisation }: { state: AppState; organisation: Organisation }) {
  const { session } = organisation
  return (
    <Shell state={state} screen="session" organisation={organisation} title={words.nav.session}>
      {session.kind === 'active' ? <Clocks session={session} /> : <Standing session={session} />}
      <Allowed organisation={organisation} />
      <section class="sect">
        {session.kind === 'active' && <Kept keeping={session.keeping} host={state.server.platformHost} />}
        <Acts organisation={organisation} several={state.organisations.length > 1} />
      </section>
      <PendingSignOuts pending={state.pendingSignOuts} />
    </Shell>
  )
}

function Clocks({ session }: { session: SessionState & { kind: 'active' } }) {
  const now = useNow(secondsEveryMs)
  return (
    <section aria-label={text.clocks}>
      {clocks(session, now).map((clock) => (
        <Clock key={clock.name} {...clock} />
      ))}
    </section>
  )
}

/** Without a usable sign-in there are no clocks, only what has become of it. */
function Standing({ session }: { session: Exclude<SessionState, { kind: 'active' }> }) {
  const now = useNow(agesEveryMs)
  switch (session.kind) {
    case 'sign-in-again':
      return <p class="ink-2">{text.ended(moment(session.since, now))}</p>
    case 'unreadable':
      return <p class="ink-2">{text.unreadable}</p>
    case 'signing-out':
      return <p class="ink-2">{text.signingOut}</p>
  }
}

function Allowed({ organisation }: { organisation: Organisation }) {
  return (
    <section class="sect">
      <h2 class="sect-head">{text.allowed}</h2>
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
                  class="btn s"
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

function Kept({ keeping, host }: { keeping: (SessionState & { kind: 'active' })['keeping']; host: string }) {
  const open = keeping === 'plain'
  return (
    <p class={open ? 'note warn' : 'note'}>
      <Icon name={open ? 'unlock' : 'lock'} />
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

function Acts({ organisation, several }: { organisation: Organisation; several: boolean }) {
  const { id, session } = organisation
  const leaving = session.kind === 'signing-out'
  return (
    <div class="acts gap">
      {!leaving && (
        <BusyButton
          class=""
          busyWords={text.starting}
          act={() => send('sign-in.start', { permissions: [...organisation.permissions], again: id })}
        >
          {text.again}
        </BusyButton>
      )}
      <BusyButton
        class=""
        busyWords={text.signingOutNow}
        busy={leaving}
        act={() => send('dialog.open', { dialog: { kind: 'sign-out', organisationId: id } })}
      >
        {text.signOut}
      </BusyButton>
      {several && (
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
