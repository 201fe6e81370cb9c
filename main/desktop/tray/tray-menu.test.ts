import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Alert,
  type AppState,
  type Balance,
  byUrgency,
  type DisplayLanguage,
  type FailureKind,
  type Forecast,
  type Organisation,
  type Session,
  type WaitingForApproval,
} from '../../../preload/contract/index.ts'
import { languages } from '../../../preload/contract/settings.ts'
import { sampleOrganisation, sampleState } from '../../../preload/testing/samples.ts'
import { load, speak, words } from '../../../words/desktop.ts'
import { moment, money, timeOfDay } from '../../../words/format.ts'
import { failure } from '../../parallel/failures.ts'
import { command } from '../action.ts'
import { menuLabel, type TrayMenuItem, trayView } from './tray-menu.ts'

const now = new Date(2026, 4, 6, 14, 30).getTime()
const readAt = new Date(2026, 4, 6, 14, 5).getTime()
const time = timeOfDay(readAt)

const active: Session = {
  kind: 'active',
  keeping: 'encrypted',
  renewedAt: 0,
  authorizedAt: 0,
  accessUntil: now,
  signInUntil: null,
  authorizationUntil: null,
  unsaved: null,
}
const balance: Balance = {
  creditCents: 20000,
  heldCents: 1580,
  spendableCents: 18420,
  invoiced: false,
  readAt,
}

const organisation = (change: Partial<Organisation> = {}): Organisation =>
  sampleOrganisation({ id: 'org-1', session: active, balance, ...change })

const state = sampleState

/** A forecast of so many hours. */
function lasts(hours: number): Forecast {
  return { kind: 'known', perDayCents: 1000, basisMs: 86_400_000, runsOutAt: now + hours * 3_600_000 }
}

const waiting: WaitingForApproval = {
  kind: 'waiting',
  userCode: 'BCDF-GHJK',
  verificationUri: 'https://platform.parallel.ai/device',
  verificationUriComplete: 'https://platform.parallel.ai/device?user_code=BCDF-GHJK',
  foreignHost: null,
  permissions: ['see'],
  startedAt: now,
  expiresAt: now,
  lastCheckedAt: null,
  nextCheckAt: now,
  trouble: null,
  browserOpened: true,
  browserFailed: false,
}

const trouble = (kind: FailureKind) => ({ failure: failure(kind, 'x'), since: now })
const icon = (change: Partial<AppState>) => trayView(state(change), now).icon
const tooltip = (change: Partial<AppState>) => trayView(state(change), now).tooltip
const menu = (change: Partial<AppState>) => trayView(state(change), now).menu
const texts = (items: readonly TrayMenuItem[]) =>
  items.map((item) => (item.kind === 'separator' ? '-' : item.text))
const action = (items: readonly TrayMenuItem[], text: string) => {
  const found = items.find((item) => item.kind === 'action' && item.text === text)
  return found?.kind === 'action' ? found : undefined
}

