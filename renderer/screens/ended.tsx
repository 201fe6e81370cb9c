import { hasTrait } from '../../preload/contract/failure.ts'
import type { AppState, FailureKind, SignIn } from '../../preload/contract/index.ts'
import { whatFailed, whatNext } from '../../words/failure.ts'
import { duration, sentences } from '../../words/format.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { chosenPermissions } from '../chosen-permissions.ts'
import { BusyButton } from '../parts/busy-button.tsx'
import { Gate, GateOpening, Now, OutButton } from '../parts/gate.tsx'
import { Icon, type IconName } from '../parts/icon.tsx'
import { Reference } from '../parts/reference.tsx'
import { UserCode } from '../parts/user-code.tsx'

const text = words.signIn.ended

type Ended = SignIn & { kind: 'ended' }

/** An attempt that came to nothing: why, what to do now, and what may help the next one. */
export function Ended({ state, signIn }: { state: AppState; signIn: Ended }) {
  const { failure } = signIn
  const ending = text.endings[failure.kind]
  const expired = failure.kind === 'expired'
  const change = () => {
    chosenPermissions.set(signIn.permissions)
    void send('sign-in.show', {})
  }
  return (
    <Gate
      state={state}
      now={
        <Now
          sign={<Icon name={icon(failure.kind)} />}
          title={text.now}
          explained={expired ? text.nowExpired : text.nowExplained}
        />
      }
    >
      <GateOpening
        shape="hollow"
        out={<OutButton text={words.app.close} act={() => send('sign-in.cancel', {})} />}
      />
      <h1 tabIndex={-1}>{ending?.title ?? words.failures.kinds[failure.kind].short}</h1>
      {expired && signIn.userCode !== null && (
        <div class="code-row">
          <UserCode code={signIn.userCode} over />
        </div>
      )}
      <p class="lede">{explained(signIn)}</p>
      <div class="acts gap">
        <BusyButton
          // What the proxy wants comes first, and then it starts again by itself.
          class={state.proxy.challenge === null ? 'primary' : ''}
          busyWords={text.starting}
          act={() =>
            send('sign-in.start', {
              permissions: [...signIn.permissions],
              ...(signIn.again === null ? {} : { again: signIn.again }),
            })
          }
        >
          {ending?.again ?? text.again}
        </BusyButton>
        <button type="button" class="btn" onClick={change}>
          {text.change}
        </button>
      </div>
      <Reference failure={failure} />
      <Checks kind={failure.kind} />
    </Gate>
  )
}

function explained({ failure, lifetimeMs }: Ended): string {
  const ending = text.endings[failure.kind]
  if (!ending) return sentences(whatFailed(failure), whatNext(failure))
  const expired = failure.kind === 'expired' && lifetimeMs !== null
  return expired
    ? sentences(text.notApprovedWithin(duration(lifetimeMs)), ending.explained)
    : ending.explained
}

/** What to look at, so that the next attempt fares better. */
function Checks({ kind }: { kind: FailureKind }) {
  // The strip says it all.
  if (kind === 'proxy-auth') return null
  const checks =
    text.endings[kind]?.checks ?? (hasTrait({ kind }, 'network') ? text.networkChecks : text.waitChecks)
  if (checks.length === 0) return null
  return (
    <section class="sect">
      <h2 class="sect-head">{text.checksTitle}</h2>
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

function icon(kind: FailureKind): IconName {
  if (kind === 'expired') return 'glass'
  if (kind === 'denied') return 'deny'
  return kind === 'offline' ? 'offline' : 'warn'
}
