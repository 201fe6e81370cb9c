/** Money runs low or runs fast: said until it doesn't, or until the user has heard enough for today. */
import type { Alert, Organisation } from '../../preload/contract/index.ts'
import { money } from '../../words/format.ts'
import { words } from '../../words/index.ts'
import { perform, send } from '../bridge.ts'
import { topUp } from '../deeds.ts'
import { focusHeading } from '../use-heading-focus.ts'
import { Strip } from './strip.tsx'

const text = words.overview.strips.alerts
const dayMs = 24 * 60 * 60 * 1000

export function AlertStrip(props: {
  organisation: Organisation
  alert: Alert
  now: number
  /** The screen has its own way to top up. */
  topUpIsThere: boolean
}) {
  const { organisation, alert, now } = props
  const { title, explained } = alertWords(alert, organisation, now)
  const deed = props.topUpIsThere ? null : topUp(organisation)
  return (
    <Strip
      tone="warn"
      icon="warn"
      title={title}
      spoken={`${title}. ${explained}`}
      explained={explained}
      acts={
        <>
          {deed && (
            <button type="button" class="btn s" onClick={() => perform(deed)}>
              {text.topUp}
            </button>
          )}
          <button
            type="button"
            class="btn quiet s"
            onClick={() => {
              void send('organisation.snooze', { organisationId: organisation.id, snoozed: true })
              focusHeading()
            }}
          >
            {text.notToday}
          </button>
        </>
      }
    />
  )
}

function alertWords(
  { kind }: Alert,
  { limits, history }: Organisation,
  now: number,
): { title: string; explained: string } {
  switch (kind) {
    case 'spendable': {
      const { title, explained } = text.spendable
      return {
        title,
        explained: ofLimit(limits.spendableBelowCents, (cents) => explained(money(cents).text)),
      }
    }
    case 'days-left': {
      const { title, explained, unknown } = text.daysLeft
      const { forecast } = history
      return {
        title: forecast.kind === 'known' ? title(Math.floor((forecast.runsOutAt - now) / dayMs)) : unknown,
        explained: ofLimit(limits.daysLeftBelow, explained),
      }
    }
    case 'spending': {
      const { title, explained } = text.spending
      return {
        title,
        explained: ofLimit(limits.spentWithinHourCents, (cents) => explained(money(cents).text)),
      }
    }
  }
}

function ofLimit(limit: number | null, say: (limit: number) => string): string {
  return limit === null ? text.noLimit : say(limit)
}