describe('the icon', () => {
  const broken = organisation({ id: 'org-2', session: { kind: 'sign-in-again', since: now } })
  const offline = organisation({ id: 'org-3', trouble: trouble('offline') })

  it('distinguishes signed out and signed in', () => {
    expect(icon({})).toBe('signed-out')
    expect(icon({ organisations: [organisation()] })).toBe('signed-in')
    expect(icon({ signIn: waiting })).toBe('signing-in')
    expect(icon({ signIn: { kind: 'starting', permissions: [] } })).toBe('signing-in')
  })

  it('shows attention before any other state when the user has to act', () => {
    expect(icon({ organisations: [organisation(), offline, broken] })).toBe('attention')
    expect(icon({ organisations: [organisation({ session: { kind: 'unreadable', since: now } })] })).toBe(
      'attention',
    )
    const unsaved = { ...active, unsaved: failure('storage', 'ENOSPC') }
    expect(icon({ organisations: [organisation({ session: unsaved })] })).toBe('attention')
    expect(icon({ notices: [{ kind: 'storage', failure: failure('storage', 'ENOSPC') }] })).toBe('attention')
  })

  it('shows attention when the balance runs low, or when a charge has an unknown outcome', () => {
    const alerts = [{ kind: 'spendable', since: now }] as const
    expect(icon({ organisations: [organisation(), organisation({ id: 'org-2', alerts })] })).toBe('attention')
    const asked = { amountCents: 5000, askedAt: now, isRetrying: false, autoRetry: null, failure: null }
    const unknown = organisation({ topUp: { kind: 'unknown', ...asked } })
    expect(icon({ organisations: [unknown] })).toBe('attention')
    const charging = organisation({ topUp: { kind: 'charging', amountCents: 5000, askedAt: now } })
    expect(icon({ organisations: [charging] })).toBe('signed-in')
  })

  it('ignores a sign-in that ended, and notices that only inform', () => {
    const ended = {
      failure: failure('denied', 'x'),
      permissions: [],
      again: null,
      userCode: null,
      lifetimeMs: null,
    }
    expect(icon({ signIn: { kind: 'ended', ...ended } })).toBe('signed-out')
    expect(icon({ notices: [{ kind: 'lives-in-tray' }] })).toBe('signed-out')
  })

  it('shows offline only for failures of the network', () => {
    expect(icon({ organisations: [organisation(), offline] })).toBe('offline')
    expect(icon({ organisations: [organisation({ trouble: trouble('timeout') })] })).toBe('offline')
    expect(icon({ organisations: [organisation({ trouble: trouble('server') })] })).toBe('signed-in')
    expect(icon({ signIn: { ...waiting, trouble: failure('offline', 'x') } })).toBe('offline')
  })

  it('shows the sign-in while it runs', () => {
    expect(icon({ organisations: [broken, offline], signIn: waiting })).toBe('signing-in')
  })
})

const low = organisation({
  id: 'org-low',
  name: 'Brightwater Labs',
  balance: { ...balance, spendableCents: 350 },
  alerts: [{ kind: 'spendable', since: now }],
  history: { ...organisation().history, forecast: lasts(8) },
})

describe('the tooltip', () => {
  it('shows the amount, and the time of its reading once', () => {
    expect(tooltip({ organisations: [organisation()] })).toBe(`Halden Research: $184.20\nAs of ${time}`)
    const older = organisation({ id: 'org-2', balance: { ...balance, readAt: readAt - 60_000 } })
    expect(tooltip({ organisations: [organisation(), older] }).split('\n')).toEqual([
      'Halden Research: $184.20',
      'Halden Research: $184.20',
      `As of ${timeOfDay(readAt - 60_000)}`,
    ])
  })

  it('starts with the urgent organisations, and says why', () => {
    const organisations = [organisation(), low]
    expect(tooltip({ organisations }).split('\n').slice(0, 2)).toEqual([
      'Brightwater Labs: $3.50 · low, less than a day',
      'Halden Research: $184.20',
    ])
  })

  it('shows why there is no amount', () => {
    const say = (change: Partial<Organisation>) => tooltip({ organisations: [organisation(change)] })
    expect(say({ balance: null })).toBe('Halden Research: not loaded yet')
    expect(say({ balance: { ...balance, invoiced: true } })).toBe('Halden Research: pays by invoice')
    expect(say({ session: { kind: 'sign-in-again', since: now }, balance: null })).toBe(
      'Halden Research: sign in again',
    )
    expect(say({ session: { kind: 'unreadable', since: now }, balance: null })).toBe(
      'Halden Research: the stored sign-in can’t be opened',
    )
    expect(tooltip({})).toBe('Parallel Tray: not signed in')
    expect(tooltip({ restoring: true })).toBe('Parallel Tray: loading your sign-ins')
    expect(tooltip({ signIn: waiting })).toBe('Parallel Tray: waiting for your approval')
  })

  it('keeps the last amount while the keyring is locked', () => {
    const locked = organisation({ session: { kind: 'unreadable', since: now } })
    expect(tooltip({ organisations: [locked] })).toBe(
      `Halden Research: $184.20 · the stored sign-in can’t be opened\nAs of ${time}`,
    )
  })

  it('has no time where it shows no amount', () => {
    const ended = organisation({ session: { kind: 'sign-in-again', since: now } })
    expect(tooltip({ organisations: [ended] })).toBe('Halden Research: sign in again')
    expect(texts(menu({ organisations: [ended] }))[1]).toBe('-')
  })

  it('names at most four organisations', () => {
    const many = (count: number) =>
      tooltip({
        organisations: Array.from({ length: count }, (_, at) => organisation({ id: `${at}` })),
      }).split('\n')
    expect(many(4)).toHaveLength(5)
    expect(
      many(4)
        .slice(0, 4)
        .every((line) => line.startsWith('Halden')),
    ).toBe(true)
    expect(many(7).slice(3)).toEqual(['and 4 more', `As of ${time}`])
  })

  it('truncates long names between characters', () => {
    const line = tooltip({ organisations: [organisation({ name: '𝒜'.repeat(60) })] })
    expect(line.startsWith(`${'𝒜'.repeat(39)}…:`)).toBe(true)
    const flags = tooltip({ organisations: [organisation({ name: `${'x'.repeat(38)}🇩🇪🇫🇷🇪🇸` })] })
    expect(flags.startsWith(`${'x'.repeat(38)}🇩🇪…:`)).toBe(true)
  })
})

