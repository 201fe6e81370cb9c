import type { AppState, SignIn } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { Icon } from '../parts/icon.tsx'
import { SignInHead, SignInShell, SignInStatus } from '../parts/sign-in-shell.tsx'

const text = words.signIn.storing

/** Shown between the approval and the moment the tokens are stored: only then has the sign-in succeeded. */
export function StoringScreen({ state, signIn }: { state: AppState; signIn: SignIn & { kind: 'storing' } }) {
  return (
    <SignInShell
      state={state}
      status={
        <SignInStatus
          icon={<Icon name="busy" class="spin" />}
          title={text.now}
          description={text.how[signIn.keeping]}
        />
      }
    >
      <SignInHead
        shape="solid"
        title={text.title}
        explained={text.explained(<bdi>{signIn.organisationName}</bdi>)}
      />
    </SignInShell>
  )
}
