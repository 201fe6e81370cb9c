/** The status for other programs: a documented, versioned subset of what the window shows. */
import * as v from 'valibot'
import {
  type Alert,
  type AppState,
  hasTrait,
  type Organisation,
  type Session,
} from '../../../preload/contract/index.ts'

const dayMs = 24 * 60 * 60 * 1000

/** `text` is for display, always in US English: "$184.20". */
const amount = v.object({ cents: v.number(), text: v.string() })
/** ISO 8601, in UTC. */
const time = v.string()

/** What the user has to do, the most urgent first. */
const need = v.picklist(['sign-in', 'unlock-keyring', 'check-top-up'])

const organization = v.object({
  name: v.string(),
  state: v.picklist(['active', 'sign-in-again', 'keyring-locked', 'signing-out']),
  /** Null: not loaded yet, or paid by invoice. */
  balance: v.nullable(v.object({ spendable: amount, credit: amount, held: amount, asOf: time })),
  paysByInvoice: v.boolean(),
  /** The balance is outdated because refreshing fails or is impossible. */
  stale: v.boolean(),
  /** Whole days at the spending rate of the last 7 days; null without a forecast or without spending. */
  daysLeft: v.nullable(v.number()),
  runsOutAt: v.nullable(time),
  alerts: v.array(v.picklist(['low-balance', 'few-days-left', 'spending-fast'])),
  needs: v.array(need),
})

export const statusSchema = v.object({
  version: v.literal(1),
  /** When this was written. */
  at: time,
  appVersion: v.string(),
  /** As the tray icon shows it. */
  state: v.picklist(['signed-out', 'signed-in', 'offline', 'attention']),
  organizations: v.array(organization),
})

export type Status = Readonly<v.InferOutput<typeof statusSchema>>
export type OrganizationStatus = Readonly<v.InferOutput<typeof organization>>

const states = {
  active: 'active',
  'sign-in-again': 'sign-in-again',
  unreadable: 'keyring-locked',
  'signing-out': 'signing-out',
} as const satisfies Record<Session['kind'], OrganizationStatus['state']>

const alertNames = {
  spendable: 'low-balance',
  'days-left': 'few-days-left',
  spending: 'spending-fast',
} as const satisfies Record<Alert['kind'], OrganizationStatus['alerts'][number]>

/** Made for the first amount, as it takes milliseconds. */
let dollars: Intl.NumberFormat | undefined

/** Contains no token, key, e-mail address or id, only what the window shows at first sight. */
export function statusOf(state: AppState, now: number): Status {
  const organizations = state.organisations.map((one) => organizationStatus(one, now))
  return {
    version: 1,
    at: iso(now),
    appVersion: state.appVersion,
    state: overallState(state, organizations),
    organizations,
  }
}

function organizationStatus(organisation: Organisation, now: number): OrganizationStatus {
  const { name, session, balance, trouble, staleAt, history, alerts } = organisation
  const { forecast } = history
  const runsOutAt = forecast.kind === 'known' ? forecast.runsOutAt : null
  return {
    name,
    state: states[session.kind],
    balance:
      balance === null || balance.invoiced
        ? null
        : {
            spendable: amountOf(balance.spendableCents),
            credit: amountOf(balance.creditCents),
            held: amountOf(balance.heldCents),
            asOf: iso(balance.readAt),
          },
    paysByInvoice: balance?.invoiced ?? false,
    stale: session.kind !== 'active' || trouble !== null || (staleAt !== null && now >= staleAt),
    daysLeft: runsOutAt === null ? null : Math.max(0, Math.floor((runsOutAt - now) / dayMs)),
    runsOutAt: runsOutAt === null ? null : iso(runsOutAt),
    alerts: alerts.map(({ kind }) => alertNames[kind]),
    needs: needsOf(organisation),
  }
}

function needsOf({ session, topUp }: Organisation): OrganizationStatus['needs'] {
  return [
    ...(session.kind === 'sign-in-again' ? ['sign-in' as const] : []),
    ...(session.kind === 'unreadable' ? ['unlock-keyring' as const] : []),
    ...(topUp.kind === 'unknown' || topUp.kind === 'too-old' ? ['check-top-up' as const] : []),
  ]
}

function overallState(
  { organisations }: AppState,
  organizations: readonly OrganizationStatus[],
): Status['state'] {
  if (organizations.length === 0) return 'signed-out'
  if (organizations.some(({ alerts, needs }) => alerts.length > 0 || needs.length > 0)) return 'attention'
  const isOffline = organisations.some(
    ({ trouble }) => trouble !== null && hasTrait(trouble.failure, 'network'),
  )
  return isOffline ? 'offline' : 'signed-in'
}

function amountOf(cents: number): v.InferOutput<typeof amount> {
  dollars ??= new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' })
  return { cents, text: dollars.format(cents / 100) }
}

function iso(at: number): string {
  return new Date(at).toISOString()
}
