import type { AppState } from '../../preload/contract/index.ts'
import { countdown } from '../../words/format.ts'
import { words } from '../../words/index.ts'
import { BusyButton } from '../parts/busy-button.tsx'
import { Logo } from '../parts/logo.tsx'
import { ExitButton, SignInHead, SignInShell, SignInStatus } from '../parts/sign-in-shell.tsx'

const text = words.signIn.foreign

/** Asks before opening a verification address outside the platform's domain. */
export function ForeignHostScreen(props: {
  state: AppState
  host: string
  leftMs: number
  onBack: () => void
  onOpen: () => Promise<void>
}) {
  return (
    <SignInShell
      state={props.state}
      status={
        <SignInStatus
          icon={<Logo shape="waiting" size={20} />}
          title={text.now}
          description={text.nowExplained(countdown(props.leftMs))}
        />
      }
    >
      <SignInHead
        shape="solid"
        exit={<ExitButton label={words.app.back} onClick={props.onBack} />}
        title={text.title}
        explained={text.explained}
      />
      <p class="host">
        <bdi class="mono selectable">{props.host}</bdi>
      </p>
      <div class="actions gap">
        <button type="button" class="btn primary" onClick={props.onBack}>
          {text.dont}
        </button>
        <BusyButton class="" busyText={text.opening} onClick={props.onOpen}>
          {text.open}
        </BusyButton>
      </div>
    </SignInShell>
  )
}
