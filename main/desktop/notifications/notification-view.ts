/** The text, click and buttons of a notification: a pure function of the notice that is due. */
import type { Organisation } from '../../../preload/contract/index.ts'
import { words } from '../../../words/desktop.ts'
import { date, money } from '../../../words/format.ts'
import type { Due, SettledTopUp } from '../../state/due-notices.ts'
import { type Action, command, openWindow } from '../action.ts'

export type NotificationView = {
  /** Plain text on every system, so names that come from the server appear only here. */
  readonly title: string
  /** Some systems parse markup in it, so it holds only the app's own words and amounts. */
  readonly body: string
  /** Run in order by a click on the notification. */
  readonly actions: readonly Action[]
  readonly buttons: readonly { readonly text: string; readonly actions: readonly Action[] }[]
}

/** @param now epoch milliseconds; decides how times are formatted */
export function notificationView(due: Due, now: number): NotificationView {
  switch (due.kind) {
    case 'sign-in-again': {
      const { organisation } = due
      return {
        ...words.notifications.signInAgain(organisation.name),
        actions: show(organisation),
        buttons: [signInAgainButton(organisation)],
      }
    }
    case 'ends-soon': {
      const { organisation, until } = due
      const text = words.notifications.endsSoon(organisation.name, date(until, now))
      return {
        ...text,
        actions: show(organisation),
        buttons: [signInAgainButton(organisation), snoozeButton(organisation)],
      }
    }
    case 'alert': {
      const { organisation } = due
      const buttons = [topUpButton(organisation), snoozeButton(organisation)]
      return { ...alertText(due, now), actions: show(organisation), buttons }
    }
    case 'top-up':
      return { ...topUpText(due.organisation, due.topUp), actions: show(due.organisation), buttons: [] }
    case 'sign-out-pending':
      return {
        ...words.notifications.signOutPending(due.pending.organisationName),
        actions: [openWindow],
        buttons: [],
      }
    case 'storage':
      return { ...words.notifications.storage, actions: [openWindow], buttons: [] }
  }
}

function show({ id }: Organisation): readonly Action[] {
  return [command('organisation.show', { organisationId: id, screen: 'overview' }), openWindow]
}

function signInAgainButton({ id, permissions }: Organisation) {
  const start = command('sign-in.start', { permissions: [...permissions], again: id })
  return { text: words.notifications.acts.signInAgain, actions: [start, openWindow] }
}

function snoozeButton({ id }: Organisation) {
  return {
    text: words.notifications.acts.notToday,
    actions: [command('organisation.snooze', { organisationId: id, snoozed: true })],
  }
}

/** The dialog asks for the permission if it is missing. */
function topUpButton({ id }: Organisation) {
  const open = command('dialog.open', { dialog: { kind: 'top-up', organisationId: id } })
  return { text: words.notifications.acts.topUp, actions: [open, openWindow] }
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
