/** What the tray shows: a pure function of the state, like the window. */
import type { AppState, FailureKind, Organisation } from '../../preload/contract/index.ts'
import { moment, money } from '../../words/format.ts'
import { words } from '../../words/index.ts'

export type TrayIconState = 'signed-out' | 'signing-in' | 'signed-in' | 'attention' | 'offline'

/** What a click does, in order. */
export type TrayDeed =
  | { readonly kind: 'open-window' }
  | { readonly kind: 'quit' }
  | { readonly kind: 'command'; readonly name: 'sign-in.show' | 'sign-in.copy-code' | 'sign-in.cancel' }
  /** With the least that is needed; more can be chosen in the window. */
  | { readonly kind: 'command'; readonly name: 'sign-in.start' }
  | { readonly kind: 'command'; readonly name: 'sign-in.open-browser' }
  | {
      readonly kind: 'command'
      readonly name: 'organisation.show' | 'organisation.refresh'
      readonly organisationId: string
    }

export type TrayMenuItem =
  | {
      readonly kind: 'action'
      readonly text: string
      readonly enabled: boolean
      readonly deeds: readonly TrayDeed[]
    }
  | { readonly kind: 'separator' }

export type TrayView = {
  readonly icon: TrayIconState
  readonly tooltip: string
  /** Texts are for people: `menuLabel` makes labels of them. */
  readonly menu: readonly TrayMenuItem[]
}

const longestName = 40
/** Names in scripts that run from right to left would turn the amount beside them round. */
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const mostTooltipLines = 4
const separator: TrayMenuItem = { kind: 'separator' }
const openWindow: TrayDeed = { kind: 'open-window' }

/** The answers don't get through, whatever the reason. */
const noConnection: ReadonlySet<FailureKind> = new Set([
  'offline',
  'timeout',
  'tls',
  'not-json',
  'redirected',
])

/** @param now epoch milliseconds; only decides between time and date */
export function trayView(state: AppState, now: number): TrayView {
  return { icon: iconOf(state), tooltip: tooltipOf(state, now), menu: menuOf(state, now) }
}

/** A label in which `&` is a letter, not the mark of a shortcut; so Electron has it on every system. */
export function menuLabel(text: string): string {
  return text.replaceAll('&', '&&')
}

/**
 * The worst state first, as it stays until somebody acts. Only a sign-in under way goes before it: the user
 * started it, it ends within minutes, and its code is in this menu.
 */
function iconOf({ signIn, organisations, notices }: AppState): TrayIconState {
  const isSigningIn = signIn.kind !== 'idle' && signIn.kind !== 'ended'
  if (signIn.kind === 'waiting' && signIn.trouble !== null && noConnection.has(signIn.trouble.kind))
    return 'offline'
  if (isSigningIn) return 'signing-in'
  if (organisations.some(needsAttention) || notices.some((notice) => notice.kind === 'storage'))
    return 'attention'
  if (organisations.some(({ trouble }) => trouble !== null && noConnection.has(trouble.failure.kind)))
    return 'offline'
  return organisations.length > 0 ? 'signed-in' : 'signed-out'
}

function needsAttention({ session }: Organisation): boolean {
  if (session.kind === 'active') return session.unsaved !== null
  return session.kind === 'sign-in-again' || session.kind === 'unreadable'
}

function tooltipOf({ signIn, organisations, restoring }: AppState, now: number): string {
  if (organisations.length === 0) {
    if (restoring) return words.tray.restoring
    return signIn.kind === 'waiting' ? words.tray.waiting : words.tray.notSignedIn
  }
  const tooMany = organisations.length > mostTooltipLines
  const shown = tooMany ? organisations.slice(0, mostTooltipLines - 1) : organisations
  const lines = shown.map((organisation) => lineOf(organisation, now))
  if (tooMany) lines.push(words.tray.more(organisations.length - shown.length))
  return lines.join('\n')
}

function menuOf(state: AppState, now: number): readonly TrayMenuItem[] {
  const { organisations } = state
  const groups = [
    organisations.map((organisation) => organisationItem(organisation, now)),
    [...(organisations.length > 0 ? [refreshItem(organisations)] : []), ...signInItems(state)],
    [action(words.tray.open, openWindow), action(words.tray.quit, { kind: 'quit' })],
  ].filter((group) => group.length > 0)
  return groups.flatMap((group, at) => (at === 0 ? group : [separator, ...group]))
}

function organisationItem(organisation: Organisation, now: number): TrayMenuItem {
  const show: TrayDeed = { kind: 'command', name: 'organisation.show', organisationId: organisation.id }
  return action(lineOf(organisation, now), show, openWindow)
}

function refreshItem(organisations: readonly Organisation[]): TrayMenuItem {
  const refreshable = organisations.filter(
    ({ session, refreshing }) => session.kind === 'active' && !refreshing,
  )
  return {
    kind: 'action',
    text: words.tray.refresh,
    enabled: refreshable.length > 0,
    deeds: refreshable.map(({ id }) => ({
      kind: 'command',
      name: 'organisation.refresh',
      organisationId: id,
    })),
  }
}

function signInItems({ signIn, organisations, restoring }: AppState): readonly TrayMenuItem[] {
  if (restoring) return []
  const cancel = action(words.tray.cancelSignIn, { kind: 'command', name: 'sign-in.cancel' })
  const copy: TrayDeed = { kind: 'command', name: 'sign-in.copy-code' }
  switch (signIn.kind) {
    case 'idle':
    case 'ended':
      return organisations.length > 0
        ? [action(words.tray.addOrganisation, { kind: 'command', name: 'sign-in.show' }, openWindow)]
        : [action(words.tray.signIn, { kind: 'command', name: 'sign-in.start' }, openWindow)]
    case 'waiting': {
      const isForeign = signIn.foreignHost !== null
      const code = isForeign
        ? action(words.tray.copyAndShow(signIn.userCode), copy, openWindow)
        : action(words.tray.copyAndOpen(signIn.userCode), copy, {
            kind: 'command',
            name: 'sign-in.open-browser',
          })
      return [code, cancel]
    }
    case 'consent':
    case 'starting':
      return [cancel]
    case 'storing':
      return []
  }
}

function action(text: string, ...deeds: readonly TrayDeed[]): TrayMenuItem {
  return { kind: 'action', text, enabled: true, deeds }
}

/** "Halden Research: $184.20 spendable, as of 14:05" */
function lineOf(organisation: Organisation, now: number): string {
  return words.tray.organisation(shortened(organisation.name), knownOf(organisation, now))
}

function knownOf({ session, balance }: Organisation, now: number): string {
  if (session.kind === 'sign-in-again') return words.tray.signInAgain
  if (session.kind === 'unreadable') return words.tray.keyringLocked
  if (session.kind === 'signing-out') return words.tray.signingOut
  const known =
    balance === null
      ? words.tray.notRead
      : balance.invoiced
        ? words.tray.paysByInvoice
        : words.tray.and(
            words.tray.spendable(money(balance.spendableCents).text),
            words.tray.asOf(moment(balance.readAt, now)),
          )
  return session.unsaved === null ? known : words.tray.and(known, words.tray.unsaved)
}

function shortened(name: string): string {
  const points = [...name]
  const short = points.length <= longestName ? name : `${points.slice(0, longestName - 1).join('')}…`
  return rightToLeft.test(short) ? `\u2068${short}\u2069` : short
}
