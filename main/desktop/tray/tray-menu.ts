/** What the tray shows: a pure function of the state, like the window. */
import { type AppState, hasTrait, type Organisation } from '../../../preload/contract/index.ts'
import { words } from '../../../words/desktop.ts'
import { moment, money } from '../../../words/format.ts'
import { mayRestart } from '../../state/updating.ts'
import { command, type Deed, openWindow } from '../deed.ts'

export type TrayIconState = 'signed-out' | 'signing-in' | 'signed-in' | 'attention' | 'offline'

export type TrayMenuItem =
  | {
      readonly kind: 'action'
      readonly text: string
      readonly enabled: boolean
      /** What a click does, in order. */
      readonly deeds: readonly Deed[]
    }
  | { readonly kind: 'submenu'; readonly text: string; readonly items: readonly TrayMenuItem[] }
  | { readonly kind: 'separator' }

export type TrayView = {
  readonly icon: TrayIconState
  readonly tooltip: string
  /** What stands beside the icon where the system can show text there; empty: nothing. */
  readonly beside: string
  /** Texts are for people: `menuLabel` makes labels of them. */
  readonly menu: readonly TrayMenuItem[]
}

const longestName = 40
/** Names in scripts that run from right to left would turn the amount beside them round. */
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const mostTooltipLines = 4
/** As many as the eye takes in; all of them are one level below. */
const mostMenuLines = 10
const separator: TrayMenuItem = { kind: 'separator' }

/** @param now epoch milliseconds; only decides between time and date */
export function trayView(state: AppState, now: number): TrayView {
  return {
    icon: iconOf(state),
    tooltip: tooltipOf(state, now),
    beside: besideOf(state),
    menu: menuOf(state, now),
  }
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
  if (signIn.kind === 'waiting' && signIn.trouble !== null && hasTrait(signIn.trouble, 'network'))
    return 'offline'
  if (isSigningIn) return 'signing-in'
  if (organisations.some(needsAttention) || notices.some((notice) => notice.kind === 'storage'))
    return 'attention'
  if (organisations.some(({ trouble }) => trouble !== null && hasTrait(trouble.failure, 'network')))
    return 'offline'
  return organisations.length > 0 ? 'signed-in' : 'signed-out'
}

function needsAttention({ session, alerts, topUp }: Organisation): boolean {
  if (alerts.length > 0 || topUp.kind === 'unknown') return true
  if (session.kind === 'active') return session.unsaved !== null
  return session.kind === 'sign-in-again' || session.kind === 'unreadable'
}

/** The amount of the organisation on screen: whoever looks there last wants that one. */
function besideOf({ settings, view, organisations }: AppState): string {
  if (settings.trayTitle === 'none') return ''
  const shown = organisations.find(({ id }) => id === view.organisationId) ?? organisations[0]
  const balance = shown?.balance ?? null
  return balance === null || balance.invoiced ? '' : money(balance.spendableCents).text
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
    organisationItems(organisations, now),
    [...(organisations.length > 0 ? [refreshItem(organisations)] : []), ...signInItems(state)],
    [action(words.tray.open, openWindow), ...updateItems(state), action(words.tray.quit, { kind: 'quit' })],
  ].filter((group) => group.length > 0)
  return groups.flatMap((group, at) => (at === 0 ? group : [separator, ...group]))
}

function organisationItem(organisation: Organisation, now: number): TrayMenuItem {
  const show = command('organisation.show', { organisationId: organisation.id, screen: 'overview' })
  return action(lineOf(organisation, now), show, openWindow)
}

/** A long list begins with those that somebody has to look at. */
function organisationItems(organisations: readonly Organisation[], now: number): readonly TrayMenuItem[] {
  const items = (some: readonly Organisation[]) => some.map((one) => organisationItem(one, now))
  if (organisations.length <= mostMenuLines) return items(organisations)
  const calm = organisations.filter((one) => !needsAttention(one))
  const first = [...organisations.filter(needsAttention), ...calm].slice(0, mostMenuLines)
  const all: TrayMenuItem = {
    kind: 'submenu',
    text: words.tray.allOrganisations(organisations.length),
    items: items(organisations),
  }
  return [...items(first), all]
}

/** Stays as it is while refreshing: on Linux a menu that changes while it is open closes. */
function refreshItem(organisations: readonly Organisation[]): TrayMenuItem {
  const deeds = refreshDeeds({ organisations })
  return { kind: 'action', text: words.tray.refresh, enabled: deeds.length > 0, deeds }
}

/** Reads every balance that can be read now. */
export function refreshDeeds({ organisations }: Pick<AppState, 'organisations'>): readonly Deed[] {
  const refreshable = organisations.filter(({ session }) => session.kind === 'active')
  return refreshable.map(({ id }) => command('organisation.refresh', { organisationId: id }))
}

/**
 * Signs the first organisation in, with as little allowed as possible; for another one the window asks how much, as
 * it may be one of those that are signed in with more. What is under way is shown.
 */
export function signInDeeds({ signIn, organisations }: AppState): readonly Deed[] {
  const isOver = signIn.kind === 'idle' || signIn.kind === 'ended'
  const isFirst = isOver && organisations.length === 0
  const deed = isFirst ? command('sign-in.start', { permissions: [] }) : command('sign-in.show', {})
  return [deed, openWindow]
}

function signInItems(state: AppState): readonly TrayMenuItem[] {
  const { signIn, organisations, restoring } = state
  if (restoring) return []
  const cancel = action(words.tray.cancelSignIn, command('sign-in.cancel', {}))
  const copy = command('sign-in.copy-code', {})
  switch (signIn.kind) {
    case 'idle':
    case 'ended':
      return [
        action(
          organisations.length > 0 ? words.tray.addOrganisation : words.tray.signIn,
          ...signInDeeds(state),
        ),
      ]
    case 'waiting': {
      const isForeign = signIn.foreignHost !== null
      const code = isForeign
        ? action(words.tray.copyAndShow(signIn.userCode), copy, openWindow)
        : action(
            words.tray.copyAndOpen(signIn.userCode),
            copy,
            command('sign-in.open-browser', { allowForeignHost: false }),
          )
      return [code, cancel]
    }
    case 'consent':
    case 'starting':
      return [cancel]
    case 'storing':
      return []
  }
}

/** What can't be done now is said in the window, so that is shown too. */
function updateItems(state: AppState): readonly TrayMenuItem[] {
  if (state.updates?.kind !== 'ready') return []
  const deeds = [command('updates.restart', {}), ...(mayRestart(state) ? [] : [openWindow])]
  return [action(words.tray.restartToUpdate(state.updates.version), ...deeds)]
}

function action(text: string, ...deeds: readonly Deed[]): TrayMenuItem {
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
