/** A time alone takes « à », a date takes « le »: what is said with a moment doesn't know beforehand which it gets. */
const isTime = (when: string): boolean => /^\d{1,2}(?::|\sh)/.test(when)

/** « à 14:08 », « le 16 nov. à 14:08 » */
export const at = (when: string): string => (isTime(when) ? `à ${when}` : `le ${when}`)

/** « depuis 14:08 », « depuis le 16 nov. à 14:08 » */
export const since = (when: string): string => (isTime(when) ? `depuis ${when}` : `depuis le ${when}`)

/** « jusqu’à 14:08 », « jusqu’au 16 nov. à 14:08 » */
export const until = (when: string): string => (isTime(when) ? `jusqu’à ${when}` : `jusqu’au ${when}`)

/** Ends a sentence, unless an abbreviated month has ended it already: « le 14 déc. » */
export const ended = (sentence: string): string => (sentence.endsWith('.') ? sentence : `${sentence}.`)
