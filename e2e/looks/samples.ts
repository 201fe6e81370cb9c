/** Sample data of the screen states: the organisation Halden Research with a week of spending. */
import type { AppsAndKeys, HistoryRange, HistoryView, KeyRow } from '../../preload/contract/account.ts'
import type { Failure, FailureKind } from '../../preload/contract/failure.ts'
import type {
  About,
  Balance,
  HistorySummary,
  KeysSummary,
  Organisation,
  Session,
} from '../../preload/contract/index.ts'
import type { ImportContents } from '../../preload/contract/state.ts'
import { sampleNow, sampleOrganisation } from '../../preload/testing/samples.ts'

export const minuteMs = 60_000
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

export function failure(kind: FailureKind, change: Partial<Failure> = {}): Failure {
  return { kind, message: `Sample: ${kind}.`, retryable: true, ...change }
}

export const balance: Balance = {
  creditCents: 19_670,
  heldCents: 1250,
  spendableCents: 18_420,
  invoiced: false,
  readAt: sampleNow - minuteMs,
}

export const activeSession: Session & { kind: 'active' } = {
  kind: 'active',
  keeping: 'encrypted',
  renewedAt: sampleNow - 20 * minuteMs,
  accessUntil: sampleNow + 40 * minuteMs,
  signInUntil: sampleNow + 6 * dayMs,
  authorizedAt: sampleNow - 12 * dayMs,
  authorizationUntil: sampleNow + 18 * dayMs,
  unsaved: null,
}

const spentPerDayCents = 1535

/** A trend of two weeks that ends with `cents`, optionally with a top-up of $100.00 that many days ago. */
function trendOf(cents: number, perDay: number, toppedUpDaysAgo: number | null): readonly (number | null)[] {
  return Array.from({ length: 15 }, (_, index) => {
    const daysAgo = 14 - index
    const added = toppedUpDaysAgo !== null && daysAgo >= toppedUpDaysAgo ? 10_000 : 0
    const unevenness = daysAgo === 0 ? 0 : Math.round(Math.sin(index * 2.3) * perDay * 0.3)
    return cents + daysAgo * perDay - added + unevenness
  })
}

export const history: HistorySummary = {
  revision: 1,
  readings: 2016,
  since: sampleNow - 40 * dayMs,
  sinceYesterdayCents: -1468,
  forecast: {
    kind: 'known',
    perDayCents: spentPerDayCents,
    basisMs: 7 * dayMs,
    runsOutAt: sampleNow + 12 * dayMs,
  },
  trend: trendOf(18_420, spentPerDayCents, 5),
}

export const keys: KeysSummary = {
  revision: 1,
  keys: 4,
  rotateDue: 1,
  unfinished: 0,
  loading: false,
  listedAt: sampleNow - minuteMs,
  trouble: null,
  operation: null,
  failed: null,
}

/** Halden Research in its normal state. */
export function halden(change: Partial<Organisation> = {}): Organisation {
  return sampleOrganisation({
    permissions: ['see', 'manage', 'add-money'],
    balance,
    staleAt: sampleNow + 10 * minuteMs,
    session: activeSession,
    history,
    keys,
    ...change,
  })
}

export function otherOrganisations(): readonly Organisation[] {
  return [
    runningLow({ id: 'org_2', name: 'Brightwater Labs' }, 350, 9),
    halden({ id: 'org_3', name: 'Kestrel & Finch GmbH', balance: { ...balance, invoiced: true } }),
    halden({
      id: 'org_4',
      name: 'Tomás Okafor',
      session: { kind: 'sign-in-again', since: sampleNow - hourMs },
    }),
  ]
}

const names = [
  'Halden Research',
  'Brightwater Labs',
  'Kestrel & Finch GmbH',
  'Tomás Okafor',
  'Northgate Analytics',
  'Aurora Fieldworks',
  'Pinecrest Data Cooperative',
  'Lund & Sjöberg AB',
  'Quillon',
  'Ōkubo Analysis',
  'Meridian Health Informatics Group',
  'Zephyr',
]

