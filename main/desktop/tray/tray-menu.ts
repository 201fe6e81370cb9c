/** What the tray shows: a pure function of the state, like the window. */
import { type AppState, type Balance, hasTrait, type Organisation } from '../../../preload/contract/index.ts'
import { words } from '../../../words/desktop.ts'
import { moment, money } from '../../../words/format.ts'
import { graphemes } from '../../parallel/text.ts'
import { mayRestart } from '../../state/updating.ts'
import { type Action, command, openWindow } from '../action.ts'

export type TrayIconState = 'signed-out' | 'signing-in' | 'signed-in' | 'attention' | 'offline'

export type TrayMenuItem =
  | {
      readonly kind: 'action'
      readonly text: string
      readonly enabled: boolean
      /** Run in order by a click. */
      readonly actions: readonly Action[]
    }
  | { readonly kind: 'submenu'; readonly text: string; readonly items: readonly TrayMenuItem[] }
  | { readonly kind: 'separator' }

export type TrayView = {
  readonly icon: TrayIconState
  readonly tooltip: string
  /** Text beside the icon, where the system can show it; empty for none. */
  readonly beside: string
  /** The texts are unescaped; `menuLabel` escapes them. */
  readonly menu: readonly TrayMenuItem[]
}

const maxNameLength = 40
/** A name in a right-to-left script would reorder the amount next to it. */
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const maxTooltipLines = 4
/** Windows cuts a longer tooltip, even within an amount: NOTIFYICONDATA has 128 UTF-16 units with the final zero. */
const maxTooltipLength = 127
/** How much a line of the tooltip says, the most first. */
const details = ['full', 'without-time', 'amount-only'] as const
type Detail = (typeof details)[number]
/** Limits for names, in graphemes, tried until the tooltip fits; 0 leaves the name out. */
const nameLengths = [maxNameLength, 24, 12, 6, 0]
/** A longer list moves into a submenu. */
const maxMenuLines = 10
const separator: TrayMenuItem = { kind: 'separator' }

/** @param now epoch milliseconds; decides whether a time is shown with its date */
export function trayView(state: AppState, now: number): TrayView {
  return {
    icon: iconOf(state),
    tooltip: tooltipOf(state, now),
    beside: besideOf(state),
    menu: menuOf(state, now),
  }
}

/** Escapes `&`, which marks an access key in Electron's menu labels on every system. */
export function menuLabel(text: string): string {
  return text.replaceAll('&', '&&')
}

/**
 * The worst state wins, as it lasts until the user acts. Only a running sign-in precedes it: the user started it, it
 * ends within minutes, and its code is in this menu.
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

/** The amount of the organisation that the window shows. */
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
  const maxShown = organisations.length > maxTooltipLines ? maxTooltipLines - 1 : organisations.length
  for (let shown = maxShown; shown > 0; shown -= 1) {
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
    [entry(words.tray.open, openWindow), ...updateItems(state), entry(words.tray.quit, { kind: 'quit' })],
  ].filter((group) => group.length > 0)
  return groups.flatMap((group, at) => (at === 0 ? group : [separator, ...group]))
}

function organisationItem(organisation: Organisation, now: number): TrayMenuItem {
  const show = command('organisation.show', { organisationId: organisation.id, screen: 'overview' })
  return entry(lineOf(organisation, now), show, openWindow)
}

/** A long list starts with the organisations that need attention. */
function organisationItems(organisations: readonly Organisation[], now: number): readonly TrayMenuItem[] {
  const items = (some: readonly Organisation[]) => some.map((one) => organisationItem(one, now))
  if (organisations.length <= maxMenuLines) return items(organisations)
  const others = organisations.filter((one) => !needsAttention(one))
  const first = [...organisations.filter(needsAttention), ...others].slice(0, maxMenuLines)
  const all: TrayMenuItem = {
    kind: 'submenu',
    text: words.tray.allOrganisations(organisations.length),
    items: items(organisations),
  }
  return [...items(first), all]
}

/** Stays unchanged while refreshing: on Linux an open menu closes when it changes. */
function refreshItem(organisations: readonly Organisation[]): TrayMenuItem {
  const actions = refreshActions({ organisations })
  return { kind: 'action', text: words.tray.refresh, enabled: actions.length > 0, actions }
}

/** Refreshes every organisation that is signed in. */
export function refreshActions({ organisations }: Pick<AppState, 'organisations'>): readonly Action[] {
  const refreshable = organisations.filter(({ session }) => session.kind === 'active')
  return refreshable.map(({ id }) => command('organisation.refresh', { organisationId: id }))
}

/**
 * Starts the first sign-in with the fewest permissions. With an organisation signed in already, the window asks for
 * the permissions: the new sign-in may replace one that has more. A running sign-in is shown.
 */
export function signInActions({ signIn: { kind }, organisations }: AppState): readonly Action[] {
  const isOver = kind === 'idle' || kind === 'ended'
  const isFirst = isOver && organisations.length === 0
  const signIn = isFirst ? command('sign-in.start', { permissions: [] }) : command('sign-in.show', {})
  return [signIn, openWindow]
}

function signInItems(state: AppState): readonly TrayMenuItem[] {
  const { signIn, organisations, restoring } = state
  if (restoring) return []
  const cancel = entry(words.tray.cancelSignIn, command('sign-in.cancel', {}))
  const copy = command('sign-in.copy-code', {})
  switch (signIn.kind) {
    case 'idle':
    case 'ended':
      return [
        entry(
          organisations.length > 0 ? words.tray.addOrganisation : words.tray.signIn,
          ...signInActions(state),
        ),
      ]
    case 'waiting': {
      const isForeign = signIn.foreignHost !== null
      const code = isForeign
        ? entry(words.tray.copyAndShow(signIn.userCode), copy, openWindow)
        : entry(
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

/** Also opens the window when the restart has to wait, as the window shows why. */
function updateItems(state: AppState): readonly TrayMenuItem[] {
  if (state.updates?.kind !== 'ready') return []
  const actions = [command('updates.restart', {}), ...(mayRestart(state) ? [] : [openWindow])]
  return [entry(words.tray.restartToUpdate(state.updates.version), ...actions)]
}

function entry(text: string, ...actions: readonly Action[]): TrayMenuItem {
  return { kind: 'action', text, enabled: true, actions }
}

/** "Halden Research: $184.20 spendable, as of 14:05" */
function lineOf(
  organisation: Organisation,
  now: number,
  { nameLength, detail }: { readonly nameLength: number; readonly detail: Detail } = fullLine,
): string {
  const status = statusOf(organisation, now, detail)
  return nameLength === 0 ? status : words.tray.organisation(truncated(organisation.name, nameLength), status)
}

const fullLine = { nameLength: maxNameLength, detail: 'full' } as const

function statusOf({ session, balance }: Organisation, now: number, detail: Detail): string {
  if (session.kind === 'sign-in-again') return words.tray.signInAgain
  if (session.kind === 'unreadable') return words.tray.unreadable
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

/** At most `length` graphemes, and no more than twice as many UTF-16 units. */
function truncated(name: string, length: number): string {
  const parts = [...graphemes(name)]
  let short = parts.join('')
  if (parts.length > length || short.length > 2 * length) {
    short = ''
    for (const part of parts.slice(0, length - 1)) {
      if (short.length + part.length >= 2 * length) break
      short += part
    }
    short += '…'
  }
  return rightToLeft.test(short) ? `\u2068${short}\u2069` : short
}
