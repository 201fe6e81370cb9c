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
    body: 'Parallel ended this authorization. History, keys, and settings are kept.',
  }),
  endsSoon: (organisation: string, when: string): Said => ({
    title: `${organisation}: authorization ends ${when}`,
    body: 'Sign in again before then to avoid an interruption.',
  }),
  low: (organisation: string, spendable: string | null, limit: string | null): Said => ({
    title: spendable === null ? `${organisation}: balance is low` : `${organisation}: ${spendable} spendable`,
    body: limit === null ? 'The balance is low.' : `That’s below the ${limit} you set.`,
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
      perDay === null ? null : `Spending about ${perDay} a day.`,
    ),
  }),
  spending: (organisation: string, spendable: string | null, limit: string | null): Said => ({
    title: `${organisation}: spending fast`,
    body: sentences(
      limit === null
        ? 'More than usual was spent in the last hour.'
        : `Over ${limit} was spent in the last hour.`,
      spendable === null ? null : `${spendable} spendable.`,
    ),
  }),
  added: (organisation: string, amount: string, spendable: string): Said => ({
    title: `${organisation}: ${amount} added`,
    body: `Now spendable: ${spendable}.`,
  }),
  notCharged: (organisation: string, amount: string): Said => ({
    title: `${organisation}: ${amount} not added`,
    body: 'The card wasn’t charged. Open Parallel Tray to see why.',
  }),
  unknown: (organisation: string, amount: string, byItself: boolean): Said => ({
    title: `${organisation}: ${amount} charge not confirmed yet`,
    body: byItself
      ? 'Parallel Tray keeps checking with the same reference, so you can’t be charged twice.'
      : 'Open Parallel Tray to retry. If it wasn’t charged before, retrying charges it once.',
  }),
  tooOld: (organisation: string, amount: string): Said => ({
    title: `${organisation}: ${amount} charge not confirmed`,
    body: 'It was too long ago to retry safely. Check billing.',
  }),
  signOutPending: (organisation: string): Said => ({
    title: `${organisation}: sign-out not confirmed yet`,
    body: 'Parallel couldn’t be reached for over an hour. Retrying until it answers.',
  }),
  storage: {
    title: 'Not saved on this computer',
    body: 'Parallel Tray keeps everything in memory and keeps trying to save it. Open it to see why.',
  } satisfies Said,
}
