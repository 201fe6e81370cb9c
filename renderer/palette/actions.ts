/** Everything that a user can ask for now, as a list to choose from: a pure function of what is known. */
import type { AppRow, AppState, Organisation, Settings } from '../../preload/contract/index.ts'
import { money } from '../../words/format.ts'
import { laterWords, words } from '../../words/index.ts'
import { type Deed, newKey, onScreen, refresh, signInAgain, topUp } from '../deeds.ts'
import type { IconName } from '../parts/icon.tsx'
import { sections } from '../sections.ts'
import { settingSwitches } from '../settings/switches.tsx'
import type { Shortcut } from '../shortcuts.ts'

const text = words.palette

export type Action = {
  /** Tells it from all others. */
  readonly id: string
  readonly icon: IconName | { readonly monogramOf: string }
  readonly name: string
  /** Said behind the name, more quietly. */
  readonly aside?: string
  readonly shortcut?: Shortcut
  /** Listed only once it is typed for, as there may be many of its kind. */
  readonly typedOnly?: true
  readonly deed: Deed
}

export type ActionGroup = { readonly name: string; readonly actions: readonly Action[] }

/** `null` and `false` stand for what can't be done now. */
type Maybe = Action | null | false

/** @param apps of the organisation on screen, as far as they are known */
export function actionGroups(state: AppState, apps: readonly AppRow[]): readonly ActionGroup[] {
  const organisation = onScreen(state)
  const groups: readonly (readonly [string, readonly Maybe[]])[] = [
    [text.groups.signIn, signInActions(state)],
    ...(organisation
      ? ([
          [organisation.name, ofOrganisation(organisation)],
          [text.groups.go, goTo(state)],
        ] as const)
      : ([[text.groups.go, goTo(state).filter((one) => one && one.id === 'go settings')]] as const)),
    [text.groups.switch, switchTo(state, organisation)],
    ...(organisation ? ([[text.groups.keys, ofKeys(organisation, apps)]] as const) : []),
    [text.groups.session, ofSession(state, organisation)],
    [text.groups.settings, [...ofProxy(state), ...ofSettings(state, organisation), ...ofUpdates(state)]],
    [text.groups.data, ofData(organisation)],
    [text.groups.open, links()],
    [
      words.app.name,
      [action('about', 'help', laterWords.about.command, ['dialog.open', { dialog: { kind: 'about' } }])],
    ],
  ]
  return groups.flatMap(([name, maybe]) => {
    const actions = maybe.filter((one): one is Action => one !== null && one !== false)
    return actions.length > 0 ? [{ name, actions }] : []
  })
}

/** An action if there is something to do. */
function action(
  id: string,
  icon: Action['icon'],
  name: string,
  deed: Deed | null,
  more: Partial<Action> = {},
) {
  return deed && { id, icon, name, deed, ...more }
}

function signInActions({ signIn, view, organisations }: AppState): Maybe[] {
  if (signIn.kind === 'idle' || signIn.kind === 'storing') return []
  const elsewhere = view.screen !== 'sign-in' && organisations.length > 0
  const waiting = signIn.kind === 'waiting'
  return [
    elsewhere && action('show-sign-in', 'browser', text.showSignIn, ['sign-in.show', {}]),
    waiting && action('copy-code', 'copy', text.copyCode, ['sign-in.copy-code', {}]),
    waiting && action('copy-link', 'link', text.copyLink, ['sign-in.copy-link', {}]),
    // A foreign address is opened only where it is shown.
    waiting &&
      signIn.foreignHost === null &&
      action('open-browser', 'out', text.openBrowser, ['sign-in.open-browser', { allowForeignHost: false }]),
    waiting && action('check-now', 'refresh', text.checkNow, ['sign-in.try-now', {}]),
    action('cancel-sign-in', 'x', text.cancelSignIn, ['sign-in.cancel', {}]),
  ]
}

