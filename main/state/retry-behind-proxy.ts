import type { SignInFlow } from '../sign-in/sign-in.ts'
import type { Accounts } from './accounts.ts'
import type { StateStore } from './store.ts'

type Waiting = {
  readonly state: StateStore
  readonly signIn: SignInFlow
  readonly accounts: Accounts
  backOnline(): void
}

/** There is a password for the proxy: what failed for want of one goes on where it stopped. */
export function retryBehindProxy(app: Waiting): void {
  const { organisations, signIn } = app.state.current
  app.backOnline()
  for (const { id, trouble } of organisations) {
    if (trouble?.failure.kind === 'proxy-auth') void app.accounts.balances.refresh(id)
  }
  if (signIn.kind === 'ended' && signIn.failure.kind === 'proxy-auth') {
    app.signIn.start(signIn.permissions, signIn.again)
  }
}
