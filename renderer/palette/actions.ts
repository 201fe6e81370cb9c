/** The actions that the palette offers in a given state. */
import type { AppRow, AppState, KeyRow, Organisation, Settings } from '../../preload/contract/index.ts'
import { money } from '../../words/format.ts'
import { laterWords, words } from '../../words/index.ts'
import {
  type Command,
  currentOrganisation,
  newKeyCommand,
  refreshAllCommand,
  refreshCommand,
  signInAgainCommand,
  topUpCommand,
} from '../commands.ts'
import type { IconName } from '../parts/icon.tsx'
import { sections } from '../sections.ts'
import { settingSwitches } from '../settings/switch-rows.tsx'
import type { Shortcut } from '../shortcuts.ts'

const text = words.palette

type Entry = {
  /** Unique among all actions. */
  readonly id: string
  readonly icon: IconName | { readonly monogram: string }
  readonly name: string
  /** Secondary text behind the name. */
  readonly detail?: string
  readonly shortcut?: Shortcut
  /** Hidden until the user types: there may be many of the kind. */
  readonly typedOnly?: true
  /** In the colour of destructive actions. */
  readonly isDanger?: true
}

export type CommandAction = Entry & { readonly command: Command }
/** Opens a list of actions, such as those of a key. */
export type ActionList = Entry & { readonly actions: readonly CommandAction[] }
export type Action = CommandAction | ActionList

export type ActionGroup = { readonly name: string; readonly actions: readonly Action[] }

/** null or false: not available now. */
type MaybeAction = Action | null | false

/**
 * Returns the available actions by group, in the order of the palette.
 * @param apps the apps of the organisation on screen; empty if unknown
 */
export function actionGroups(state: AppState, apps: readonly AppRow[]): readonly ActionGroup[] {
  const organisation = currentOrganisation(state)
  const groups: readonly (readonly [string, readonly MaybeAction[]])[] = [
    [text.groups.signIn, signInActions(state)],
    [words.overview.allOrganisations, refreshAllActions(state)],
    ...(organisation
      ? ([
          [organisation.name, organisationActions(organisation)],
          [text.groups.go, navigationActions(state)],
        ] as const)
      : ([
          [
            text.groups.go,
            navigationActions(state).filter((candidate) => candidate && candidate.id === 'go settings'),
          ],
        ] as const)),
    [text.groups.switch, switchActions(state, organisation)],
    ...(organisation ? ([[text.groups.keys, keyActions(organisation, apps)]] as const) : []),
    [text.groups.session, sessionActions(state, organisation)],
    [
      text.groups.settings,
      [...proxyActions(state), ...settingActions(state, organisation), ...updateActions(state)],
    ],
    [text.groups.data, dataActions(state, organisation)],
    [text.groups.open, linkActions()],
    [
      words.app.name,
      [action('about', 'help', laterWords.about.command, ['dialog.open', { dialog: { kind: 'about' } }])],
    ],
  ]
  return groups.flatMap(([name, candidates]) => {
    const actions = candidates.filter(isAvailable)
    return actions.length > 0 ? [{ name, actions }] : []
  })
}

/** Returns null if there is no command. */
function action(
  id: string,
  icon: Action['icon'],
  name: string,
  command: Command | null,
  options: Partial<Entry> = {},
): CommandAction | null {
  return command && { id, icon, name, command, ...options }
}

function signInActions({ signIn, view, organisations }: AppState): MaybeAction[] {
  if (signIn.kind === 'idle' || signIn.kind === 'storing') return []
  const isElsewhere = view.screen !== 'sign-in' && organisations.length > 0
  const isWaiting = signIn.kind === 'waiting'
  return [
    isElsewhere && action('show-sign-in', 'browser', text.showSignIn, ['sign-in.show', {}]),
    isWaiting && action('copy-code', 'copy', text.copyCode, ['sign-in.copy-code', {}]),
    isWaiting && action('copy-link', 'link', text.copyLink, ['sign-in.copy-link', {}]),
    // The approval screen asks before it opens an address outside the platform's domain.
    isWaiting &&
      signIn.foreignHost === null &&
      action('open-browser', 'out', text.openBrowser, ['sign-in.open-browser', { allowForeignHost: false }]),
    isWaiting && action('check-now', 'refresh', text.checkNow, ['sign-in.try-now', {}]),
    action('cancel-sign-in', 'x', text.cancelSignIn, ['sign-in.cancel', {}]),
  ]
}

