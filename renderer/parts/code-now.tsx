import type { WaitingForApproval } from '../../preload/contract/index.ts'
import { wholeSeconds } from '../../words/format.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { Now } from './gate.tsx'
import { Icon } from './icon.tsx'
import { Mark } from './mark.tsx'

const text = words.signIn.code

/** What happens while the code waits: checking goes on whatever goes wrong on the way. */
export function CodeNow({ signIn, now }: { signIn: WaitingForApproval; now: number }) {
  if (signIn.trouble) {
    const next = wholeSeconds(signIn.nextCheckAt - now)
    return (
      <Now
        sign={<Icon name={signIn.trouble.kind === 'offline' ? 'offline' : 'warn'} />}
        title={text.stillTrying(words.failures.kinds[signIn.trouble.kind].short)}
        explained={next > 0 ? text.nextTry(next) : text.tryingNow}
        act={
          <button type="button" class="btn s" onClick={() => send('sign-in.try-now', {})}>
            {words.app.tryNow}
          </button>
        }
      />
    )
  }
  if (signIn.browserFailed) {
    return <Now sign={<Icon name="warn" />} title={text.notOpened} explained={text.notOpenedExplained} />
  }
  return (
    <Now
      sign={<Mark shape="waiting" size={20} />}
      title={signIn.browserOpened ? text.opened : text.waiting}
      explained={signIn.browserOpened ? text.wrongProfile : checks(signIn, now)}
    />
  )
}

function checks({ lastCheckedAt, nextCheckAt }: WaitingForApproval, now: number): string {
  const next = wholeSeconds(nextCheckAt - now)
  if (lastCheckedAt === null) return next > 0 ? text.firstCheck(next) : text.checking
  const checked = Math.max(0, Math.floor((now - lastCheckedAt) / 1000))
  return next > 0 ? text.nextCheck(checked, next) : text.checkingNow(checked)
}
