import type { AppState, Permission } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { chosenPermissions } from '../chosen-permissions.ts'
import { BusyButton } from '../parts/busy-button.tsx'
import { Gate, GateOpening, Now, OutButton } from '../parts/gate.tsx'
import { Icon } from '../parts/icon.tsx'
import { PendingSignOuts } from '../parts/pending-sign-outs.tsx'
import { useSignal } from '../signal.ts'

const text = words.signIn.welcome
const offered: readonly Permission[] = ['see', 'manage', 'add-money']

/** What the app may do, chosen before anything is asked for. */
export function Welcome({ state }: { state: AppState }) {
  const chosen = useSignal(chosenPermissions)
  const adding = state.organisations.length > 0
  return (
    <Gate
      state={state}
      now={
        <>
          <Standing pending={state.pendingSignOuts.length} />
          <button
            type="button"
            class="link small"
            onClick={() => send('dialog.open', { dialog: { kind: 'keeping' } })}
          >
            {words.app.howTokensAreKept}
          </button>
        </>
      }
    >
      <GateOpening
        shape="whole"
        out={
          adding ? (
            <OutButton text={words.app.back} act={() => send('sign-in.cancel', {})} />
          ) : (
            <OutButton text={words.nav.settings} act={() => send('view.show', { screen: 'settings' })} />
          )
        }
      />
      <h1 tabIndex={-1}>{adding ? text.addTitle : text.title}</h1>
      <p class="lede">{adding ? text.addExplained : text.explained}</p>
      <fieldset class="may">
        <legend>
          {text.may}
          <span class="ink-3">{text.mayAside}</span>
        </legend>
        {offered.map((permission) => (
          <PermissionBox key={permission} permission={permission} chosen={chosen} />
        ))}
      </fieldset>
      <BusyButton
        class="primary wide tall"
        busyWords={text.starting}
        act={() => send('sign-in.start', { permissions: [...chosen] })}
      >
        {text.start}
      </BusyButton>
      {!adding && <PendingSignOuts pending={state.pendingSignOuts} />}
    </Gate>
  )
}

/** The place of what is happening now: mostly nothing is, then it says whose app this is. */
function Standing({ pending }: { pending: number }) {
  if (pending === 0) return <p class="grow ink-3">{text.unofficial}</p>
  const { pendingNow, pendingNowExplained } = words.overview
  return <Now sign={<Icon name="leave" />} title={pendingNow(pending)} explained={pendingNowExplained} />
}

function PermissionBox({ permission, chosen }: { permission: Permission; chosen: readonly Permission[] }) {
  const { name, explained } = words.app.permissions[permission]
  const always = permission === 'see'
  return (
    <label class="scope">
      <input
        type="checkbox"
        class="box"
        checked={always || chosen.includes(permission)}
        disabled={always}
        aria-describedby={`may-${permission}`}
        onChange={(event) => {
          const wanted = event.currentTarget.checked
          chosenPermissions.set(offered.filter((one) => (one === permission ? wanted : chosen.includes(one))))
        }}
      />
      <span>
        <span class="name">{name}</span>
        <span class="sub" id={`may-${permission}`}>
          {explained}
        </span>
      </span>
    </label>
  )
}
