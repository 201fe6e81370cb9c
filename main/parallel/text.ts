/** Bidirectional overrides and other invisible characters. */
const invisible = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu
const breaks = /[\p{Cc}\u2028\u2029]+/gu
const loneSurrogate = /\p{Cs}/gu

/**
 * Makes untrusted text safe to show and log: one line, without control and bidirectional-override characters, at most
 * `maxLength` code points.
 */
export function cleanText(text: string, maxLength = 200): string {
  const cleaned = text.replace(loneSurrogate, '\uFFFD').replace(invisible, '').replace(breaks, ' ').trim()
  const points = [...cleaned]
  return points.length <= maxLength ? cleaned : `${points.slice(0, maxLength - 1).join('')}…`
}
