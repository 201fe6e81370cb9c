import type { AppState, SignIn } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { Gate, GateOpening, Now } from '../parts/gate.tsx'
import { Icon } from '../parts/icon.tsx'

const text = words.signIn.storing

/** Approved; it is said to be done only when the tokens are safely kept. */
export function Storing({ state, signIn }: { state: AppState; signIn: SignIn & { kind: 'storing' } }) {
  return (
    <Gate
      state={state}
      now={
        <Now sign={<Icon name="busy" class="spin" />} title={text.now} explained={text.how[signIn.keeping]} />
      }
    >
      <GateOpening shape="whole" />
      <h1 tabIndex={-1}>{text.title}</h1>
      <p class="lede">{text.explained(<bdi>{signIn.organisationName}</bdi>)}</p>
    </Gate>
  )
}
