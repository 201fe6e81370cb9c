import type { PendingSignOut } from '../../preload/contract/index.ts'
import { moment } from '../../words/format.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { agesEveryMs, useNow } from '../use-now.ts'
import { BusyButton } from './busy-button.tsx'
import { Icon } from './icon.tsx'

const text = words.overview

/** Signed out here, while the server still has to be told: the authorization may live on there until then. */
export function PendingSignOuts({ pending }: { pending: readonly PendingSignOut[] }) {
  const now = useNow(agesEveryMs)
  if (pending.length === 0) return null
  return (
    <section class="sect">
      <div class="sect-head with-act">
        <h2>{text.pendingTitle}</h2>
        <BusyButton class="s more" busyWords={text.pendingTrying} act={() => send('sign-out.try-now', {})}>
          {words.app.tryNow}
        </BusyButton>
      </div>
      <ul class="lines">
        {pending.map((one) => (
          <li class="fact" key={`${one.organisationId} ${one.since}`}>
            <Icon name="leave" class="turns" />
            <div class="grow">
              <p>{text.pending(<bdi>{one.organisationName}</bdi>)}</p>
              <p class="small ink-2">
                {one.until === null ? text.pendingOpen : text.pendingUntil(moment(one.until, now))}
                {one.nextTryAt !== null && ` ${text.pendingNext(moment(one.nextTryAt, now))}`}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
