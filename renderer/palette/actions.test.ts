import { describe, expect, test } from 'vitest'
import {
  type AppRow,
  type AppState,
  type CommandName,
  commandArguments,
  type Organisation,
  type SignIn,
} from '../../preload/contract/index.ts'
import { sampleNow, sampleOrganisation, sampleState } from '../../preload/testing/samples.ts'
import { actionGroups, type CommandAction } from './actions.ts'
import { filterActions } from './filter-actions.ts'

const failure = { kind: 'offline', message: '', retryable: true } as const
const everything = { permissions: ['see', 'manage', 'add-money'] } as const

function state(change: Partial<Organisation> = {}, more: Partial<AppState> = {}): AppState {
  return sampleState({
    organisations: [
      sampleOrganisation({
        ...everything,
        balance: { creditCents: 500, heldCents: 0, spendableCents: 500, invoiced: false, readAt: sampleNow },
        ...change,
      }),
      sampleOrganisation({ id: 'org_2', name: 'Tomás Okafor' }),
    ],
    view: { screen: 'overview', organisationId: 'org_1', dialog: null },
    ...more,
  })
}

const key = { masked: null, createdAt: 0, createdBy: null, rotateDue: false, imported: null } as const
const apps: readonly AppRow[] = [
  {
    appId: 'app_1',
    name: 'web-monitor',
    listed: true,
    keys: [
      { ...key, keyId: 'k1', name: 'ci', status: { kind: 'alive' } },
      { ...key, keyId: 'k2', name: 'old', status: { kind: 'deleted-elsewhere' } },
    ],
  },
]

const waiting: SignIn = {
  kind: 'waiting',
  userCode: 'BCDF-GHJK',
  verificationUri: 'https://example.com',
  verificationUriComplete: 'https://example.com',
  foreignHost: null,
  permissions: ['see'],
  startedAt: 0,
  expiresAt: 0,
  lastCheckedAt: null,
  nextCheckAt: 0,
  trouble: null,
  browserOpened: true,
  browserFailed: false,
}

const rowsIn = (current: AppState) => actionGroups(current, apps).flatMap(({ actions }) => actions)
/** Those within lists, too. */
const actionsIn = (current: AppState): readonly CommandAction[] =>
  rowsIn(current).flatMap((row) => ('actions' in row ? row.actions : [row]))
const names = (current: AppState) => actionsIn(current).map(({ name }) => name)

/** States that together offer every action. */
const states = [
  state(),
  state({
    history: { ...sampleOrganisation().history, readings: 3 },
    alerts: [{ kind: 'spendable', since: 0 }],
    topUp: { kind: 'unknown', amountCents: 5000, askedAt: 0, isRetrying: false, autoRetry: null, failure },
  }),
  state({ session: { kind: 'unreadable', since: 0 } }),
  state({}, { updates: { kind: 'idle', checkedAt: null } }),
  state({}, { updates: { kind: 'ready', version: '0.2.0' } }),
  state({}, { signIn: waiting }),
  state({}, { view: { screen: 'all', organisationId: 'org_1', dialog: null } }),
  state(
    {},
    {
      proxy: {
        challenge: { id: 1, proxy: 'a:1', realm: '', username: null, refused: false, keeping: null },
        saved: [{ id: 2, proxy: 'b:1', username: 'ada', keeping: 'memory' }],
      },
      pendingSignOuts: [
        { organisationId: 'org_3', organisationName: 'Lund', since: 0, until: null, nextTryAt: null },
      ],
    },
  ),
]

/** Commands that aren't in the palette, and what runs them. */
const elsewhere: Partial<Record<CommandName, string>> = {
  hello: 'the window itself',
  'view.rendered': 'the window itself',
  'view.visible': 'the window itself',
  'view.typing': 'the window itself',
  'history.read': 'drawing the activity',
  'keys.read': 'drawing apps and keys',
  'about.read': 'dialog about',
  'dialog.close': 'every dialog',
  'sign-in.keep': 'the question where to keep the sign-in',
  'organisation.dismiss-arrival': 'its strip',
  'notice.dismiss': 'its strip',
  'toast.dismiss': 'its toast',
  'organisation.sign-out': 'dialog sign-out',
  'sign-out.everywhere': 'dialog sign-out-everywhere',
  'top-up.start': 'dialog top-up',
  'top-up.retry': 'dialog top-up',
  'top-up.dismiss': 'dialog top-up',
  'apps.create': 'dialog new-app',
  'apps.delete': 'dialog delete-app',
  'keys.create': 'dialog new-key',
  'keys.delete': 'dialog delete-key',
  'keys.rotate': 'dialog rotate-key',
  'keys.dismiss-failure': 'the note on apps and keys',
  'keys.restore': 'its toast',
  'updates.copy-command': 'the settings, and its strip',
  'secret.copy': 'the secret, which lies over everything',
  'secret.reveal': 'the secret, which lies over everything',
  'secret.save': 'the secret, which lies over everything',
  'secret.done': 'the secret, which lies over everything',
  'secret.discard': 'the secret, which lies over everything',
  'diagnostics.read': 'drawing the diagnostics',
  'diagnostics.check': 'dialog diagnostics',
  'diagnostics.copy': 'dialog diagnostics',
  'diagnostics.export': 'dialog diagnostics',
  'import.read': 'drawing the dialog import',
  'data.import-now': 'dialog import',
  'proxy.sign-in': 'dialog proxy-password',
  'app.reset': 'dialog reset',
  'app.quit': 'dialog quit',
}

