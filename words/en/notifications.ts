/**
 * What the system says for the app while its window isn't in view. Names that others have chosen stand in titles
 * only: some systems read markup in the text below.
 */
type Said = { readonly title: string; readonly body: string }

const sentences = (...parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null).join(' ')

export const notifications = {
  acts: {
    signInAgain: 'Sign in again',
    topUp: 'Top up…',
    notToday: 'Mute today',
  },

  signInAgain: (organisation: string): Said => ({
    title: `Sign in to ${organisation} again`,
    body: 'Parallel ended this authorization. History, keys and settings are kept.',
  }),
  endsSoon: (organisation: string, when: string): Said => ({
    title: `${organisation}: authorization ends ${when}`,
    body: 'Sign in again before that to go on without a break.',
  }),
  low: (organisation: string, spendable: string | null, limit: string | null): Said => ({
    title: spendable === null ? `${organisation}: balance is low` : `${organisation}: ${spendable} spendable`,
    body: limit === null ? 'The balance is low.' : `That is below ${limit}, where you want to be told.`,
  }),
  /** `days`: whole ones that are left, null if that isn't known. */
  daysLeft: (
    organisation: string,
    days: number | null,
    spendable: string | null,
    perDay: string | null,
  ): Said => ({
    title: `${organisation}: ${
      days === null
        ? 'the balance runs out soon'
        : days < 1
          ? 'less than a day left'
          : `about ${days} ${days === 1 ? 'day' : 'days'} left`
    }`,
    body: sentences(
      spendable === null ? null : `${spendable} spendable.`,
      perDay === null ? null : `About ${perDay} is spent in a day.`,
    ),
  }),
  spending: (organisation: string, spendable: string | null, limit: string | null): Said => ({
    title: `${organisation}: spending fast`,
    body: sentences(
      limit === null
        ? 'More than usual was spent within an hour.'
        : `Over ${limit} was spent within an hour.`,
      spendable === null ? null : `${spendable} spendable.`,
    ),
  }),
  added: (organisation: string, amount: string, spendable: string): Said => ({
    title: `${organisation}: ${amount} added`,
    body: `Spendable now ${spendable}.`,
  }),
  notCharged: (organisation: string, amount: string): Said => ({
    title: `${organisation}: ${amount} not added`,
    body: 'The card was not charged. Open Parallel Tray to see why.',
  }),
  unknown: (organisation: string, amount: string, byItself: boolean): Said => ({
    title: `${organisation}: not known yet whether ${amount} was charged`,
    body: byItself
      ? 'Parallel Tray asks again with the same reference, so you can’t be charged twice.'
      : 'Open Parallel Tray to find out. You can’t be charged twice by that.',
  }),
  tooOld: (organisation: string, amount: string): Said => ({
    title: `${organisation}: not known whether ${amount} was charged`,
    body: 'It is too long ago to ask again safely. Look under billing.',
  }),
  signOutPending: (organisation: string): Said => ({
    title: `${organisation}: Parallel doesn’t know of the sign-out yet`,
    body: 'It could not be reached for over an hour. It is told as soon as it answers.',
  }),
  storage: {
    title: 'Not saved on this computer',
    body: 'Parallel Tray goes on with what is in memory and tries again. Open it to see why.',
  } satisfies Said,
}
