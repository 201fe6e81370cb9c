import type { Alert, Organisation } from '../../preload/contract/index.ts'
import { money, spokenSentences } from '../../words/format.ts'
import { words } from '../../words/index.ts'
import { send, sendCommand } from '../bridge.ts'
import { topUpCommand } from '../commands.ts'
import { focusHeading } from '../focus.ts'
import { Strip } from './strip.tsx'

const text = words.overview.strips.alerts
const dayMs = 24 * 60 * 60 * 1000

/** A low balance or unusual spending; shown until it is over or the user snoozes it for the day. */
export function AlertStrip(props: {
  organisation: Organisation
  alert: Alert
  now: number
  /** The screen has its own button to top up. */
  hasTopUpButton: boolean
}) {
  const { organisation, alert, now } = props
  const { title, description } = alertText(alert, organisation, now)
  const command = props.hasTopUpButton ? null : topUpCommand(organisation)
  const mute = (
    <button
      type="button"
      class="btn quiet compact"
      onClick={() => {
        void send('organisation.snooze', { organisationId: organisation.id, snoozed: true })
        focusHeading()
      }}
    >
      {text.notToday}
    </button>
  )
  return (
    <Strip
      tone="warn"
      icon="warn"
      title={title}
      announcement={spokenSentences(title, description)}
      description={description}
      action={command === null && mute}
      actions={
        command && (
          <>
            <button type="button" class="btn compact" onClick={() => sendCommand(command)}>
              {text.topUp}
            </button>
            {mute}
          </>
        )
      }
    />
  )
}

function alertText(
  { kind }: Alert,
  { limits, history }: Organisation,
  now: number,
): { title: string; description: string } {
  switch (kind) {
    case 'spendable': {
      const { title, explained } = text.spendable
      return {
        title,
        description: withLimit(limits.spendableBelowCents, (cents) => explained(money(cents).text)),
      }
    }
    case 'days-left': {
      const { title, explained, unknown } = text.daysLeft
      const { forecast } = history
      return {
        title: forecast.kind === 'known' ? title(Math.floor((forecast.runsOutAt - now) / dayMs)) : unknown,
        description: withLimit(limits.daysLeftBelow, explained),
      }
    }
    case 'spending': {
      const { title, explained } = text.spending
      return {
        title,
        description: withLimit(limits.spentWithinHourCents, (cents) => explained(money(cents).text)),
      }
    }
  }
}

function withLimit(limit: number | null, format: (limit: number) => string): string {
  return limit === null ? text.noLimit : format(limit)
}
