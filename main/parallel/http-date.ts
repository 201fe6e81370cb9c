/** Parses times in headers (RFC 9110 5.6.7). `Date.parse` accepts far more, and differs between engines. */

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const month = `(?<month>${months.join('|')})`
const time = String.raw`(?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d)`
const shortDay = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)'
const longDay = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day'
/** The current format and the two obsolete ones that recipients must accept: RFC 850 and asctime. */
const forms = [
  String.raw`${shortDay}, (?<day>\d\d) ${month} (?<year>\d{4}) ${time} GMT`,
  String.raw`${longDay}, (?<day>\d\d)-${month}-(?<year>\d\d) ${time} GMT`,
  String.raw`${shortDay} ${month} (?<day>\d\d| \d) ${time} (?<year>\d{4})`,
]
const patterns = forms.map((form) => new RegExp(`^${form}$`))
/** Matches any of the formats within a list: two of them contain a comma. */
export const anyHttpDate = forms.join('|').replace(/\?<\w+>/g, '?:')

const fiftyYearsMs = 50 * 365.25 * 24 * 3600 * 1000

/**
 * Epoch milliseconds; undefined unless it is a valid time in one of the three formats.
 * @param now epoch milliseconds; a two-digit year that would be more than 50 years ahead is in the past
 */
export function parseHttpDate(text: string, now: number): number | undefined {
  const parts = patterns
    .map((pattern) => pattern.exec(text.trim())?.groups)
    .find((found) => found !== undefined)
  if (parts === undefined) return undefined
  const [day, hour, minute, second] = [parts.day, parts.hour, parts.minute, parts.second].map(Number) as [
    number,
    number,
    number,
    number,
  ]
  const at = (year: number): number | undefined => {
    const date = new Date(0)
    date.setUTCFullYear(year, months.indexOf(parts.month ?? ''), day)
    // `Date.UTC` moves 31 February into March, so the day is compared. A leap second is allowed.
    if (date.getUTCDate() !== day || hour > 23 || minute > 59 || second > 60) return undefined
    return date.setUTCHours(hour, minute, second)
  }
  const year = Number(parts.year)
  if (parts.year?.length === 4) return at(year)
  const century = Math.floor(new Date(now).getUTCFullYear() / 100) * 100
  const likely = at(century + year)
  return likely !== undefined && likely > now + fiftyYearsMs ? at(century + year - 100) : likely
}
