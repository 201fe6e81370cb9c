/**
 * Numbers, money and times as people read them: names of months and units in the language of the words, everything else
 * as the system's regional formats have it.
 */
import { formats, timeTexts } from './time-texts.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

/** Less of a cent is what the arithmetic of fractions leaves over. */
const nothingCents = 1e-6
/** By locale and options, as making one is slow. */
const numberFormats = new Map<string, Intl.NumberFormat>()
const currencyOptions = { style: 'currency', currency: 'USD' } as const
/** Digits, signs and the "US" of "US$", without letters of other scripts and marks of direction. */
const plainFormat = /^[0-9US\p{P}\p{S}\p{Zs}]+$/u

/** The locales in the order in which they are tried: the system may name one that ICU doesn't support. */
function preferred(regional: string | null): string[] {
  return regional === null ? [timeTexts.locale] : [regional, timeTexts.locale]
}

/** In the regional format, unless that needs another script than the words around it. */
function numberFormat(regional: string | null, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify([regional, timeTexts.locale, options])
  const known = numberFormats.get(key)
  if (known !== undefined) return known
  const wanted = new Intl.NumberFormat(preferred(regional), { ...options, numberingSystem: 'latn' })
  const made = plainFormat.test(wanted.format(-12_345))
    ? wanted
    : new Intl.NumberFormat(timeTexts.locale, options)
  numberFormats.set(key, made)
  return made
}

function currency(): Intl.NumberFormat {
  return numberFormat(formats.money, currencyOptions)
}

/** By locale, region and options, as making one is slow. */
const dateFormats = new Map<string, Intl.DateTimeFormat>()

/** Local time, in the language of the words and the region of the formats. */
function formatTime(at: number, options: Intl.DateTimeFormatOptions): string {
  const key = JSON.stringify([formats.times, timeTexts.locale, options])
  const format =
    dateFormats.get(key) ?? new Intl.DateTimeFormat(dateLocale(), { ...options, timeZone: 'UTC' })
  dateFormats.set(key, format)
  // A format keeps the time zone that it was made in, and people travel while the app runs.
  return format.format(at - new Date(at).getTimezoneOffset() * minute)
}

/** The language of the words in the region of the formats, as in "en-DE": "23 Nov", not "Nov 23" or "23. Nov.". */
function dateLocale(): string | Intl.Locale {
  const region = formats.times === null ? undefined : new Intl.Locale(formats.times).region
  if (region === undefined) return timeTexts.locale
  const { script } = new Intl.Locale(timeTexts.locale).maximize()
  const regional = new Intl.Locale(timeTexts.locale, { region })
  // "zh-US" would be written in traditional characters.
  return script === regional.maximize().script || script === undefined
    ? regional
    : new Intl.Locale(regional, { script })
}

/** By locales. */
const hour12 = new Map<string, boolean>()

function usesHour12(): boolean {
  const locales = preferred(formats.times)
  const key = locales.join()
  const is12 =
    hour12.get(key) ?? new Intl.DateTimeFormat(locales, { hour: 'numeric' }).resolvedOptions().hour12 ?? false
  hour12.set(key, is12)
  return is12
}

/** An amount in the parts that are set differently: `before` and `after` surround the cents. */
export type Money = {
  readonly text: string
  readonly before: string
  readonly cents: string
  readonly after: string
  /** True when the amount can only be said in words ("less than $0.01"), all of them in `before`. */
  readonly inWords: boolean
}

/**
 * Cents, perhaps fractional, rounded half away from zero to whole ones. What isn't zero is never shown as zero:
 * under half a cent it is said in words.
 */