describe('the tooltip on Windows, which cuts after 127 UTF-16 units', () => {
  const three = [
    'Halden Research International',
    'Tomás Okafor and daughters',
    'A third organisation of that kind',
  ]

  it('has all amounts, and less around them', () => {
    const organisations = three.map((name, at) => organisation({ id: `${at}`, name }))
    expect(tooltip({ organisations })).toBe(
      `Halden Research International: $184.20\nTomás Okafor and daughters: $184.20\nA third organisation of that kind: $184.20`,
    )
  })

  const name = fc.oneof(
    fc.constantFrom(
      'A',
      'x\u0301'.repeat(90),
      `x${'\u0301'.repeat(150)}`,
      '👨‍👩‍👧‍👦'.repeat(30),
      'مؤسسة'.repeat(20),
    ),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
  )
  const cents = fc.oneof(fc.double({ min: -1e15, max: 1e15, noNaN: true }), fc.constantFrom(0.3, -0.3, -410))
  const session = fc.constantFrom<Organisation['session']>(
    organisation().session,
    { kind: 'sign-in-again', since: now },
    { kind: 'unreadable', since: now },
  )
  const any = fc
    .tuple(name, cents, session)
    .map(([name, spendableCents, session]) =>
      organisation({ name, session, balance: { ...balance, spendableCents } }),
    )

  it.each<DisplayLanguage>([...languages, 'pseudo'])(
    'law: fits, with every amount whole (%s)',
    async (language) => {
      speak(await load(language))
      try {
        fc.assert(
          fc.property(fc.array(any, { minLength: 1, maxLength: 12 }), (organisations) => {
            const text = tooltip({ organisations })
            expect(text.length).toBeLessThanOrEqual(127)
            const shown = [...organisations].sort(byUrgency)
            for (const [at, line] of text.split('\n').entries()) {
              const one = shown[at]
              const isMore = line === words.tray.more(organisations.length - at)
              const isTime = line === words.tray.asOf(moment(readAt, now))
              if (one?.session.kind !== 'active' || isMore || isTime || one.balance === null) continue
              expect(line).toContain(money(one.balance.spendableCents).text)
            }
          }),
          { numRuns: 100 },
        )
      } finally {
        speak(await load('en'))
      }
    },
  )
})

describe('beside the icon', () => {
  const settings = { ...state().settings, trayTitle: 'balance' } as const
  const beside = (change: Partial<AppState>) => trayView(state({ settings, ...change }), now).beside

  it('shows the amount of the organisation on screen, if the setting is on', () => {
    const other = organisation({ id: 'org-2', balance: { ...balance, spendableCents: 100 } })
    const organisations = [organisation(), other]
    const view = { screen: 'overview', organisationId: 'org-2', dialog: null } as const
    expect(beside({ organisations })).toBe('$184.20')
    expect(beside({ organisations, view })).toBe('$1.00')
    expect(trayView(state({ organisations }), now).beside).toBe('')
    expect(beside({})).toBe('')
    expect(beside({ organisations: [organisation({ balance: { ...balance, invoiced: true } })] })).toBe('')
  })
})

