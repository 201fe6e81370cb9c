/** What this sign-in is: until when, where its tokens are, and what it allows. */
import type { ComponentChildren } from 'preact'
import type { Organisation, Session } from '../../preload/contract/index.ts'
import { date } from '../../words/format.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { agesEveryMs, useNow } from '../use-now.ts'
import { Icon, type IconName } from './icon.tsx'

const text = words.overview

export function SignInFacts({ organisation }: { organisation: Organisation }) {
  const { session, permissions } = organisation
  return (
    <section class="sect">
      <div class="sect-head">
        <h2>{text.thisSignIn}</h2>
        <button
          type="button"
          class="more link"
          onClick={() => send('dialog.open', { dialog: { kind: 'keeping' } })}
        >
          {words.app.howTokensAreKept}
        </button>
      </div>
      <ul class="lines">
        {session.kind === 'active' && <Until session={session} />}
        {session.kind === 'active' && (
          <Fact
            icon={session.keeping === 'plain' ? 'unlock' : 'lock'}
            warn={session.keeping === 'plain'}
            name={words.app.keeping[session.keeping].name}
            explained={words.app.keeping[session.keeping].explained}
          />
        )}
        <Fact
          icon="check"
          name={words.app.mayDo(permissions.map((permission) => words.app.permissions[permission].short))}
        />
      </ul>
    </section>
  )
}

function Until({ session }: { session: Session & { kind: 'active' } }) {
  const now = useNow(agesEveryMs)
  const { authorizationUntil, signInUntil } = session
  if (authorizationUntil !== null) {
    const name = text.authorizedUntil(date(authorizationUntil, now))
    return <Fact icon="session" name={name} explained={text.authorizedExplained} />
  }
  if (signInUntil === null)
    return <Fact icon="session" name={text.authorized} explained={text.signedInExplained} />
  return (
    <Fact
      icon="session"
      name={text.signedInUntil(date(signInUntil, now))}
      explained={text.signedInExplained}
    />
  )
}

function Fact(props: { icon: IconName; name: ComponentChildren; explained?: string; warn?: boolean }) {
  return (
    <li class="fact">
      <Icon name={props.icon} class={props.warn ? 'warn-ink' : ''} />
      <div class="grow">
        <p class={props.warn ? 'warn-ink' : ''}>{props.name}</p>
        {props.explained && <p class="small ink-2">{props.explained}</p>}
      </div>
    </li>
  )
}
