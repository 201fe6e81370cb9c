import type { WaitingForApproval } from '../../preload/contract/index.ts'
import { wholeSeconds } from '../../words/format.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { Icon } from '../parts/icon.tsx'
import { Logo } from '../parts/logo.tsx'
import { SignInStatus } from '../parts/sign-in-shell.tsx'

const text = words.signIn.code

/** The status of the polling, which continues after failures. */
export function ApprovalStatus({ signIn, now }: { signIn: WaitingForApproval; now: number }) {
  if (signIn.trouble) {
    const nextInSeconds = wholeSeconds(signIn.nextCheckAt - now)
    return (
      <SignInStatus
        icon={<Icon name={signIn.trouble.kind === 'offline' ? 'offline' : 'warn'} />}
        title={text.stillTrying(words.failures.kinds[signIn.trouble.kind].short)}
        description={nextInSeconds > 0 ? text.nextTry(nextInSeconds) : text.tryingNow}
        action={
          <button type="button" class="btn compact" onClick={() => send('sign-in.try-now', {})}>
            {words.app.tryNow}
          </button>
        }
      />
    )
  }
  if (signIn.browserFailed) {
    return (
      <SignInStatus
        icon={<Icon name="warn" />}
        title={text.notOpened}
        description={text.notOpenedExplained}
      />
    )
  }
  return (
    <SignInStatus
      icon={<Logo shape="waiting" size={20} />}
      title={signIn.browserOpened ? text.waiting : text.openToApprove}
      description={signIn.browserOpened ? text.wrongProfile : pollText(signIn, now)}
    />
  )
}

function pollText({ lastCheckedAt, nextCheckAt }: WaitingForApproval, now: number): string {
  const nextInSeconds = wholeSeconds(nextCheckAt - now)
  if (lastCheckedAt === null) return nextInSeconds > 0 ? text.firstCheck(nextInSeconds) : text.checking
  const checkedSecondsAgo = Math.max(0, Math.floor((now - lastCheckedAt) / 1000))
  return nextInSeconds > 0
    ? text.nextCheck(checkedSecondsAgo, nextInSeconds)
    : text.checkingNow(checkedSecondsAgo)
}
