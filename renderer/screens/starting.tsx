import type { AppState } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { Icon } from '../parts/icon.tsx'
import { ExitButton, SignInHeader, SignInShell, SignInStatus } from '../parts/sign-in-shell.tsx'

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
      <SignInHeader
        exit={<ExitButton label={words.app.cancel} onClick={() => send('sign-in.cancel', {})} />}
      />
      <h1 tabIndex={-1}>{text.title}</h1>
      <div class="code-row" aria-hidden="true">
        <p class="user-code">
          <span class="sk sk-code" />
        </p>
      </div>
      <div class="valid">
        <span>{words.signIn.code.validFor}</span>
        <span class="sk sk-clock" />
      </div>
      <span class="run" />
      <p class="note caution">
        <Icon name="info" />
        <span>{words.signIn.code.caution}</span>
      </p>
      <div class="ways">
        <div>
          <h2 class="strong">{words.signIn.code.inBrowser}</h2>
          <p class="address small">
            <span class="sk sk-line" />
          </p>
          <div class="acts">
            <span class="sk sk-button" />
            <span class="sk sk-button" />
          </div>
        </div>
        <div class="sk sk-qr" />
      </div>
    </SignInShell>
  )
}
