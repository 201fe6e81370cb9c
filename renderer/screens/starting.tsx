import type { AppState } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { Icon } from '../parts/icon.tsx'
import { ExitButton, SignInHead, SignInShell, SignInStatus } from '../parts/sign-in-shell.tsx'

const text = words.signIn.starting

/** Placeholder of the approval screen while the code is being requested. */
export function StartingScreen({ state }: { state: AppState }) {
  return (
    <SignInShell
      state={state}
      status={
        <SignInStatus
          icon={<Icon name="busy" class="spin" />}
          title={text.now(state.server.platformHost)}
          description={text.nowExplained}
        />
      }
    >
      <SignInHead
        shape="solid"
        exit={<ExitButton label={words.app.cancel} onClick={() => send('sign-in.cancel', {})} />}
        title={text.title}
        explained={text.explained}
      />
      <div class="code-row" aria-hidden="true">
        <p class="user-code">
          <span class="skeleton skeleton-code" />
        </p>
      </div>
      <div class="countdown">
        <span>{words.signIn.code.validFor}</span>
        <span class="skeleton skeleton-clock" />
      </div>
      <span class="progress" />
      <div class="ways">
        <div>
          <h2 class="strong">{words.signIn.code.inBrowser}</h2>
          <p class="address small">
            <span class="skeleton skeleton-line" />
          </p>
          <div class="actions">
            <span class="skeleton skeleton-button" />
            <span class="skeleton skeleton-button" />
          </div>
        </div>
        <div>
          <div class="skeleton skeleton-qr" />
          <p class="qr-note">{words.signIn.code.byPhone}</p>
        </div>
      </div>
    </SignInShell>
  )
}
