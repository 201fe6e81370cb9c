import type { Organisation } from '../../preload/contract/index.ts'
import { runsOutAt } from '../../preload/contract/index.ts'
import { inShort } from '../../words/failure.ts'
import { money } from '../../words/format.ts'
import { laterWords, words } from '../../words/index.ts'
import { formatTimeLeft } from '../format-forecast.ts'
import { totalOf } from '../organisation-total.ts'
import { shortcutLabel } from '../shortcut-label.ts'
import { Icon, type IconName } from './icon.tsx'
import { AllMonogram, Monogram } from './monogram.tsx'

const text = words.overview
const listText = laterWords.allOrganisations

export type Status = {
  readonly text: string
  readonly tone: '' | 'warn-ink' | 'danger-ink'
  readonly icon: IconName | null
}

/**
 * What is wrong with an organisation, else how long its money lasts, in a few words.
 * @param formatLeft says how long, from milliseconds
 */
export function organisationStatus(
  organisation: Organisation,
  now: number,
  formatLeft: (ms: number) => string = formatTimeLeft,
): Status {
  const { session, trouble, topUp } = organisation
  if (session.kind === 'sign-in-again')
    return { text: text.strips.signInAgain.act, tone: 'danger-ink', icon: 'lock' }
  if (session.kind === 'unreadable') return { text: text.why.unreadable, tone: 'danger-ink', icon: 'lock' }
  if (session.kind === 'signing-out') return { text: text.why.signingOut, tone: '', icon: null }
  if (session.unsaved) return { text: text.why.unsaved, tone: 'danger-ink', icon: 'warn' }
  if (topUp.kind === 'unknown') return { text: text.why.topUpUnknown, tone: 'warn-ink', icon: 'help' }
  if (trouble) {
    const what = inShort(trouble.failure)
    return trouble.failure.kind === 'offline'
      ? { text: what, tone: '', icon: 'offline' }
      : { text: what, tone: 'warn-ink', icon: 'warn' }
  }
  const left = timeLeft(organisation, (at) => formatLeft(at - now))
  return alertStatus(organisation, left) ?? { text: left, tone: '', icon: null }
}

/** A known time says more than that it is short. */
function alertStatus(organisation: Organisation, left: string): Status | null {
  const { alerts, balance } = organisation
  if (balance !== null && !balance.invoiced && balance.spendableCents <= 0)
    return { text: text.forecast.nothingLeft, tone: 'danger-ink', icon: 'warn' }
  const [first] = alerts
  if (first === undefined) return null
  const { spendable, daysLeft, spending } = text.strips.alerts
  const short = { spendable, 'days-left': daysLeft, spending }[first.kind].short
  const isTimed = first.kind !== 'spending' && runsOutAt(organisation) !== null
  return { text: isTimed ? left : short, tone: 'warn-ink', icon: 'warn' }
}

function timeLeft(organisation: Organisation, format: (at: number) => string): string {
  const { balance, history } = organisation
  if (balance === null) return text.notRead
  if (balance.invoiced) return text.invoice
  const at = runsOutAt(organisation)
  if (at !== null) return format(at)
  return history.forecast.kind === 'no-spending' ? text.forecast.noSpending : text.forecast.notEnough
}

/** An organisation in a list, always in two lines: name and amount, then how long it lasts and its shortcut. */
export function OrganisationRow(props: {
  organisation: Organisation
  /** In the list of all organisations, which the shortcuts count. */
  index: number
  current: boolean
  now: number
}) {
  const { organisation, index, current, now } = props
  const status = organisationStatus(organisation, now)
  return (
    <>
      <Monogram name={organisation.name} muted={!current} />
      <bdi class="name cut">{organisation.name}</bdi>
      <span class="amount">{formatBalance(organisation)}</span>
      <span class={`issue cut ${status.tone}`} title={status.text}>
        {status.icon && <Icon name={status.icon} class="icon-small" />}
        {status.text}
      </span>
      {index < 9 && <kbd>{shortcutLabel({ kind: 'organisation', index })}</kbd>}
    </>
  )
}

/** All organisations as the first row of the list. */
export function AllRow({
  organisations,
  current,
}: {
  organisations: readonly Organisation[]
  current: boolean
}) {
  const { cents, counted, all } = totalOf(organisations)
  return (
    <>
      <AllMonogram muted={!current} />
      <span class="name cut">{text.allOrganisations}</span>
      <span class="amount">{counted === 0 ? '–' : money(cents).text}</span>
      <span class="issue cut">{listText.counted(counted, all)}</span>
      <kbd>{shortcutLabel({ kind: 'all' })}</kbd>
    </>
  )
}

export function formatBalance({ balance }: Organisation): string {
  if (balance === null) return '–'
  return balance.invoiced ? text.invoiceShort : money(balance.spendableCents).text
}
