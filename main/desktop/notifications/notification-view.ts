/** What a notification says and what a click on it does: a pure function of what is due. */
import type { Organisation } from '../../../preload/contract/index.ts'
import { words } from '../../../words/desktop.ts'
import { date, money } from '../../../words/format.ts'
import type { Due, SettledTopUp } from '../../state/due-notices.ts'
import { command, type Deed, openWindow } from '../deed.ts'

export type NotificationView = {
  /** Plain text on every system: what others have named stands only here. */
  readonly title: string
  /** Some systems read markup in it: so it holds our own words and amounts only. */
  readonly body: string
  /** What a click does, in order. */
  readonly deeds: readonly Deed[]
  readonly buttons: readonly { readonly text: string; readonly deeds: readonly Deed[] }[]
}

/** @param now epoch milliseconds; only decides how times are written */
export function notificationView(due: Due, now: number): NotificationView {
  switch (due.kind) {
    case 'sign-in-again': {
      const { organisation } = due
      return {
        ...words.notifications.signInAgain(organisation.name),
        deeds: show(organisation),
        buttons: [again(organisation)],
      }
    }
    case 'ends-soon': {
      const { organisation, until } = due
      const text = words.notifications.endsSoon(organisation.name, date(until, now))
      return { ...text, deeds: show(organisation), buttons: [again(organisation), notToday(organisation)] }
    }
    case 'alert': {
      const { organisation } = due
      const buttons = [topUp(organisation), notToday(organisation)].flat()
      return { ...alertText(due, now), deeds: show(organisation), buttons }
    }
    case 'top-up':
      return { ...topUpText(due.organisation, due.topUp), deeds: show(due.organisation), buttons: [] }
    case 'sign-out-pending':
      return {
        ...words.notifications.signOutPending(due.pending.organisationName),
        deeds: [openWindow],
        buttons: [],
      }
    case 'storage':
      return { ...words.notifications.storage, deeds: [openWindow], buttons: [] }
  }
}

function show({ id }: Organisation): readonly Deed[] {
  return [command('organisation.show', { organisationId: id, screen: 'overview' }), openWindow]
}

function again({ id, permissions }: Organisation) {
  const start = command('sign-in.start', { permissions: [...permissions], again: id })
  return { text: words.notifications.acts.signInAgain, deeds: [start, openWindow] }
}

function notToday({ id }: Organisation) {
  return {
    text: words.notifications.acts.notToday,
    deeds: [command('organisation.snooze', { organisationId: id, snoozed: true })],
  }
}

/** The dialog itself asks for the permission where it is missing. */
function topUp({ id }: Organisation) {
  const open = command('dialog.open', { dialog: { kind: 'top-up', organisationId: id } })
  return { text: words.notifications.acts.topUp, deeds: [open, openWindow] }
}

function alertText({ organisation, alert }: Extract<Due, { kind: 'alert' }>, now: number) {
  const { name, balance, limits, history } = organisation
  const spendable = balance === null ? null : money(balance.spendableCents).text
  switch (alert) {
    case 'spendable':
      return words.notifications.low(name, spendable, amount(limits.spendableBelowCents))
    case 'days-left': {
      const { forecast } = history
      const days = forecast.kind === 'known' ? Math.floor((forecast.runsOutAt - now) / dayMs) : null
      const perDay = forecast.kind === 'known' ? money(forecast.perDayCents).text : null
      return words.notifications.daysLeft(name, days, spendable, perDay)
    }
    case 'spending':
      return words.notifications.spending(name, spendable, amount(limits.spentWithinHourCents))
  }
}

const dayMs = 24 * 3600_000

function amount(cents: number | null): string | null {
  return cents === null ? null : money(cents).text
}

function topUpText({ name }: Organisation, topUp: SettledTopUp) {
  switch (topUp.kind) {
    case 'added':
      return words.notifications.added(name, money(topUp.amountCents).text, money(topUp.spendableCents).text)
    case 'not-charged':
      return words.notifications.notCharged(name, money(topUp.amountCents).text)
    case 'unknown':
      return words.notifications.unknown(name, money(topUp.amountCents).text, topUp.autoRetry !== null)
    case 'too-old':
      return words.notifications.tooOld(name, money(topUp.amountCents).text)
  }
}
