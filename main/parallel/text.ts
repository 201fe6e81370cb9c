/** Bidirectional overrides and other invisible characters. */
const invisible = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu
const breaks = /[\p{Cc}\u2028\u2029]+/gu
/**
 * Text without ink: what Unicode lets a font ignore (it includes the Hangul fillers), blanks, and those that Unicode
 * counts among the visible although they are drawn empty (braille blank, null notehead, annotation marks).
 */
const withoutInk = /^[\p{Default_Ignorable_Code_Point}\p{White_Space}\u2800\u{1D159}\uFFF9-\uFFFB]*$/u
const loneSurrogate = /\p{Cs}/gu

/**
 * Makes untrusted text safe to show and log: one line, without control and bidirectional-override characters, at most
 * `maxLength` code points. Empty when nothing of it would be visible.
 */
export function cleanText(text: string, maxLength = 200): string {
  const cleaned = text.replace(loneSurrogate, '\uFFFD').replace(invisible, '').replace(breaks, ' ').trim()
  if (withoutInk.test(cleaned)) return ''
  const points = [...cleaned]
  return points.length <= maxLength ? cleaned : `${points.slice(0, maxLength - 1).join('')}…`
}

/** The name to show for something with an ID: its name if that is visible, or else the ID, both cleaned. */
export function displayName(id: string, name: string | null): string {
  return cleanText(name ?? '') || cleanText(id) || '?'
}
