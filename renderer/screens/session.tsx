import type { AppState, Organisation } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { PendingSignOuts } from '../parts/pending-sign-outs.tsx'
import { Shell } from '../parts/shell.tsx'
import { SignInFacts } from '../parts/sign-in-facts.tsx'

export function Session({ state, organisation }: { state: AppState; organisation: Organisation }) {
  return (
    <Shell state={state} screen="session" organisation={organisation} title={words.nav.session}>
      <SignInFacts organisation={organisation} />
      <PendingSignOuts pending={state.pendingSignOuts} />
      <p class="acts gap">
        <button
          type="button"
          class="btn"
          onClick={() =>
            send('dialog.open', { dialog: { kind: 'sign-out', organisationId: organisation.id } })
          }
        >
          {words.overview.signOut}
        </button>
      </p>
    </Shell>
  )
}
