/** The table of all organisations. */
export const allOrganisations = {
  /** Of all organisations, how many the total includes. */
  counted: (counted: number, all: number) => `${counted} of ${all} counted`,
  findOrganisation: 'Find an organization',
  found: (count: number) => (count === 1 ? '1 found' : `${count} found`),
  noneFound: 'No results',
  allCounted: (count: number) => `All ${count} counted`,
  someCounted: (counted: number, all: number, why: readonly string[]) =>
    `${counted} of ${all} counted. Left out: ${why.join(', ')}`,
  /** Why an organisation isn't counted. */
  leftOut: {
    invoiced: (count: number) => `${count} by invoice`,
    signInAgain: (count: number) => `${count} to sign in again`,
    unreadable: (count: number) => `${count} that can’t be opened`,
    signingOut: (count: number) => `${count} signing out`,
    notRead: (count: number) => `${count} not loaded yet`,
  },
  stale: (count: number) => (count === 1 ? '1 out of date' : `${count} out of date`),
  exportTable: 'Export all organizations as CSV…',
  exportCsv: 'Export CSV…',
  columns: { name: 'Organization', days: 'Days left', amount: 'Spendable' },
  trend: 'Last 14 days',
  /** Read out for the line. */
  fromTo: (from: string, to: string) => `From ${from} to ${to}`,
  days: { lessThanADay: 'Less than a day', moreThanTwoMonths: 'Over two months' },
  topUp: 'Top up…',
  topUpOf: (name: string) => `Top up ${name}…`,
  hints: { choose: 'choose', open: 'open', topUp: 'top up' },
}