function organisationActions(organisation: Organisation): MaybeAction[] {
  const { id, balance, topUp, snoozedUntil, alerts, permissions, session } = organisation
  const organisationId = id
  const spendable = balance && !balance.invoiced ? money(balance.spendableCents).text : null
  return [
    action('refresh', 'refresh', text.refresh, refreshCommand(organisation), {
      shortcut: { kind: 'refresh' },
    }),
    action('top-up', 'card', text.topUp, topUpCommand(organisation), { shortcut: { kind: 'top-up' } }),
    // A repeated request may charge the card, which the dialog explains.
    topUp.kind === 'unknown' &&
      !topUp.isRetrying &&
      action('ask-top-up', 'help', text.askTopUp(money(topUp.amountCents).text), [
        'dialog.open',
        { dialog: { kind: 'top-up', organisationId } },
      ]),
    action('new-key', 'plus', text.newKey, newKeyCommand(organisation, null), {
      shortcut: { kind: 'new-key' },
    }),
    session.kind === 'active' &&
      action(
        'new-app',
        'app',
        text.newApp,
        permissions.includes('manage')
          ? ['dialog.open', { dialog: { kind: 'new-app', organisationId } }]
          : ['dialog.open', { dialog: { kind: 'allow', organisationId, permission: 'manage' } }],
      ),
    spendable !== null &&
      action(
        'copy-spendable',
        'copy',
        text.copySpendable,
        ['organisation.copy-spendable', { organisationId }],
        {
          detail: spendable,
        },
      ),
    snoozedUntil === null &&
      alerts.length > 0 &&
      action('quiet', 'deny', text.notToday, ['organisation.snooze', { organisationId, snoozed: true }]),
    snoozedUntil !== null &&
      action('loud', 'warn', text.noticesAgain, ['organisation.snooze', { organisationId, snoozed: false }]),
    session.kind === 'active' &&
      action('refresh-apps', 'refresh', text.refreshApps, ['keys.refresh', { organisationId }], {
        typedOnly: true,
      }),
  ]
}

function refreshAllActions(state: AppState): MaybeAction[] {
  return [
    action('refresh-all', 'refresh', words.overview.refreshAll, refreshAllCommand(state), {
      shortcut: { kind: 'refresh' },
    }),
  ]
}

function navigationActions({ view }: AppState): MaybeAction[] {
  return sections
    .filter(({ screen }) => screen !== view.screen)
    .map(({ screen, icon }) =>
      action(`go ${screen}`, icon, words.nav[screen], ['view.show', { screen }], {
        shortcut: { kind: 'section', screen },
      }),
    )
}

function switchActions({ organisations, view }: AppState, current: Organisation | null): MaybeAction[] {
  const others = organisations.map(({ id, name, balance }, index): MaybeAction => {
    if (id === current?.id) return null
    const amount =
      balance === null
        ? {}
        : { detail: balance.invoiced ? words.overview.invoiceShort : money(balance.spendableCents).text }
    return action(`switch ${id}`, { monogram: name }, name, ['organisation.show', { organisationId: id }], {
      ...(index < 9 ? { shortcut: { kind: 'organisation', index } } : {}),
      ...amount,
    })
  })
  const all =
    organisations.length > 1 &&
    view.screen !== 'all' &&
    action('all', 'all', words.overview.allOrganisations, ['view.show', { screen: 'all' }], {
      shortcut: { kind: 'all' },
    })
  return [all, ...others, action('add', 'plus', text.addOrganisation, ['sign-in.show', {}])]
}

/** One row for each key and each app; its actions are those of its menu. */
function keyActions(organisation: Organisation, apps: readonly AppRow[]): MaybeAction[] {
  if (!organisation.permissions.includes('manage') || organisation.session.kind !== 'active') return []
  return apps.flatMap((app) => [
    ...app.keys.map((row) => keyEntry(organisation.id, app, row)),
    app.listed && appEntry(organisation, app),
  ])
}

const menu = laterWords.keys.menu

function keyEntry(organisationId: string, app: AppRow, { keyId, name, status }: KeyRow): ActionList {
  const dialog = (kind: 'rotate-key' | 'delete-key'): Command => [
    'dialog.open',
    { dialog: { kind, organisationId, keyId } },
  ]
  const isUsable = status.kind === 'alive' || status.kind === 'replaced'
  const actions = [
    status.kind === 'alive' && action(`rotate ${keyId}`, 'rotate', menu.rotate, dialog('rotate-key')),
    isUsable && action(`copy-id ${keyId}`, 'copy', menu.copyId, ['keys.copy-id', { organisationId, keyId }]),
    action(`console ${keyId}`, 'out', menu.console, openConsole),
    isUsable && action(`delete ${keyId}`, 'trash', menu.delete, dialog('delete-key'), { isDanger: true }),
    !isUsable && action(`forget ${keyId}`, 'x', menu.forget, ['keys.forget', { organisationId, keyId }]),
  ].filter(isAvailable)
  return { id: `key ${keyId}`, icon: 'key', name, detail: app.name, typedOnly: true, actions }
}

function appEntry(organisation: Organisation, { appId, name }: AppRow): ActionList {
  const dialog = { kind: 'delete-app', organisationId: organisation.id, appId } as const
  const actions = [
    action(`new-key-in ${appId}`, 'plus', text.newKey, newKeyCommand(organisation, appId)),
    action(`console ${appId}`, 'out', menu.console, openConsole),
    action(`delete-app ${appId}`, 'trash', menu.deleteApp, ['dialog.open', { dialog }], { isDanger: true }),
  ].filter(isAvailable)
  return { id: `app ${appId}`, icon: 'app', name, typedOnly: true, actions }
}

const openConsole: Command = ['link.open', { destination: 'console' }]

