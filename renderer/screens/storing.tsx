import type { AppState, SignIn } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { Icon } from '../parts/icon.tsx'
import { SignInHero, SignInShell, SignInStatus } from '../parts/sign-in-shell.tsx'

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
      <SignInHero shape="solid" />
      <h1 tabIndex={-1}>{text.title}</h1>
      <p class="lede">{text.explained(<bdi>{signIn.organisationName}</bdi>)}</p>
    </SignInShell>
  )
}