describe('coverage of the commands', () => {
  const given = new Set(states.flatMap((current) => actionsIn(current).map(({ command }) => command[0])))

  test.each(Object.keys(commandArguments) as CommandName[])('%s', (command) => {
    expect(given.has(command)).toBe(elsewhere[command] === undefined)
  })

  test('offers the dialogs that run the other commands', () => {
    const opened = states.flatMap((current) =>
      actionsIn(current).flatMap(({ command }) =>
        command[0] === 'dialog.open' ? [command[1].dialog.kind] : [],
      ),
    )
    // Only main opens these two.
    const wanted = Object.values(elsewhere).flatMap((where) => /^dialog (.+)$/.exec(where)?.[1] ?? [])
    expect(new Set(wanted.filter((kind) => kind !== 'import' && kind !== 'quit'))).toEqual(
      new Set(wanted.filter((kind) => (opened as string[]).includes(kind))),
    )
  })

  test('offers every link and screen', () => {
    const all = states.flatMap((current) => actionsIn(current).map(({ command }) => command))
    const links = all.flatMap((command) => (command[0] === 'link.open' ? [command[1].destination] : []))
    expect(new Set(links)).toEqual(new Set(['billing', 'console', 'status', 'docs']))
    const screens = all.flatMap((command) => (command[0] === 'view.show' ? [command[1].screen] : []))
    expect(new Set(screens)).toEqual(new Set(['all', 'keys', 'activity', 'session', 'settings']))
  })
})

test('ids are unique', () => {
  for (const candidate of states) {
    const ids = [...rowsIn(candidate).filter((row) => 'actions' in row), ...actionsIn(candidate)].map(
      ({ id }) => id,
    )
    expect(ids).toEqual([...new Set(ids)])
  }
})

test('charging, deleting and signing out always take a dialog', () => {
  const careful: readonly CommandName[] = [
    'top-up.start',
    'top-up.retry',
    'keys.delete',
    'keys.rotate',
    'apps.delete',
    'organisation.sign-out',
    'sign-out.everywhere',
    'app.reset',
    'app.quit',
  ]
  for (const candidate of states)
    for (const { command } of actionsIn(candidate)) expect(careful).not.toContain(command[0])
})

test('leaves out what isn’t available', () => {
  const invoiced = { creditCents: 0, heldCents: 0, spendableCents: 0, invoiced: true, readAt: 0 }
  expect(names(state({ balance: invoiced }))).not.toContain('Top up…')
  expect(names(state({ balance: invoiced }))).not.toContain('Copy spendable amount')
  expect(names(state({ session: { kind: 'sign-in-again', since: 0 } }))).not.toContain('Refresh now')
  expect(names(state({ permissions: ['see'] }))).not.toContain('Rotate…')
  expect(names(state({}, { signIn: { ...waiting, foreignHost: 'elsewhere.example' } }))).not.toContain(
    'Open browser',
  )
  expect(names(sampleState())).not.toContain('Sign out everywhere…')
})

test('offers import and settings before the first sign-in', () => {
  const none = sampleState({ view: { screen: 'sign-in', organisationId: null, dialog: null } })
  expect(names(none)).toContain('Import from another computer…')
  // The other screens belong to an organisation.
  expect(
    actionsIn(none).flatMap(({ command }) => (command[0] === 'view.show' ? [command[1].screen] : [])),
  ).toEqual(['settings'])
})

test('a key and an app are one row each, with the actions of their menus, the destructive one last', () => {
  const lists = rowsIn(state()).flatMap((row) => ('actions' in row ? [row] : []))
  expect(lists.map(({ name, actions }) => [name, ...actions.map((action) => action.name)])).toEqual([
    ['ci', 'Rotate…', 'Copy key ID', 'Open in console', 'Delete…'],
    ['old', 'Open in console', 'Remove from this list'],
    ['web-monitor', 'New key…', 'Open in console', 'Delete app…'],
  ])
  for (const { actions } of lists)
    for (const { isDanger, name } of actions) expect(isDanger === true).toBe(name.startsWith('Delete'))
})

test('all organisations offer what concerns none of them alone', () => {
  const all = state({}, { view: { screen: 'all', organisationId: 'org_1', dialog: null } })
  expect(names(all)).toContain('Refresh all')
  expect(names(all)).not.toContain('Top up…')
  expect(names(state())).toContain('All organizations')
  expect(names(state({}, { organisations: [sampleOrganisation()] }))).not.toContain('All organizations')
})

describe('filtering', () => {
  const filtered = (query: string) =>
    filterActions(actionGroups(state(), apps), query).groups.flatMap(({ actions }) =>
      actions.map(({ name }) => name),
    )

  test('hides typedOnly actions until the user types', () => {
    expect(filtered('')).toContain('Refresh now')
    expect(filtered('')).not.toContain('ci')
    expect(filtered('rot')).toEqual(['ci', 'Remind me to rotate keys'])
  })

  test('matches the detail and the group', () => {
    expect(filtered('rot web')).toEqual(['ci'])
    expect(filtered('switch tomas')).toEqual(['Tomás Okafor'])
    expect(filtered('nothing of this kind')).toEqual([])
  })
})