export function money(cents: number): Money {
  const rounded = Math.round(Math.abs(cents))
  if (rounded === 0 && Math.abs(cents) >= nothingCents) {
    const cent = currency().format(0.01)
    const text = cents > 0 ? timeTexts.time.lessThan(cent) : timeTexts.time.lessThanBelowZero(cent)
    return { text, before: text, cents: '', after: '', inWords: true }
  }
  const parts = currency().formatToParts(rounded / 100)
  const point = parts.findIndex((part) => part.type === 'decimal')
  const join = (some: readonly Intl.NumberFormatPart[]) => some.map((part) => part.value).join('')
  const before = `${cents < 0 && rounded > 0 ? '−' : ''}${join(parts.slice(0, point))}`
  const fraction = join(parts.slice(point, point + 2))
  const after = join(parts.slice(point + 2))
  return { text: `${before}${fraction}${after}`, before, cents: fraction, after, inWords: false }
}

/** The sign of the currency as it stands beside an amount: "$" before it, "US$ " before it, or " $" after it. */
export function currencySign(): { readonly before: string; readonly after: string } {
  const parts = currency().formatToParts(1)
  const digits = parts.findIndex((part) => part.type === 'integer')
  const sign = (some: readonly Intl.NumberFormatPart[]) =>
    some.map((part) => (part.type === 'currency' || part.type === 'literal' ? part.value : '')).join('')
  return { before: sign(parts.slice(0, digits)), after: sign(parts.slice(digits)) }
}

/** An amount that was added: "+$50.00". */
export function added(cents: number): string {
  return `+${money(cents).text}`
}

/** Whole dollars: "$50". */
export function wholeMoney(cents: number): string {
  const { before, after } = money(cents)
  return `${before}${after}`
}

/** For an axis, beside amounts that name the currency: "$300", and the cents only where the steps need them. */
export function axisMoney(cents: number, stepCents: number): string {
  const narrow = { ...currencyOptions, currencyDisplay: 'narrowSymbol' } as const
  const format = numberFormat(
    formats.money,
    stepCents % 100 === 0 ? { ...narrow, maximumFractionDigits: 0 } : narrow,
  )
  return `${cents < 0 ? '−' : ''}${format.format(Math.abs(cents) / 100)}`
}

/** An amount without its sign, for a field that has it: "100.00". */
export function plainMoney(cents: number): string {
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 }
  return numberFormat(formats.money, digits).format(cents / 100)
}

/**
 * An amount as a number that other programs parse, whatever the language: "-4.10". Cents may be fractional: as many
 * digits as there are, two at least.
 */
export function decimalDollars(cents: number): string {
  const fixed = (cents / 100).toFixed(6)
  return fixed.replace(/(\.\d\d\d*?)0+$/, '$1').replace(/^-(0\.00)$/, '$1')
}

/** A whole number, grouped. */
export function count(value: number): string {
  return numberFormat(formats.numbers, { maximumFractionDigits: 0 }).format(value)
}

/** @param fraction 0.45 is "45%" */
export function percent(fraction: number): string {
  return numberFormat(formats.numbers, { style: 'percent' }).format(fraction)
}

/** What groups the thousands of an amount, if anything. */
export function groupSeparator(): string | undefined {
  return currency()
    .formatToParts(12_345)
    .find(({ type }) => type === 'group')?.value
}

/** A number with one decimal where it has one: "2.5". */
export function oneDecimal(value: number): string {
  return numberFormat(formats.numbers, { maximumFractionDigits: 1 }).format(value)
}

/** "just now", "24 min ago", "5 h ago", then the date. */
export function age(at: number, now: number): string {
  const passed = now - at
  if (passed < minute) return timeTexts.time.justNow
  if (passed < hour) return timeTexts.time.minutesAgo(Math.floor(passed / minute))
  if (passed < day) return timeTexts.time.hoursAgo(Math.floor(passed / hour))
  return date(at, now)
}

/** The clock's time: "14:08" or "2:08 PM". */
export function timeOfDay(at: number): string {
  const hours = usesHour12()
    ? ({ hour: 'numeric', hourCycle: 'h12' } as const)
    : ({ hour: '2-digit', hourCycle: 'h23' } as const)
  return formatTime(at, { ...hours, minute: '2-digit' })
}

