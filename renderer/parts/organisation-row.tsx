import type { Organisation } from '../../preload/contract/index.ts'
import { inShort } from '../../words/failure.ts'
import { moment, money } from '../../words/format.ts'
import { words } from '../../words/index.ts'
import { Icon, type IconName } from './icon.tsx'

const text = words.overview

type Issue = {
  readonly text: string
  readonly tone: '' | 'warn-ink' | 'danger-ink'
  readonly icon: IconName | null
}

/** What is wrong with an organisation, in a few words; null if nothing is. */
export function organisationIssue(organisation: Organisation, now: number): Issue | null {
  const { session, trouble } = organisation
  if (session.kind === 'sign-in-again')
    return { text: text.why.signInAgain, tone: 'danger-ink', icon: 'lock' }
  if (session.kind === 'unreadable') return { text: text.why.unreadable, tone: 'danger-ink', icon: 'lock' }
  if (session.kind === 'signing-out') return { text: text.why.signingOut, tone: '', icon: null }
  if (session.unsaved) return { text: text.why.unsaved, tone: 'danger-ink', icon: 'warn' }
  if (!trouble) return alertIssue(organisation)
  const since = text.why.troubleSince(inShort(trouble.failure), moment(trouble.since, now))
  return trouble.failure.kind === 'offline'
    ? { text: since, tone: '', icon: 'offline' }
    : { text: since, tone: 'warn-ink', icon: 'warn' }
}

function alertIssue({ alerts: [first] }: Organisation): Issue | null {
  if (first === undefined) return null
  const { spendable, daysLeft, spending } = text.strips.alerts
  const short = { spendable, 'days-left': daysLeft, spending }[first.kind].short
  return { text: short, tone: 'warn-ink', icon: 'warn' }
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

export function Monogram({ name, muted }: { name: string; muted: boolean }) {
  const [first] = graphemes.segment(name.trim())
  return (
    <span class={muted ? 'monogram quiet' : 'monogram'} aria-hidden="true">
      {first?.segment.toLocaleUpperCase() ?? '?'}
    </span>
  )
}

/** An organisation in a list: its name, balance and issue. */
export function OrganisationRow(props: { organisation: Organisation; current: boolean; now: number }) {
  const { organisation, current, now } = props
  const issue = organisationIssue(organisation, now)
  return (
    <>
      <Monogram name={organisation.name} muted={!current} />
      <bdi class="name cut">{organisation.name}</bdi>
      <span class="amount">
        {issue?.icon && <Icon name={issue.icon} class={`icon-small ${issue.tone}`} />}
        {formatBalance(organisation)}
      </span>
      {issue && <span class={`issue ${issue.tone}`}>{issue.text}</span>}
    </>
  )
}

function formatBalance({ balance }: Organisation): string {
  if (balance === null) return '–'
  return balance.invoiced ? text.invoiceShort : money(balance.spendableCents).text
}