function ofOrganisation(organisation: Organisation): Maybe[] {
  const { id, balance, topUp: asked, snoozedUntil, alerts, permissions, session } = organisation
  const organisationId = id
  const spendable = balance && !balance.invoiced ? money(balance.spendableCents).text : null
  return [
    action('refresh', 'refresh', text.refresh, refresh(organisation), { shortcut: { kind: 'refresh' } }),
    action('top-up', 'card', text.topUp, topUp(organisation), { shortcut: { kind: 'top-up' } }),
    // It may charge the card after all, so it is asked where that is said.
    asked.kind === 'unknown' &&
      !asked.isRetrying &&
      action('ask-top-up', 'help', text.askTopUp(money(asked.amountCents).text), [
        'dialog.open',
        { dialog: { kind: 'top-up', organisationId } },
      ]),
    action('new-key', 'plus', text.newKey, newKey(organisation, null), { shortcut: { kind: 'new-key' } }),
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
          aside: spendable,
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

function goTo({ view }: AppState): Maybe[] {
  return sections
    .filter(({ screen }) => screen !== view.screen)
    .map(({ screen, icon }) =>
      action(`go ${screen}`, icon, words.nav[screen], ['view.show', { screen }], {
        shortcut: { kind: 'section', screen },
      }),
    )
}

function switchTo({ organisations }: AppState, current: Organisation | null): Maybe[] {
  const others = organisations.map(({ id, name, balance }, index): Maybe => {
    if (id === current?.id) return null
    const amount =
      balance === null
        ? {}
        : { aside: balance.invoiced ? words.overview.invoiceShort : money(balance.spendableCents).text }
    return action(`switch ${id}`, { monogramOf: name }, name, ['organisation.show', { organisationId: id }], {
      ...(index < 9 ? { shortcut: { kind: 'organisation', index } } : {}),
      ...amount,
    })
  })
  return [...others, action('add', 'plus', text.addOrganisation, ['sign-in.show', {}])]
}

function ofKeys(organisation: Organisation, apps: readonly AppRow[]): Maybe[] {
  if (!organisation.permissions.includes('manage') || organisation.session.kind !== 'active') return []
  const organisationId = organisation.id
  const typedOnly = true
  return apps.flatMap(({ appId, name: app, listed, keys }) => [
    listed &&
      action(`new-key-in ${appId}`, 'plus', text.newKeyIn(app), newKey(organisation, appId), { typedOnly }),
    ...keys.flatMap(({ keyId, name, standing }) => {
      const more = { aside: app, typedOnly } as const
      const dialog = (kind: 'rotate-key' | 'delete-key'): Deed => [
        'dialog.open',
        { dialog: { kind, organisationId, keyId } },
      ]
      const there = standing.kind === 'alive' || standing.kind === 'replaced'
      return [
        standing.kind === 'alive' &&
          action(`rotate ${keyId}`, 'refresh', text.rotateKey(name), dialog('rotate-key'), more),
        there && action(`delete ${keyId}`, 'trash', text.deleteKey(name), dialog('delete-key'), more),
        there &&
          action(
            `copy-id ${keyId}`,
            'copy',
            text.copyKeyId(name),
            ['keys.copy-id', { organisationId, keyId }],
            more,
          ),
        !there &&
          action(
            `forget ${keyId}`,
            'x',
            text.forgetKey(name),
            ['keys.forget', { organisationId, keyId }],
            more,
          ),
      ]
    }),
    listed &&
      action(
        `delete-app ${appId}`,
        'trash',
        text.deleteApp(app),
        ['dialog.open', { dialog: { kind: 'delete-app', organisationId, appId } }],
        { typedOnly },
      ),
  ])
}

function ofSession(state: AppState, organisation: Organisation | null): Maybe[] {
  const out = organisation && organisation.session.kind !== 'signing-out'
  return [
    organisation?.session.kind === 'unreadable' &&
      action('relaunch', 'refresh', text.relaunch, ['app.relaunch', {}]),
    organisation && action('sign-in-again', 'lock', text.signInAgain, signInAgain(organisation)),
    out &&
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

function ofProxy({ proxy }: AppState): Maybe[] {
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

function ofSettings({ settings, systemInfo: machine }: AppState, organisation: Organisation | null): Maybe[] {
  const names = laterWords.settings
  const change = (id: string, name: string, wanted: Partial<Settings>, more: Partial<Action> = {}): Maybe =>
    action(`set ${id}`, 'settings', name, ['settings.change', { change: wanted }], {
      typedOnly: true,
      ...more,
    })
  return [
    ...settingSwitches.map(({ setting, name }) =>
      change(
        setting,
        name,
        { [setting]: !settings[setting] },
        { aside: settings[setting] ? text.on : text.off },
      ),
    ),
    ...(['normal', 'slower', 'slowest'] as const)
      .filter((pace) => pace !== settings.pollInterval)
      .map((pace) => change(`pace ${pace}`, text.pace[pace], { pollInterval: pace })),
    ...(['system', 'light', 'dark'] as const)
      .filter((theme) => theme !== settings.theme)
      .map((theme) => change(`theme ${theme}`, text.theme[theme], { theme })),
    machine.platform === 'mac' &&
      change(
        'tray-title',
        names.trayTitle,
        { trayTitle: settings.trayTitle === 'balance' ? 'none' : 'balance' },
        { aside: settings.trayTitle === 'balance' ? text.on : text.off },
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
        { typedOnly: true, aside: organisation.limits.rotateAfterDays === null ? text.off : text.on },
      ),
  ]
}

function ofUpdates({ updates }: AppState): Maybe[] {
  if (updates === null) return []
  if (updates.kind === 'ready')
    return [
      action('update-restart', 'refresh', words.updates.restartTo(updates.version), ['updates.restart', {}]),
    ]
  const isUnderWay = updates.kind === 'checking' || updates.kind === 'downloading'
  return [
    !isUnderWay &&
      action('update-check', 'refresh', words.updates.checkFor, ['updates.check', {}], { typedOnly: true }),
  ]
}

function ofData(organisation: Organisation | null): Maybe[] {
  const history = organisation && organisation.history.readings > 0 ? organisation.id : null
  return [
    history !== null &&
      action('csv', 'save', text.exportCsv, ['history.export', { organisationId: history, format: 'csv' }]),
    history !== null &&
      action('json', 'save', text.exportJson, [
        'history.export',
        { organisationId: history, format: 'json' },
      ]),
    action('export', 'save', text.exportAll, ['data.export', {}]),
    action('import', 'file', text.importAll, ['data.import', {}]),
    action('diagnostics', 'file', laterWords.diagnostics.inPalette, [
      'dialog.open',
      { dialog: { kind: 'diagnostics' } },
    ]),
    action('reset', 'trash', text.reset, ['dialog.open', { dialog: { kind: 'reset' } }]),
  ]
}

function links(): Maybe[] {
  return (['billing', 'console', 'status', 'docs'] as const).map((destination) =>
    action(`open ${destination}`, 'out', text[destination], ['link.open', { destination }]),
  )
}
