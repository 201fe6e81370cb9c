/** The tray's view, as a pure function of the state. */
import {
  type AppState,
  attentionOf,
  byUrgency,
  canTopUp,
  hasTrait,
  isRunningLow,
  type Organisation,
  runsOutAt,
} from '../../../preload/contract/index.ts'
import { words } from '../../../words/desktop.ts'
import { moment, money } from '../../../words/format.ts'
import { dayMs } from '../../calendar.ts'
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
/** The levels of detail of a tooltip line. */
const details = ['full', 'amount-only'] as const
type Detail = (typeof details)[number]
/** Limits for names, in graphemes, tried until the tooltip fits; 0 leaves the name out. */
const nameLengths = [maxNameLength, 24, 12, 6, 0]
/** A longer list moves into a submenu. */
const maxMenuLines = 10
const maxTopUps = 3
/** A longer forecast isn't shown. */
const maxDaysNamed = 60
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
  if (
    organisations.some((one) => attentionOf(one) !== null) ||
    notices.some((notice) => notice.kind === 'storage')
  )
    return 'attention'
  if (organisations.some(({ trouble }) => trouble !== null && hasTrait(trouble.failure, 'network')))
    return 'offline'
  return organisations.length > 0 ? 'signed-in' : 'signed-out'
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
  const urgentFirst = [...organisations].sort(byUrgency)
  const maxShown = organisations.length > maxTooltipLines ? maxTooltipLines - 1 : organisations.length
  const asOf = readingTime(organisations, now)
  for (let shown = maxShown; shown > 0; shown -= 1) {
    for (const nameLength of nameLengths) {
      for (const detail of details) {
        const lines = urgentFirst
          .slice(0, shown)
          .map((organisation) => lineOf(organisation, now, { nameLength, detail }))
        if (shown < organisations.length) lines.push(words.tray.more(organisations.length - shown))
        const tooltip = lines.join('\n')
        if (tooltip.length > maxTooltipLength) continue
        const withTime = asOf === null ? tooltip : `${tooltip}\n${asOf}`
        return withTime.length > maxTooltipLength ? tooltip : withTime
      }
    }
  }
  return words.tray.allOrganisations(organisations.length)
}

function menuOf(state: AppState, now: number): readonly TrayMenuItem[] {
  const { organisations } = state
  const groups = [
    organisationItems(organisations, now),
    topUpItems(organisations),
    [...(organisations.length > 0 ? [refreshItem(organisations)] : []), ...signInItems(state)],
    [entry(words.tray.open, openWindow), ...updateItems(state), entry(words.tray.quit, { kind: 'quit' })],
  ].filter((group) => group.length > 0)
  return groups.flatMap((group, at) => (at === 0 ? group : [separator, ...group]))
}

function organisationItem(organisation: Organisation, now: number): TrayMenuItem {
  const show = command('organisation.show', { organisationId: organisation.id, screen: 'overview' })
  return entry(lineOf(organisation, now), show, openWindow)
}

/** The most urgent first; of a long list the first ones, and all in a submenu. Ends with the time of the readings. */
function organisationItems(organisations: readonly Organisation[], now: number): readonly TrayMenuItem[] {
  const items = [...organisations].sort(byUrgency).map((one) => organisationItem(one, now))
  const all: TrayMenuItem = {
    kind: 'submenu',
    text: words.tray.allOrganisations(organisations.length),
    items,
  }
  const asOf = readingTime(organisations, now)
  return [
    ...(items.length > maxMenuLines ? [...items.slice(0, maxMenuLines), all] : items),
    ...(asOf === null ? [] : [{ kind: 'action', text: asOf, enabled: false, actions: [] } as const]),
  ]
}

/** Opens the dialog that asks for amount and confirmation, never more. */
function topUpItems(organisations: readonly Organisation[]): readonly TrayMenuItem[] {
  return organisations
    .filter((one) => isRunningLow(one) && canTopUp(one))
    .sort(byUrgency)
    .slice(0, maxTopUps)
    .map(({ id: organisationId, name, permissions }) => {
      const dialog = permissions.includes('add-money')
        ? ({ kind: 'top-up', organisationId } as const)
        : ({ kind: 'allow', organisationId, permission: 'add-money' } as const)
      const text = words.tray.topUp(truncated(name, maxNameLength))
      return entry(text, command('dialog.open', { dialog }), openWindow)
    })
}

/** When the amounts were read, once for all: the oldest reading of those that are being refreshed, or else of all. */
function readingTime(organisations: readonly Organisation[], now: number): string | null {
  const read = organisations.filter(
    ({ balance, session }) =>
      balance !== null && !balance.invoiced && (session.kind === 'active' || session.kind === 'unreadable'),
  )
  const refreshed = read.filter(({ session, trouble }) => session.kind === 'active' && trouble === null)
  const times = (refreshed.length > 0 ? refreshed : read).flatMap(({ balance }) => balance?.readAt ?? [])
  return times.length === 0 ? null : words.tray.asOf(moment(Math.min(...times), now))
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

/** "Brightwater Labs: $3.50 · low, less than a day" */
function lineOf(
  organisation: Organisation,
  now: number,
  { nameLength, detail }: { readonly nameLength: number; readonly detail: Detail } = fullLine,
): string {
  const status = statusOf(organisation, now, detail)
  return nameLength === 0 ? status : words.tray.organisation(truncated(organisation.name, nameLength), status)
}

const fullLine = { nameLength: maxNameLength, detail: 'full' } as const

/** The amount, and why the organisation needs attention. */
function statusOf(organisation: Organisation, now: number, detail: Detail): string {
  const { session, balance } = organisation
  if (session.kind === 'sign-in-again') return words.tray.signInAgain
  if (session.kind === 'signing-out') return words.tray.signingOut
  const reason = reasonOf(organisation, now)
  if (balance === null) return session.kind === 'unreadable' && reason !== null ? reason : words.tray.notRead
  const known = balance.invoiced ? words.tray.paysByInvoice : money(balance.spendableCents).text
  return reason === null || detail === 'amount-only' ? known : words.tray.because(known, reason)
}

function reasonOf(organisation: Organisation, now: number): string | null {
  const { trouble } = organisation
  switch (attentionOf(organisation)) {
    case 'sign-in-again':
      return words.tray.signInAgain
    case 'unreadable':
      return words.tray.unreadable
    case 'unsaved':
      return words.tray.unsaved
    case 'top-up-unknown':
      return words.tray.topUpUnknown
    case 'spending':
      return words.tray.spendsFast
    case 'spendable':
      return joined(words.tray.low, timeLeft(organisation, now))
    case 'days-left':
      return timeLeft(organisation, now) ?? words.tray.low
    case null:
      return trouble !== null && hasTrait(trouble.failure, 'network') ? words.tray.offline : null
  }
}

function joined(reason: string, more: string | null): string {
  return more === null ? reason : words.tray.and(reason, more)
}

/** Null where a forecast is missing, or too long to matter. */
function timeLeft(organisation: Organisation, now: number): string | null {
  const at = runsOutAt(organisation)
  if (at === null) return null
  if (at === 0) return words.tray.nothingLeft
  const days = (at - now) / dayMs
  if (days < 1) return words.tray.lessThanADay
  return days > maxDaysNamed ? null : words.time.days(Math.round(days))
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