/** "Nov 16", and the year only where it differs from now's. */
export function date(at: number, now: number): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  const year = sameYear ? {} : ({ year: 'numeric' } as const)
  return formatTime(at, { month: 'short', day: 'numeric', ...year })
}

/** The time alone if it is today, else date and time. */
export function moment(at: number, now: number): string {
  const today = new Date(at).toDateString() === new Date(now).toDateString()
  return today ? timeOfDay(at) : dateAndTime(at, now)
}

/** "Nov 16, 14:08", joined as the language does. */
export function dateAndTime(at: number, now: number): string {
  return timeTexts.time.dateAndTime(date(at, now), timeOfDay(at))
}

/** "Mon, Nov 17", and the year only where it differs from now's. */
export function weekdayDate(at: number, now: number): string {
  return timeTexts.time.weekdayAndDate(weekday(at), date(at, now))
}

/** "Mon". */
export function weekday(at: number): string {
  return formatTime(at, { weekday: 'short' })
}

/** "Nov". */
export function monthName(at: number): string {
  return formatTime(at, { month: 'short' })
}

/** What is left, as a clock: "8:42", "1:08:42"; never below "0:00". */
export function countdown(ms: number): string {
  const seconds = wholeSeconds(ms)
  const two = (value: number) => String(value).padStart(2, '0')
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`
}

/** "10 minutes", "90 seconds": the largest unit that says it exactly enough. */
export function duration(ms: number): string {
  const { unitsAreSpelledOut, seconds, minutes, hours } = timeTexts.time
  const [value, unit] =
    ms < 2 * minute
      ? ([Math.max(1, Math.round(ms / second)), 'second'] as const)
      : ms < 2 * hour
        ? ([Math.round(ms / minute), 'minute'] as const)
        : ([Math.round(ms / hour), 'hour'] as const)
  if (!unitsAreSpelledOut) return { second: seconds, minute: minutes, hour: hours }[unit](value)
  return new Intl.NumberFormat(timeTexts.locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value)
}

/** "13 h", "40 min", "20 s": short enough to stand beside something else. */
export function shortDuration(ms: number): string {
  if (ms < minute) return timeTexts.time.seconds(Math.max(0, Math.ceil(ms / second)))
  if (ms < hour) return timeTexts.time.minutes(Math.round(ms / minute))
  return timeTexts.time.hours(Math.round(ms / hour))
}

/** Whole seconds, rounded up, so that a countdown shows 0 only when it is over. */
export function wholeSeconds(ms: number): number {
  return Math.max(0, Math.ceil(ms / second))
}

/** What is left of a time, in its two largest units: "75 days", "6 days 23 h", "7 min 12 s"; never below "0 s". */
export function timeLeft(ms: number): string {
  const { days, hours, minutes, seconds } = timeTexts.time
  const left = wholeSeconds(ms) * second
  const whole = (unit: number) => Math.floor(left / unit)
  const two = (one: string, rest: number, other: (rest: number) => string) =>
    rest === 0 ? one : `${one} ${other(rest)}`
  if (left >= 10 * day) return days(whole(day))
  if (left >= day) return two(days(whole(day)), whole(hour) % 24, hours)
  if (left >= hour) return two(hours(whole(hour)), whole(minute) % 60, minutes)
  if (left >= minute) return two(minutes(whole(minute)), whole(second) % 60, seconds)
  return seconds(whole(second))
}

/** Sentences one after the other, as the language sets them; empty ones are left out. */
export function sentences(...some: readonly string[]): string {
  return some.filter((sentence) => sentence !== '').join(timeTexts.time.betweenSentences)
}

/** Titles and sentences that are read out one after the other: each ends with a full stop, or its own mark. */
export function spokenSentences(...some: readonly string[]): string {
  const ended = some.map((one) =>
    one === '' || /[.!?…。！？]$/.test(one) ? one : `${one}${timeTexts.time.fullStop}`,
  )
  return sentences(...ended)
}
