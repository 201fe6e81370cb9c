import type { PendingSignOut } from '../../preload/contract/index.ts'
import { moment, sentences } from '../../words/format.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { ageTickMs, useNow } from '../use-now.ts'
import { BusyButton } from './busy-button.tsx'
import { Icon } from './icon.tsx'

const text = words.overview

/** Sign-outs that the server hasn't confirmed: until then, the authorization may still be valid there. */
export function PendingSignOuts({ pending }: { pending: readonly PendingSignOut[] }) {
  const now = useNow(ageTickMs)
  if (pending.length === 0) return null
  return (
    <section class="section">
      <div class="section-head with-action">
        <h2>{text.pendingTitle}</h2>
        <BusyButton
          class="compact more"
          busyText={text.pendingTrying}
          onClick={() => send('sign-out.try-now', {})}
        >
          {words.app.tryNow}
        </BusyButton>
      </div>
      <ul class="lines">
        {pending.map((signOut) => (
          <li class="fact" key={`${signOut.organisationId} ${signOut.since}`}>
            <Icon name="leave" class="flips-rtl" />
            <div class="grow">
              <p>{text.pending(<bdi>{signOut.organisationName}</bdi>)}</p>
              <p class="small ink-2">
                {sentences(
                  signOut.until === null ? text.pendingOpen : text.pendingUntil(moment(signOut.until, now)),
                  signOut.nextTryAt === null ? '' : text.pendingNext(moment(signOut.nextTryAt, now)),
                )}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
