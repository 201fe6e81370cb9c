import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { AppState, WaitingForApproval } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { chosenPermissions } from '../chosen-permissions.ts'
import { later } from '../later.tsx'
import { CodeNow } from '../parts/code-now.tsx'
import { CopyButton } from '../parts/copy-button.tsx'
import { Countdown } from '../parts/countdown.tsx'
import { Gate, GateHead, OutButton } from '../parts/gate.tsx'
import { Icon } from '../parts/icon.tsx'
import { UserCode } from '../parts/user-code.tsx'
import { focusHeading } from '../use-heading-focus.ts'
import { secondsEveryMs, useNow } from '../use-now.ts'
import { ForeignHost } from './foreign-host.tsx'

const QrCode = later(async () => (await import('../parts/qr-code.tsx')).QrCode)
const text = words.signIn.code

/** The code to approve, every way to get it approved, and how long it is valid. */
export function Code({ state, signIn }: { state: AppState; signIn: WaitingForApproval }) {
  const now = useNow(secondsEveryMs)
  const [asking, setAsking] = useState(false)
  const [accepted, setAccepted] = useState<string | null>(null)
  const first = useRef(true)
  useLayoutEffect(() => {
    if (!first.current) focusHeading()
    first.current = false
  }, [asking])
  const foreign = signIn.foreignHost !== null && accepted !== signIn.userCode

  if (asking && signIn.foreignHost !== null) {
    return (
      <ForeignHost
        state={state}
        host={signIn.foreignHost}
        leftMs={signIn.expiresAt - now}
        onLeave={() => setAsking(false)}
        onOpen={async () => {
          if (!(await send('sign-in.open-browser', { allowForeignHost: true }))) return
          setAccepted(signIn.userCode)
          setAsking(false)
        }}
      />
    )
  }
  return (
    <Gate state={state} now={<CodeNow signIn={signIn} now={now} />}>
      <GateHead out={<OutButton text={words.app.cancel} act={() => send('sign-in.cancel', {})} />} />
      <h1 tabIndex={-1}>{text.title}</h1>
      <div class="code-row">
        <UserCode code={signIn.userCode} />
        <CopyButton
          command="sign-in.copy-code"
          class="s"
          icon="copy"
          text={text.copyShort}
          label={text.copy}
          done={text.codeCopied}
        />
      </div>
      <Countdown startedAt={signIn.startedAt} expiresAt={signIn.expiresAt} now={now} />
      <p class="note caution">
        <Icon name="info" />
        <span>{text.caution}</span>
      </p>
      <div class={foreign ? 'ways no-qr' : 'ways'}>
        <div>
          <h2 class="strong">{text.inBrowser}</h2>
          <p class="address small ink-2 pick">{readableAddress(signIn.verificationUri)}</p>
          {signIn.foreignHost !== null && (
            <p class="note warn">
              <Icon name="warn" />
              <span>{text.foreign}</span>
            </p>
          )}
          <div class="acts">
            <OpenBrowser
              signIn={signIn}
              asks={foreign}
              onClick={() =>
                foreign
                  ? setAsking(true)
                  : void send('sign-in.open-browser', { allowForeignHost: signIn.foreignHost !== null })
              }
            />
            <CopyButton
              command="sign-in.copy-link"
              class={signIn.browserFailed ? 'primary' : ''}
              icon="link"
              text={text.copyLink}
              done={text.linkCopied}
            />
          </div>
        </div>
        {!foreign && (
          <div>
            <div class="qr-place">
              <QrCode text={signIn.verificationUriComplete} />
            </div>
            <p class="qr-note">{text.byPhone}</p>
          </div>
        )}
      </div>
      <AsksTo signIn={signIn} />
    </Gate>
  )
}

/** Opening is what to do first; once it was tried, nothing is more important than waiting. */
function OpenBrowser(props: { signIn: WaitingForApproval; asks: boolean; onClick: () => void }) {
  const tried = props.signIn.browserOpened || props.signIn.browserFailed
  return (
    <button type="button" class={tried ? 'btn' : 'btn primary'} onClick={props.onClick}>
      <Icon name="browser" />
      {props.asks ? text.openForeign : tried ? text.openAgain : text.open}
    </button>
  )
}

function AsksTo({ signIn }: { signIn: WaitingForApproval }) {
  const change = async () => {
    chosenPermissions.set(signIn.permissions)
    if (await send('sign-in.cancel', {})) await send('sign-in.show', {})
  }
  return (
    <div class="sect asks">
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

/** Without the scheme, which is always https: what a user would type. */
function readableAddress(uri: string): string {
  return uri.replace(/^https:\/\//, '').replace(/\/$/, '')
}