/** That many organisations: one invoiced, one signed out, two running low, one offline, and names of every length. */
export function manyOrganisations(count: number): readonly Organisation[] {
  return Array.from({ length: count }, (_, index) => {
    const round = Math.floor(index / names.length)
    const name = `${names[index % names.length]}${round === 0 ? '' : ` ${round + 1}`}`
    const organisation = { id: `org_${index + 1}`, name, keys: { ...keys, rotateDue: 0 } }
    if (index === 1) return runningLow({ ...organisation }, 350, 9)
    if (index === 2) return halden({ ...organisation, balance: { ...balance, invoiced: true } })
    if (index === 3)
      return halden({ ...organisation, session: { kind: 'sign-in-again', since: sampleNow - hourMs } })
    if (index === 7) return runningLow({ ...organisation }, 2210, 60)
    const perDay = 240 + ((index * 977) % 2600)
    const days = 4 + ((index * 13) % 75)
    const spendableCents = Math.round(perDay * days)
    const isNew = index === 8
    return halden({
      ...organisation,
      balance: { ...balance, spendableCents, creditCents: spendableCents, heldCents: 0 },
      history: {
        ...history,
        forecast: isNew
          ? { kind: 'not-enough', since: sampleNow - 5 * hourMs }
          : { kind: 'known', perDayCents: perDay, basisMs: 7 * dayMs, runsOutAt: sampleNow + days * dayMs },
        trend: isNew ? [spendableCents] : trendOf(spendableCents, perDay, index % 3 === 0 ? 4 : null),
      },
      ...(index === 5
        ? { trouble: { failure: failure('timeout'), since: sampleNow - 20 * minuteMs }, staleAt: sampleNow }
        : {}),
    })
  })
}

function runningLow(
  organisation: Partial<Organisation>,
  spendableCents: number,
  hoursLeft: number,
): Organisation {
  const perDayCents = Math.round((spendableCents / hoursLeft) * 24)
  return halden({
    ...organisation,
    balance: { ...balance, spendableCents, creditCents: spendableCents, heldCents: 0 },
    alerts: [{ kind: 'days-left', since: sampleNow - hourMs }],
    history: {
      ...history,
      forecast: { kind: 'known', perDayCents, basisMs: 7 * dayMs, runsOutAt: sampleNow + hoursLeft * hourMs },
      trend: trendOf(spendableCents, perDayCents, null),
    },
  })
}

const rangeMs: Record<HistoryRange, number> = {
  day: dayMs,
  week: 7 * dayMs,
  month: 30 * dayMs,
  year: 365 * dayMs,
}
const pointsShown = 84
/** Daily spending, starting today and repeating every week. It adds up to the forecast of a week. */
const spentByDay = [1400, 1536, 1702, 1210, 1835, 1467, 1595]
/** Spending was lower months ago. */
const spentPerEarlierDay = 300

/** The spending between a time and now. */
function spentSince(at: number): number {
  const midnight = sampleNow - (sampleNow % dayMs)
  let cents = 0
  for (let day = 0, to = sampleNow; to > at; day += 1) {
    const from = Math.max(at, midnight - day * dayMs)
    const perDay = day < 30 ? (spentByDay[day % 7] ?? 0) : spentPerEarlierDay
    cents += (perDay * (to - from)) / dayMs
    to = from
  }
  return cents
}

/** A balance that falls to the current one, with one top-up and one gap in the readings. All numbers add up. */
export function historyView(range: HistoryRange, leftCents: number): HistoryView {
  const span = rangeMs[range]
  const from = sampleNow - span
  const rise = { at: from + span * 0.55, cents: leftCents < 5000 ? 5000 : 10_000, here: true }
  const gap = { from: from + span * 0.3, to: from + span * 0.36 }
  const spendableAt = (at: number): number =>
    Math.round(leftCents + spentSince(at) - (at < rise.at ? rise.cents : 0))
  const points = Array.from({ length: pointsShown }, (_, index) => {
    const at = from + (span * index) / (pointsShown - 1)
    return { at, spendableCents: spendableAt(at), heldCents: index % 5 === 0 ? 1250 : 0 }
  }).filter(({ at }) => at <= gap.from || at >= gap.to)
  const midnight = sampleNow - (sampleNow % dayMs)
  const days = Array.from({ length: Math.min(30, Math.max(1, Math.round(span / dayMs))) }, (_, ago) => {
    const dayFrom = midnight - ago * dayMs
    const to = Math.min(sampleNow, dayFrom + dayMs)
    return {
      from: dayFrom,
      to,
      spentCents: Math.round(spentSince(dayFrom) - spentSince(to)),
      addedCents: rise.at >= dayFrom && rise.at < to ? rise.cents : 0,
      leftCents: to > gap.from && to < gap.to ? null : spendableAt(to),
      unreadMs: Math.max(0, Math.min(gap.to, to) - Math.max(gap.from, dayFrom)),
    }
  })
  return {
    range,
    from,
    to: sampleNow,
    points,
    gaps: [gap],
    rises: [rise],
    days,
    spentCents: Math.round(spentSince(from)),
  }
}