describe('the menu', () => {
  it('offers a sign-in when no organisation is signed in', () => {
    expect(texts(menu({}))).toEqual(['Sign in', '-', 'Open Parallel Tray', 'Quit Parallel Tray'])
    expect(action(menu({}), 'Sign in')?.actions).toEqual([
      command('sign-in.start', { permissions: [] }),
      { kind: 'open-window' },
    ])
  })

  it('lists each organisation with an action that opens it, and refreshes all that are signed in', () => {
    const organisations = [
      organisation(),
      organisation({ id: 'org-2', refreshing: true }),
      organisation({ id: 'org-3', session: { kind: 'sign-in-again', since: now } }),
    ]
    const items = menu({ organisations })
    expect(texts(items)).toEqual([
      'Halden Research: sign in again',
      'Halden Research: $184.20',
      'Halden Research: $184.20',
      `As of ${time}`,
      '-',
      'Refresh now',
      'Add an organization…',
      '-',
      'Open Parallel Tray',
      'Quit Parallel Tray',
    ])
    expect(items[3]).toMatchObject({ enabled: false })
    expect(items[0]).toMatchObject({
      actions: [
        command('organisation.show', { organisationId: 'org-3', screen: 'overview' }),
        { kind: 'open-window' },
      ],
    })
    expect(action(items, 'Refresh now')).toMatchObject({
      enabled: true,
      actions: [
        command('organisation.refresh', { organisationId: 'org-1' }),
        command('organisation.refresh', { organisationId: 'org-2' }),
      ],
    })
    expect(action(menu({ organisations: organisations.slice(2) }), 'Refresh now')?.enabled).toBe(false)
  })

  it('says what makes each organisation urgent', () => {
    const line = (change: Partial<Organisation>) =>
      texts(menu({ organisations: [organisation(change)] }))[0]?.replace('Halden Research: ', '')
    const alert = (kind: Alert['kind']) => [{ kind, since: now }]
    const history = (hours: number) => ({ ...organisation().history, forecast: lasts(hours) })
    const open = { kind: 'unknown', amountCents: 5000, askedAt: now, isRetrying: false } as const
    expect(line({ alerts: alert('spendable') })).toBe('$184.20 · low')
    expect(line({ alerts: alert('spendable'), history: history(70) })).toBe('$184.20 · low, 3 days')
    expect(line({ alerts: alert('spendable'), history: history(24 * 90) })).toBe('$184.20 · low')
    expect(line({ alerts: alert('days-left'), history: history(5) })).toBe('$184.20 · less than a day')
    expect(line({ alerts: alert('spending') })).toBe('$184.20 · spending fast')
    expect(line({ alerts: alert('spendable'), balance: { ...balance, spendableCents: 0 } })).toBe(
      '$0.00 · low, nothing left',
    )
    expect(line({ topUp: { ...open, autoRetry: null, failure: null } })).toBe(
      '$184.20 · charge not confirmed yet',
    )
    expect(line({ session: { ...active, unsaved: failure('storage', 'x') } })).toBe(
      '$184.20 · latest tokens not saved yet',
    )
    expect(line({ trouble: trouble('timeout') })).toBe('$184.20 · offline')
    expect(line({ trouble: trouble('server') })).toBe('$184.20')
    expect(line({ history: history(5) })).toBe('$184.20')
  })

  it('offers to top up at most three that run low, and never charges', () => {
    const permissions = ['see', 'add-money'] as const
    const runsLow = (at: number, change: Partial<Organisation> = {}) =>
      organisation({ ...low, id: `org-${at}`, name: `No. ${at}`, permissions, ...change })
    const offers = (organisations: readonly Organisation[]) =>
      texts(menu({ organisations })).filter((text) => text.startsWith('Top up'))
    expect(offers([0, 1, 2, 3].map((at) => runsLow(at)))).toHaveLength(3)
    expect(offers([organisation({ permissions }), runsLow(1)])).toEqual(['Top up No. 1…'])
    expect(offers([runsLow(1, { topUp: { kind: 'charging', amountCents: 5000, askedAt: now } })])).toEqual([])
    expect(offers([runsLow(1, { trouble: trouble('offline') })])).toEqual([])
    expect(offers([runsLow(1, { session: { kind: 'sign-in-again', since: now } })])).toEqual([])
    expect(action(menu({ organisations: [runsLow(1)] }), 'Top up No. 1…')?.actions).toEqual([
      command('dialog.open', { dialog: { kind: 'top-up', organisationId: 'org-1' } }),
      { kind: 'open-window' },
    ])
    const mayOnlySee = menu({ organisations: [runsLow(1, { permissions: ['see'] })] })
    expect(action(mayOnlySee, 'Top up No. 1…')?.actions).toEqual([
      command('dialog.open', {
        dialog: { kind: 'allow', organisationId: 'org-1', permission: 'add-money' },
      }),
      { kind: 'open-window' },
    ])
  })

  it('starts a long list with those that need attention, and lists all of them in a submenu', () => {
    const organisations = Array.from({ length: 14 }, (_, at) =>
      organisation({
        id: `org-${at}`,
        name: `No. ${at}`,
        session: at === 12 ? { kind: 'sign-in-again', since: now } : active,
      }),
    )
    const items = menu({ organisations })
    const top = texts(items).slice(0, texts(items).indexOf('-'))
    expect(top).toHaveLength(12)
    expect(top[11]).toBe(`As of ${time}`)
    expect(top[0]).toBe('No. 12: sign in again')
    expect(top[1]).toContain('No. 0:')
    const all = items[10]
    expect(all).toMatchObject({ kind: 'submenu', text: 'All 14 organizations' })
    const names = all?.kind === 'submenu' ? texts(all.items).map((text) => text.split(':')[0]) : []
    expect(names[0]).toBe('No. 12')
    expect(new Set(names)).toEqual(new Set(organisations.map(({ name }) => name)))
    expect(texts(menu({ organisations: organisations.slice(0, 10) }))).not.toContain('All 10 organizations')
  })

  it('stays the same while a balance is read', () => {
    const refreshing = organisation({ refreshing: true })
    expect(menu({ organisations: [refreshing] })).toEqual(menu({ organisations: [organisation()] }))
  })

  it('copies the code and opens the browser while waiting, and offers to cancel', () => {
    const items = menu({ signIn: waiting })
    expect(action(items, 'BCDF-GHJK – copy and open browser')?.actions).toEqual([
      command('sign-in.copy-code', {}),
      command('sign-in.open-browser', { allowForeignHost: false }),
    ])
    expect(action(items, 'Cancel sign-in')?.actions).toEqual([command('sign-in.cancel', {})])
    expect(texts(items)).not.toContain('Sign in')
  })

  it('opens the window instead of a foreign address', () => {
    const items = menu({ signIn: { ...waiting, foreignHost: 'evil.example' } })
    expect(action(items, 'BCDF-GHJK – copy and show')?.actions).toEqual([
      command('sign-in.copy-code', {}),
      { kind: 'open-window' },
    ])
  })

  it('offers no cancelling while the sign-in is being stored', () => {
    const storing = { kind: 'storing', organisationName: 'x', keeping: 'encrypted' } as const
    expect(texts(menu({ signIn: storing }))).toEqual(['Open Parallel Tray', 'Quit Parallel Tray'])
  })

  it('offers the restart once an update is ready, and opens the window when it has to wait', () => {
    const ready = { updates: { kind: 'ready', version: '0.2.0' } } as const
    const restart = command('updates.restart', {})
    const text = 'Restart to update to 0.2.0'
    expect(action(menu(ready), text)?.actions).toEqual([restart])
    expect(action(menu({ ...ready, signIn: waiting }), text)?.actions).toEqual([
      restart,
      { kind: 'open-window' },
    ])
    expect(texts(menu({ updates: { kind: 'checking' } }))).not.toContain(text)
  })

  it('always ends with open and quit', () => {
    expect(menu({}).slice(-2)).toMatchObject([
      { actions: [{ kind: 'open-window' }] },
      { actions: [{ kind: 'quit' }] },
    ])
  })
})

it('escapes & in labels', () => {
  expect(menuLabel('R&D && more')).toBe('R&&D &&&& more')
})
