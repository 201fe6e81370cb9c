/**
 * Text that a server sent is not trusted: without control and bidirectional-override characters,
 * on one line, and of bounded length it can be shown and logged.
 */
const invisible = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu
const breaks = /[\p{Cc}\u2028\u2029]+/gu
const loneSurrogate = /\p{Cs}/gu

/** At most `longest` code points of `text`, cleaned. */
export function cleanText(text: string, longest = 200): string {
  const cleaned = text.replace(loneSurrogate, '\uFFFD').replace(invisible, '').replace(breaks, ' ').trim()
  const points = [...cleaned]
  return points.length <= longest ? cleaned : `${points.slice(0, longest - 1).join('')}…`
}
