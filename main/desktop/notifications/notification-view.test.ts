import { expect, it } from 'vitest'
import { sampleNow as now, sampleOrganisation } from '../../../preload/testing/samples.ts'
import type { Due } from '../../state/due-notices.ts'
import { command } from '../action.ts'
import { notificationView } from './notification-view.ts'

const day = 24 * 3600_000
const organisation = sampleOrganisation({
  name: '<b>Halden</b> & Co',
  balance: { creditCents: 820, heldCents: 0, spendableCents: 820, invoiced: false, readAt: now },
  history: {
    ...sampleOrganisation().history,
    forecast: { kind: 'known', perDayCents: 1200, basisMs: day, runsOutAt: now + 2.5 * day },
  },
})
const cause = ''
const added = { kind: 'added', amountCents: 5000, at: now, beforeCents: 1, spendableCents: 5001 } as const
const all: Due[] = [
  { cause, kind: 'sign-in-again', organisation },
  { cause, kind: 'ends-soon', organisation, until: now + day },
  { cause, kind: 'alert', organisation, alert: 'spendable' },
  { cause, kind: 'alert', organisation, alert: 'days-left' },
  { cause, kind: 'alert', organisation, alert: 'spending' },
  { cause, kind: 'top-up', organisation, topUp: added },
]

it('states the condition and what to do', () => {
  const said = all.map((due) => notificationView(due, now)).map(({ title, body }) => `${title} | ${body}`)
  const name = organisation.name
  expect(said).toEqual([
    `Sign in to ${name} again | Parallel ended this authorization. History, keys, and settings are kept.`,
    `${name}: authorization ends Jan 16 | Sign in again before then to avoid an interruption.`,
    `${name}: $8.20 spendable | That’s below the $10.00 you set.`,
    `${name}: about 2 days left | $8.20 spendable. Spending about $12.00 a day.`,
    `${name}: spending fast | Over $25.00 was spent in the last hour. $8.20 spendable.`,
    `${name}: $50.00 added | Now spendable: $50.01.`,
  ])
})

it('keeps names out of the text, where some systems read markup', () => {
  for (const due of all) expect(notificationView(due, now).body).not.toMatch(/[<&]/)
})

it('opens the organisation on a click, and offers buttons for the next step', () => {
  const { actions, buttons } = notificationView(
    { cause, kind: 'alert', organisation, alert: 'spendable' },
    now,
  )
  expect(actions).toEqual([
    command('organisation.show', { organisationId: 'org_1', screen: 'overview' }),
    { kind: 'open-window' },
  ])
  expect(buttons.map(({ text }) => text)).toEqual(['Top up…', 'Mute today'])
  expect(buttons[0]?.actions[0]).toEqual(
    command('dialog.open', { dialog: { kind: 'top-up', organisationId: 'org_1' } }),
  )
})
