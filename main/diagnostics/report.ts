/**
 * The diagnostics as text, in English for support, and short enough that the user can read it before sending it. A pure
 * function. It contains no amounts, and organisations are numbered instead of named.
 */
import type { AppState, Organisation, ProxyState, Session, Updates } from '../../preload/contract/index.ts'
import type { Crash, Section } from '../ports.ts'
import { endOfPreviousRun, formatLogLine } from './log-text.ts'
import type { Check } from './network-checks.ts'
import type { SeenFailure } from './recent-failures.ts'
import type { Redact } from './redaction.ts'

const maxLogCharacters = 32 * 1024
const maxLogLines = 120
const width = 14

export type Findings = {
  readonly at: number
  readonly startedAt: number
  readonly state: AppState
  /** From the desktop: system and network. */
  readonly systemSections: readonly Section[]
  readonly failures: readonly SeenFailure[]
  readonly crash: Crash | null
  /** The network checks; empty before they are run. */
  readonly checks: readonly Check[]
  /** The log's lines, oldest first. */
  readonly log: readonly string[]
}

export function writeReport(found: Findings, redact: Redact): string {
  const { state } = found
  const anonymous = withoutOrganisations(state)
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ['App', facts(appFacts(found))],
    ['Network checks', found.checks.length === 0 ? ['not run'] : found.checks.map(check)],
    ...found.systemSections.map((section) => [section.title, facts(section.facts)] as const),
    [
      'Settings',
      facts(Object.entries(state.settings).map(([name, value]) => [name, String(value ?? 'none')])),
    ],
    ['Organisations', organisations(state, found.at)],
    ['Requests that failed since the start', orNone(found.failures.map(seen)).map(anonymous)],
    ['Last crash', crashLines(found.crash).map(anonymous)],
    ['Log, the newest last', orNone(newest(found.log).map(formatLogLine)).map(anonymous)],
  ]
  const body = sections.map(([title, lines]) => `${title}\n${lines.map((line) => `  ${line}`).join('\n')}`)
  return `${redact(['Parallel Tray diagnostics', ...body].join('\n\n'))}\n`
}

function appFacts({ at, startedAt, state, log }: Findings): readonly (readonly [string, string])[] {
  return [
    ['made', iso(at)],
    ['version', state.appVersion],
    ['server', `${state.server.platformHost}${state.server.isDefault ? '' : ' (not Parallel’s own)'}`],
    ['language', state.language],
    ['running since', `${iso(startedAt)} (${span(at - startedAt)})`],
    ['run before', `ended ${endOfPreviousRun(log)}`],
    ['notices', state.notices.map(({ kind }) => kind).join(', ') || 'none'],
    ['sign-in', state.signIn.kind],
    ['updates', state.updates === null ? 'not by itself' : updatesStatus(state.updates)],
    ['proxy', proxyStatus(state.proxy)],
  ]
}

function updatesStatus(updates: Updates): string {
  if (updates.kind === 'failed') return `${updates.step} failed: ${updates.failure.kind}`
  return 'version' in updates ? `${updates.kind} ${updates.version}` : updates.kind
}

/** Doesn't name the proxy, which the system's section does. */
function proxyStatus({ challenge, saved }: ProxyState): string {
  const waits =
    challenge === null
      ? 'asks for nothing'
      : `wants a password${challenge.refused ? ', refused the last' : ''}`
  return `${waits}; ${saved.length} kept`
}

function organisations({ organisations: all, pendingSignOuts }: AppState, now: number): readonly string[] {
  const lines = all.map((one, index) => `${index + 1}. ${organisation(one, now)}`)
  const pending = pendingSignOuts.map(({ since }) => `sign-out not confirmed yet, since ${iso(since)}`)
  return orNone([...lines, ...pending])
}