function key(keyId: string, name: string, change: Partial<KeyRow> = {}): KeyRow {
  return {
    keyId,
    name,
    masked: `sk-…${keyId.slice(-2)}${keyId.slice(-2)}`,
    createdAt: sampleNow - 23 * dayMs,
    createdBy: 'mira@halden.example',
    rotateDue: false,
    imported: null,
    status: { kind: 'alive' },
    ...change,
  }
}

export const appsAndKeys: AppsAndKeys = {
  listed: true,
  apps: [
    {
      appId: 'app_1',
      name: 'web-monitor',
      listed: true,
      keys: [
        key('key_a1', 'production', { rotateDue: true, createdAt: sampleNow - 190 * dayMs }),
        key('key_b2', 'staging'),
      ],
    },
    {
      appId: 'app_2',
      name: 'nightly-research',
      listed: true,
      keys: [
        key('key_c3', 'ci'),
        key('key_d4', 'A name that somebody made far too long for any list of keys'),
      ],
    },
  ],
}

/** Every unfinished status of a key and an app. */
export const unfinishedKeys: AppsAndKeys = {
  listed: true,
  apps: [
    {
      appId: 'app_1',
      name: 'web-monitor',
      listed: true,
      keys: [
        key('key_a1', 'production', { status: { kind: 'unknown' }, masked: null }),
        key('key_b2', 'staging', { status: { kind: 'replaced', by: 'key_c3' } }),
        key('key_c3', 'staging', { createdAt: sampleNow - hourMs }),
        key('key_d4', 'ci', { status: { kind: 'deleted-elsewhere' } }),
      ],
    },
    { appId: 'app_2', name: 'nightly-research', listed: false, keys: [key('key_e5', 'cron')] },
  ],
}

const terms = (owner: string) =>
  [
    `Copyright (c) ${owner}`,
    'Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction.',
    'THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND.',
  ].join('\n\n')

export const about: About = {
  version: '0.0.0',
  electron: '45.4.1',
  chromium: '150.0.7871.47',
  node: '24.19.2',
  licences: [
    {
      name: 'parallel-tray',
      version: '0.0.0',
      licence: 'MIT',
      text: terms('2026 The Parallel Tray authors'),
    },
    { name: 'electron', version: '45.4.1', licence: 'MIT', text: terms('Electron contributors') },
    { name: 'a-package-without-its-text', version: '1.0.5', licence: 'MIT', text: null },
    { name: 'preact', version: '11.2.0', licence: 'MIT', text: terms('2015-present Jason Miller') },
    { name: 'valibot', version: '1.5.0', licence: 'MIT', text: terms('Fabian Hiller') },
  ],
}
/** The value of `diagnostics.read`. */
export const report = `Parallel Tray diagnostics

App
  made           2026-01-15T12:00:00.000Z
  version        0.1.0
  server         platform.parallel.ai
  language       en
  running since  2026-01-15T09:12:44.120Z (3 h)
  run before     ended in order
  notices        none
  sign-in        idle

Network checks
  ok      The system has a network: It says so. (0 ms)
  ok      Proxy for platform.parallel.ai: None. (3 ms)
  ok      Name of platform.parallel.ai: 192.0.2.10, 192.0.2.11 (18 ms)
  failed  Answer of platform.parallel.ai: HTTP 200 with a web page: not the service, but something on the way, such as a network’s sign-in page. (241 ms)

System
  name           linux 6.12.0 x64
  Electron       45.0.0, Chrome 150.0.0.0, Node 24.4.0
  package        deb
  displays       2560×1440 at 1.25
  desktop        GNOME
  session        wayland
  tray host      yes
  keyring        gnome_libsecret

Organisations
  1. active, kept encrypted; renewed 4 min ago, approved 3 d ago; may see, manage; read 1 min ago; 2016 readings kept; 4 keys in the ledger

Requests that failed since the start
  GET /account/service/v1/balance  server  502: Bad gateway  reference ref_8f2c1d0a9b7e6543  (3 times, 2026-01-15T10:01:12.000Z to 2026-01-15T10:03:20.000Z)

Last crash
  none
`

/** The changes of an import: a lowered limit, one that it must not raise, and two keys. */
export const importContents: ImportContents = [
  {
    id: 'org_halden',
    name: 'Halden Research',
    limits: [
      { limit: 'spendableBelowCents', here: 1000, inFile: 2500, isKept: false },
      { limit: 'topUpPerDayCents', here: 15_000, inFile: null, isKept: true },
    ],
    keys: [
      { keyId: 'k1', name: 'prod-1', appName: 'web-monitor', apiKeyId: 'key_8f2c', isDeleted: false },
      { keyId: 'k2', name: 'ci', appName: 'web-monitor', apiKeyId: 'key_19b4', isDeleted: true },
    ],
  },
]
