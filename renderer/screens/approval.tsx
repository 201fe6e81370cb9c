import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { AppState, WaitingForApproval } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { focusHeading } from '../focus.ts'
import { lazy } from '../lazy.tsx'
import { CopyButton } from '../parts/copy-button.tsx'
import { Countdown } from '../parts/countdown.tsx'
import { Icon } from '../parts/icon.tsx'
import { ExitButton, SignInHead, SignInShell } from '../parts/sign-in-shell.tsx'
import { UserCode } from '../parts/user-code.tsx'
import { requestedPermissions } from '../requested-permissions.ts'
import { secondTickMs, useNow } from '../use-now.ts'
import { ApprovalStatus } from './approval-status.tsx'
import { ForeignHostScreen } from './foreign-host.tsx'

const QrCode = lazy(async () => (await import('../parts/qr-code.tsx')).QrCode)
const text = words.signIn.code

/** The user code, its remaining lifetime, and the ways to approve it. */
export function ApprovalScreen({ state, signIn }: { state: AppState; signIn: WaitingForApproval }) {
  const now = useNow(secondTickMs)
  const [isConfirming, setConfirming] = useState(false)
  const [acceptedCode, setAcceptedCode] = useState<string | null>(null)
  const isFirstRender = useRef(true)
  useLayoutEffect(() => {
    if (!isFirstRender.current) focusHeading()
    isFirstRender.current = false
  }, [isConfirming])
  const needsConfirmation = signIn.foreignHost !== null && acceptedCode !== signIn.userCode

  if (isConfirming && signIn.foreignHost !== null) {
    return (
      <ForeignHostScreen
        state={state}
        host={signIn.foreignHost}
        leftMs={signIn.expiresAt - now}
        onBack={() => setConfirming(false)}
        onOpen={async () => {
          if (!(await send('sign-in.open-browser', { allowForeignHost: true }))) return
          setAcceptedCode(signIn.userCode)
          setConfirming(false)
        }}
      />
    )
  }
  return (
    <SignInShell state={state} status={<ApprovalStatus signIn={signIn} now={now} />}>
      <SignInHead
        shape="solid"
        exit={<ExitButton label={words.app.cancel} onClick={() => send('sign-in.cancel', {})} />}
        title={text.title}
        explained={text.caution}
      />
      <div class="code-row">
        <UserCode code={signIn.userCode} />
        <CopyButton
          command="sign-in.copy-code"
          class="compact"
          icon="copy"
          text={text.copyShort}
          label={text.copy}
          announcement={text.codeCopied}
        />
      </div>
      <Countdown startedAt={signIn.startedAt} expiresAt={signIn.expiresAt} now={now} />
      <div class={needsConfirmation ? 'ways no-qr' : 'ways'}>
        <div>
          <h2 class="strong">{text.inBrowser}</h2>
          <p class="address small ink-2 selectable">{displayUrl(signIn.verificationUri)}</p>
          {signIn.foreignHost !== null && (
            <p class="note warn">
              <Icon name="warn" />
              <span>{text.foreign}</span>
            </p>
          )}
          <div class="actions">
            <OpenBrowserButton
              signIn={signIn}
              needsConfirmation={needsConfirmation}
              onClick={() =>
                needsConfirmation
                  ? setConfirming(true)
                  : void send('sign-in.open-browser', { allowForeignHost: signIn.foreignHost !== null })
              }
            />
            <CopyButton
              command="sign-in.copy-link"
              class={signIn.browserFailed ? 'primary' : ''}
              icon="link"
              text={text.copyLink}
              announcement={text.linkCopied}
            />
          </div>
        </div>
        {!needsConfirmation && (
          <div>
            <div class="qr-frame">
              <QrCode text={signIn.verificationUriComplete} />
            </div>
            <p class="qr-note">{text.byPhone}</p>
          </div>
        )}
      </div>
      <RequestedPermissions signIn={signIn} />
    </SignInShell>
  )
}

/** The primary button until the browser was opened: from then on the user only has to wait. */
function OpenBrowserButton(props: {
  signIn: WaitingForApproval
  needsConfirmation: boolean
  onClick: () => void
}) {
  const wasTried = props.signIn.browserOpened || props.signIn.browserFailed
  return (
    <button type="button" class={wasTried ? 'btn' : 'btn primary'} onClick={props.onClick}>
      <Icon name="browser" />
      {props.needsConfirmation ? text.openForeign : wasTried ? text.openAgain : text.open}
    </button>
  )
}

function RequestedPermissions({ signIn }: { signIn: WaitingForApproval }) {
  const change = async () => {
    requestedPermissions.set(signIn.permissions)
    if (await send('sign-in.cancel', {})) await send('sign-in.show', {})
  }
  return (
    <div class="section requested-permissions">
      <h2 class="strong">{text.asksTo}</h2>
      <button type="button" class="link small" aria-label={text.changeLabel} onClick={change}>
        {text.change}
      </button>
      <p class="small ink-2">
        {words.app.list(signIn.permissions.map((permission) => words.app.permissions[permission].short))}
      </p>
    </div>
  )
}

/** Without the scheme, which is always https. */
function displayUrl(uri: string): string {
  return uri.replace(/^https:\/\//, '').replace(/\/$/, '')
}
