import { hasTrait } from '../../preload/contract/failure.ts'
import type { AppState, FailureKind, SignIn } from '../../preload/contract/index.ts'
import { whatFailed, whatNext } from '../../words/failure.ts'
import { duration, sentences } from '../../words/format.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { BusyButton } from '../parts/busy-button.tsx'
import { Icon, type IconName } from '../parts/icon.tsx'
import { Reference } from '../parts/reference.tsx'
import { ExitButton, SignInHead, SignInShell, SignInStatus } from '../parts/sign-in-shell.tsx'
import { UserCode } from '../parts/user-code.tsx'
import { requestedPermissions } from '../requested-permissions.ts'

const text = words.signIn.ended

type EndedSignIn = SignIn & { kind: 'ended' }

/** Why a sign-in failed, and what may help the next attempt. */
export function SignInFailedScreen({ state, signIn }: { state: AppState; signIn: EndedSignIn }) {
  const { failure } = signIn
  const ending = text.endings[failure.kind]
  const isExpired = failure.kind === 'expired'
  const change = () => {
    requestedPermissions.set(signIn.permissions)
    void send('sign-in.show', {})
  }
  return (
    <SignInShell
      state={state}
      status={
        <SignInStatus
          icon={<Icon name={iconName(failure.kind)} />}
          title={text.now}
          description={isExpired ? text.nowExpired : text.nowExplained}
        />
      }
    >
      <SignInHead
        shape="outline"
        exit={<ExitButton label={words.app.close} onClick={() => send('sign-in.cancel', {})} />}
        title={ending?.title ?? words.failures.kinds[failure.kind].short}
        explained={description(signIn)}
      />
      {isExpired && signIn.userCode !== null && <UserCode code={signIn.userCode} expired />}
      <div class="actions gap">
        <BusyButton
          // While a proxy asks for a password, entering it is the primary action; the sign-in then restarts automatically.
          class={state.proxy.challenge === null ? 'primary' : ''}
          busyText={text.starting}
          onClick={() =>
            send('sign-in.start', {
              permissions: [...signIn.permissions],
              ...(signIn.again === null ? {} : { again: signIn.again }),
            })
          }
        >
          {text.again}
        </BusyButton>
        <button type="button" class="btn" onClick={change}>
          {text.change}
        </button>
      </div>
      <Reference failure={failure} />
      <Checklist kind={failure.kind} />
    </SignInShell>
  )
}

function description({ failure, lifetimeMs }: EndedSignIn): string {
  const ending = text.endings[failure.kind]
  if (!ending) return sentences(whatFailed(failure), whatNext(failure))
  const isExpired = failure.kind === 'expired' && lifetimeMs !== null
  return isExpired
    ? sentences(text.notApprovedWithin(duration(lifetimeMs)), ending.explained)
    : ending.explained
}

/** What the user can check before the next attempt. */
function Checklist({ kind }: { kind: FailureKind }) {
  // The strip explains it.
  if (kind === 'proxy-auth') return null
  const checks =
    text.endings[kind]?.checks ?? (hasTrait({ kind }, 'network') ? text.networkChecks : text.waitChecks)
  if (checks.length === 0) return null
  return (
    <section class="section">
      <h2 class="section-head">{text.checksTitle}</h2>
      <dl class="checks">
        {checks.map((check) => (
          <div key={check.name}>
            <dt>{check.name}</dt>
            <dd>{check.explained}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function iconName(kind: FailureKind): IconName {
  if (kind === 'expired') return 'glass'
  if (kind === 'denied') return 'deny'
  return kind === 'offline' ? 'offline' : 'warn'
}