function organisation(one: Organisation, now: number): string {
  const { balance, trouble, keys, history, topUp, permissions } = one
  return [
    session(one.session, now),
    `may ${permissions.join(', ') || 'nothing'}`,
    balance === null ? 'never read' : `read ${span(now - balance.readAt)} ago`,
    trouble === null ? '' : `trouble since ${iso(trouble.since)}: ${trouble.failure.kind}`,
    `${history.readings} readings kept`,
    `${keys.keys} keys in the ledger`,
    topUp.kind === 'none' ? '' : `top-up ${topUp.kind}`,
  ]
    .filter((part) => part !== '')
    .join('; ')
}

function session(one: Session, now: number): string {
  if (one.kind !== 'active') return one.kind
  const unsaved = one.unsaved === null ? '' : `, newest tokens not written: ${one.unsaved.kind}`
  const renewed = `renewed ${span(now - one.renewedAt)} ago, approved ${span(now - one.authorizedAt)} ago`
  return `active, kept ${one.keeping}${unsaved}; ${renewed}`
}

function check({ step, outcome, says, tookMs }: Check): string {
  return `${outcome.padEnd(6)}  ${step}: ${says} (${tookMs} ms)`
}

function seen({ what, failure, firstAt, lastAt, count }: SeenFailure): string {
  const { kind, message, reference } = failure
  const times = count === 1 ? iso(lastAt) : `${count} times, ${iso(firstAt)} to ${iso(lastAt)}`
  // Not `what: kind`, as the redaction removes what follows `token:`.
  return `${what}  ${kind}  ${message}${reference === undefined ? '' : `  reference ${reference}`}  (${times})`
}

function crashLines(crash: Crash | null): readonly string[] {
  if (crash === null) return ['none']
  return [`${iso(crash.at)}, version ${crash.appVersion}`, crash.error, ...crash.stack]
}

/** The last lines, as many as are worth reading. */
function newest(lines: readonly string[]): readonly string[] {
  const last = lines.slice(-maxLogLines)
  let left = maxLogCharacters
  const first = last.findLastIndex((line) => {
    left -= line.length
    return left < 0
  })
  return last.slice(first + 1)
}

function facts(all: readonly (readonly [string, string])[]): readonly string[] {
  return all.map(([name, value]) => `${name.padEnd(width)} ${value}`)
}

function orNone(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? ['none'] : lines
}

/** Keeps names of one or two characters, as replacing them would make the text unreadable. */
function withoutOrganisations({ organisations: all, pendingSignOuts }: AppState): (text: string) => string {
  const signedIn = all.map(({ id, name }, index) => ({ id, name, by: `organisation ${index + 1}` }))
  const signedOut = pendingSignOuts.map(({ organisationId: id, organisationName: name }) => ({
    id,
    name,
    by: 'a signed-out organisation',
  }))
  const known = [...signedIn, ...signedOut].flatMap(({ id, name, by }) => [
    { text: id, by },
    ...(name.length > 2 ? [name, JSON.stringify(name).slice(1, -1)].map((text) => ({ text, by })) : []),
  ])
  // The longest first, as one name may be a prefix of another.
  known.sort((a, b) => b.text.length - a.text.length)
  return (text) =>
    known
      .reduce((left, one) => left.replaceAll(one.text, one.by), text)
      // The log may contain organisations that were signed out since.
      .replace(/(organisationId=)"(?!organisation \d+"|a signed-out organisation")[^"]*"/g, '$1"one before"')
}

function iso(at: number): string {
  return Number.isFinite(at) && Math.abs(at) <= 8.64e15 ? new Date(at).toISOString() : String(at)
}

/** `3 min`; never negative, even if the clock was changed. */
function span(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000))
  if (seconds < 120) return `${seconds} s`
  if (seconds < 2 * 3600) return `${Math.round(seconds / 60)} min`
  if (seconds < 48 * 3600) return `${Math.round(seconds / 3600)} h`
  return `${Math.round(seconds / 86_400)} d`
}