function isAvailable<A extends Action>(candidate: A | null | false): candidate is A {
  return candidate !== null && candidate !== false
}

function sessionActions(state: AppState, organisation: Organisation | null): MaybeAction[] {
  const canSignOut = organisation && organisation.session.kind !== 'signing-out'
  return [
    organisation?.session.kind === 'unreadable' &&
      action('relaunch', 'refresh', text.relaunch, ['app.relaunch', {}]),
    organisation && action('sign-in-again', 'lock', text.signInAgain, signInAgainCommand(organisation)),
    canSignOut &&
      action('sign-out', 'leave', text.signOut, [
        'dialog.open',
        { dialog: { kind: 'sign-out', organisationId: organisation.id } },
      ]),
    state.organisations.length > 1 &&
      action('sign-out-everywhere', 'leave', text.signOutEverywhere, [
        'dialog.open',
        { dialog: { kind: 'sign-out-everywhere' } },
      ]),
    state.pendingSignOuts.length > 0 &&
      action('try-pending', 'refresh', text.tryPending, ['sign-out.try-now', {}]),
    action('keeping', 'lock', text.keeping, ['dialog.open', { dialog: { kind: 'keeping' } }]),
  ]
}

function proxyActions({ proxy }: AppState): MaybeAction[] {
  return [
    proxy.challenge !== null &&
      action('proxy', 'lock', laterWords.proxy.palette.enter, [
        'dialog.open',
        { dialog: { kind: 'proxy-password' } },
      ]),
    ...proxy.saved.map(({ id, proxy }) =>
      action(`forget-proxy ${id}`, 'x', laterWords.proxy.palette.forget(proxy), ['proxy.forget', { id }], {
        typedOnly: true,
      }),
    ),
  ]
}

function settingActions(
  { settings, systemInfo }: AppState,
  organisation: Organisation | null,
): MaybeAction[] {
  const names = laterWords.settings
  const change = (
    id: string,
    name: string,
    values: Partial<Settings>,
    options: Partial<Entry> = {},
  ): MaybeAction =>
    action(`set ${id}`, 'settings', name, ['settings.change', { change: values }], {
      typedOnly: true,
      ...options,
    })
  return [
    ...settingSwitches.map(({ setting, name }) =>
      change(
        setting,
        name,
        { [setting]: !settings[setting] },
        { detail: settings[setting] ? text.on : text.off },
      ),
    ),
    ...(['normal', 'slower', 'slowest'] as const)
      .filter((pace) => pace !== settings.pollInterval)
      .map((pace) => change(`pace ${pace}`, text.pace[pace], { pollInterval: pace })),
    ...(['system', 'light', 'dark'] as const)
      .filter((theme) => theme !== settings.theme)
      .map((theme) => change(`theme ${theme}`, text.theme[theme], { theme })),
    systemInfo.platform === 'mac' &&
      change(
        'tray-title',
        names.trayTitle,
        { trayTitle: settings.trayTitle === 'balance' ? 'none' : 'balance' },
        { detail: settings.trayTitle === 'balance' ? text.on : text.off },
      ),
    organisation &&
      action(
        'set rotate',
        'settings',
        names.rotate,
        [
          'limits.change',
          {
            organisationId: organisation.id,
            change: { rotateAfterDays: organisation.limits.rotateAfterDays === null ? 90 : null },
          },
        ],
        { typedOnly: true, detail: organisation.limits.rotateAfterDays === null ? text.off : text.on },
      ),
  ]
}

function updateActions({ updates }: AppState): MaybeAction[] {
  if (updates === null) return []
  if (updates.kind === 'ready')
    return [
      action('update-restart', 'refresh', words.updates.restartTo(updates.version), ['updates.restart', {}]),
    ]
  const isInProgress = updates.kind === 'checking' || updates.kind === 'downloading'
  return [
    !isInProgress &&
      action('update-check', 'refresh', words.updates.checkFor, ['updates.check', {}], { typedOnly: true }),
  ]
}

function dataActions({ organisations }: AppState, organisation: Organisation | null): MaybeAction[] {
  const organisationId = organisation && organisation.history.readings > 0 ? organisation.id : null
  return [
    organisationId !== null &&
      action('csv', 'save', text.exportCsv, ['history.export', { organisationId, format: 'csv' }]),
    organisationId !== null &&
      action('json', 'save', text.exportJson, ['history.export', { organisationId, format: 'json' }]),
    organisations.length > 1 &&
      action('table', 'save', laterWords.allOrganisations.exportTable, ['organisations.export', {}]),
    action('export', 'save', text.exportAll, ['data.export', {}]),
    action('import', 'file', text.importAll, ['data.import', {}]),
    action('diagnostics', 'file', laterWords.diagnostics.inPalette, [
      'dialog.open',
      { dialog: { kind: 'diagnostics' } },
    ]),
    action('reset', 'trash', text.reset, ['dialog.open', { dialog: { kind: 'reset' } }]),
  ]
}

function linkActions(): MaybeAction[] {
  return (['billing', 'console', 'status', 'docs'] as const).map((destination) =>
    action(`open ${destination}`, 'out', text[destination], ['link.open', { destination }]),
  )
}
