/** What the tray shows: a pure function of the state, like the window. */
import { type AppState, type Balance, hasTrait, type Organisation } from '../../../preload/contract/index.ts'
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
/** Windows has room for 128 UTF-16 units with the final zero, and cuts what is longer, also within an amount. */
const maxTooltipLength = 127
/** How much is said of an organisation, the most first. */
const details = ['full', 'without-time', 'amount-only'] as const
type Detail = (typeof details)[number]
/** How long the names are, in graphemes, if the tooltip gets too long; without a name the amount alone remains. */
const nameLengths = [longestName, 24, 12, 6, 0]
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
  const mostShown = organisations.length > mostTooltipLines ? mostTooltipLines - 1 : organisations.length
  for (let shown = mostShown; shown > 0; shown -= 1) {
    for (const nameLength of nameLengths) {
      for (const detail of details) {
        const lines = organisations
          .slice(0, shown)
          .map((organisation) => lineOf(organisation, now, { nameLength, detail }))
        if (shown < organisations.length) lines.push(words.tray.more(organisations.length - shown))
        const tooltip = lines.join('\n')
        if (tooltip.length <= maxTooltipLength) return tooltip
      }
    }
  }
  return words.tray.allOrganisations(organisations.length)
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
function lineOf(
  organisation: Organisation,
  now: number,
  { nameLength, detail }: { readonly nameLength: number; readonly detail: Detail } = fullLine,
): string {
  const known = knownOf(organisation, now, detail)
  return nameLength === 0 ? known : words.tray.organisation(shortened(organisation.name, nameLength), known)
}

const fullLine = { nameLength: longestName, detail: 'full' } as const

function knownOf({ session, balance }: Organisation, now: number, detail: Detail): string {
  if (session.kind === 'sign-in-again') return words.tray.signInAgain
  if (session.kind === 'unreadable') return words.tray.keyringLocked
  if (session.kind === 'signing-out') return words.tray.signingOut
  const known =
    balance === null
      ? words.tray.notRead
      : balance.invoiced
        ? words.tray.paysByInvoice
        : spendableOf(balance, now, detail)
  return session.unsaved === null || detail !== 'full' ? known : words.tray.and(known, words.tray.unsaved)
}

function spendableOf(balance: Balance, now: number, detail: Detail): string {
  const amount = money(balance.spendableCents).text
  if (detail === 'amount-only') return amount
  const spendable = words.tray.spendable(amount)
  return detail === 'full'
    ? words.tray.and(spendable, words.tray.asOf(moment(balance.readAt, now)))
    : spendable
}

const graphemes = new Intl.Segmenter()

/** At most `length` graphemes, and no more than twice as many UTF-16 units: one grapheme may have any number of them. */
function shortened(name: string, length: number): string {
  const parts = Array.from(graphemes.segment(name), ({ segment }) => segment)
  let short = name
  if (parts.length > length || name.length > 2 * length) {
    short = ''
    for (const part of parts.slice(0, length - 1)) {
      if (short.length + part.length >= 2 * length) break
      short += part
    }
    short += '…'
  }
  return rightToLeft.test(short) ? `\u2068${short}\u2069` : short
}
