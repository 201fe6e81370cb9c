import type { AppState, Permission } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { BusyButton } from '../parts/busy-button.tsx'
import { Icon } from '../parts/icon.tsx'
import { PendingSignOuts } from '../parts/pending-sign-outs.tsx'
import { ExitButton, SignInHead, SignInShell, SignInStatus } from '../parts/sign-in-shell.tsx'
import { requestedPermissions } from '../requested-permissions.ts'
import { useSignal } from '../signal.ts'

const text = words.signIn.welcome
const permissions: readonly Permission[] = ['see', 'manage', 'add-money']
const optionalPermissions = permissions.filter((permission) => permission !== 'see')

/** Lets the user choose the permissions to request. */
export function WelcomeScreen({ state }: { state: AppState }) {
  const chosen = useSignal(requestedPermissions)
  const isAdding = state.organisations.length > 0
  return (
    <SignInShell
      state={state}
      status={
        <>
          <WelcomeStatus pending={state.pendingSignOuts.length} />
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
      <SignInHead
        shape="solid"
        exit={
          isAdding ? (
            <ExitButton label={words.app.back} onClick={() => send('sign-in.cancel', {})} />
          ) : (
            <ExitButton
              label={words.nav.settings}
              onClick={() => send('view.show', { screen: 'settings' })}
            />
          )
        }
        title={isAdding ? text.addTitle : text.title}
        explained={isAdding ? text.addExplained : text.explained}
      />
      <ol class="steps">
        {text.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <fieldset class="permissions">
        <legend>
          {text.may}
          <span class="ink-3">{text.mayAside}</span>
        </legend>
        <p class="option">
          <Icon name="lock" />
          <PermissionText permission="see" />
        </p>
        {optionalPermissions.map((permission) => (
          <PermissionCheckbox key={permission} permission={permission} chosen={chosen} />
        ))}
      </fieldset>
      <BusyButton
        class="primary wide tall"
        busyText={text.starting}
        onClick={() => send('sign-in.start', { permissions: [...chosen] })}
      >
        {text.start}
      </BusyButton>
      {!isAdding && <PendingSignOuts pending={state.pendingSignOuts} />}
    </SignInShell>
  )
}

/** The pending sign-outs; without any, a disclaimer. */
function WelcomeStatus({ pending }: { pending: number }) {
  if (pending === 0) return <p class="grow ink-3">{text.unofficial}</p>
  const { pendingNow, pendingNowExplained } = words.overview
  return (
    <SignInStatus
      icon={<Icon name="leave" />}
      title={pendingNow(pending)}
      description={pendingNowExplained}
    />
  )
}

function PermissionCheckbox({
  permission,
  chosen,
}: {
  permission: Permission
  chosen: readonly Permission[]
}) {
  return (
    <label class="option">
      <input
        type="checkbox"
        class="checkbox"
        checked={chosen.includes(permission)}
        aria-describedby={`may-${permission}`}
        onChange={(event) => {
          const isWanted = event.currentTarget.checked
          requestedPermissions.set(
            permissions.filter((other) => (other === permission ? isWanted : chosen.includes(other))),
          )
        }}
      />
      <PermissionText permission={permission} />
    </label>
  )
}

function PermissionText({ permission }: { permission: Permission }) {
  const { name, explained } = words.app.permissions[permission]
  return (
    <span>
      <span class="name">{name}</span>
      <span class="sub" id={`may-${permission}`}>
        {explained}
      </span>
    </span>
  )
}
