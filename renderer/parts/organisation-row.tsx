/** How an organisation is told from the others in a list: name, amount, and what is wrong. */
import type { Organisation } from '../../preload/contract/index.ts'
import { inShort } from '../../words/failure.ts'
import { moment, money } from '../../words/format.ts'
import { words } from '../../words/index.ts'
import { Icon, type IconName } from './icon.tsx'

const text = words.overview

type Why = {
  readonly text: string
  readonly tone: '' | 'warn-ink' | 'danger-ink'
  readonly icon: IconName | null
}

/** What is wrong with it, in a few words; null when all is well. */
export function whatIsWrong(organisation: Organisation, now: number): Why | null {
  const { session, trouble } = organisation
  if (session.kind === 'sign-in-again')
    return { text: text.why.signInAgain, tone: 'danger-ink', icon: 'lock' }
  if (session.kind === 'unreadable') return { text: text.why.unreadable, tone: 'danger-ink', icon: 'lock' }
  if (session.kind === 'signing-out') return { text: text.why.signingOut, tone: '', icon: null }
  if (session.unsaved) return { text: text.why.unsaved, tone: 'danger-ink', icon: 'warn' }
  if (!trouble) return lookSoon(organisation)
  const since = text.why.troubleSince(inShort(trouble.failure), moment(trouble.since, now))
  return trouble.failure.kind === 'offline'
    ? { text: since, tone: '', icon: 'offline' }
    : { text: since, tone: 'warn-ink', icon: 'warn' }
}

function lookSoon({ alerts: [first] }: Organisation): Why | null {
  if (first === undefined) return null
  const { spendable, daysLeft, spending } = text.strips.alerts
  const short = { spendable, 'days-left': daysLeft, spending }[first.kind].short
  return { text: short, tone: 'warn-ink', icon: 'warn' }
}

export function Monogram({ name, quiet }: { name: string; quiet: boolean }) {
  const first = [...name.trim()][0]?.toLocaleUpperCase() ?? '?'
  return (
    <span class={quiet ? 'mono-gram quiet' : 'mono-gram'} aria-hidden="true">
      {first}
    </span>
  )
}

export function OrganisationRow(props: { organisation: Organisation; current: boolean; now: number }) {
  const { organisation, current, now } = props
  const why = whatIsWrong(organisation, now)
  return (
    <>
      <Monogram name={organisation.name} quiet={!current} />
      <bdi class="name cut">{organisation.name}</bdi>
      <span class="sum">
        {why?.icon && <Icon name={why.icon} class={`i-s ${why.tone}`} />}
        {amountInList(organisation)}
      </span>
      {why && <span class={`why ${why.tone}`}>{why.text}</span>}
    </>
  )
}

function amountInList({ balance }: Organisation): string {
  if (balance === null) return '–'
  return balance.invoiced ? text.invoiceShort : money(balance.spendableCents).text
}
