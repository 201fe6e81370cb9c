/** A time alone takes „um“, a date takes „am“: what is said with a moment doesn't know beforehand which it gets. */
const isTime = (when: string): boolean => /^\d{1,2}:/.test(when)

/** „14:08 Uhr“, „16. Nov., 14:08 Uhr“; "2:08 PM" and dates stay as they are. */
const clock = (when: string): string => (/\d:\d\d$/.test(when) ? `${when} Uhr` : when)

/** „um 14:08 Uhr“, „am 16. Nov., 14:08 Uhr“ */
export const at = (when: string): string => `${isTime(when) ? 'um' : 'am'} ${clock(when)}`

/** „seit 14:08 Uhr“, „seit dem 16. Nov., 14:08 Uhr“ */
export const since = (when: string): string => `seit ${isTime(when) ? '' : 'dem '}${clock(when)}`

/** „bis 14:08 Uhr“, „bis zum 16. Nov., 14:08 Uhr“ */
export const until = (when: string): string => `bis ${isTime(when) ? '' : 'zum '}${clock(when)}`

/** „von 14:08 Uhr“, „vom 16. Nov., 14:08 Uhr“ */
export const from = (when: string): string => `${isTime(when) ? 'von' : 'vom'} ${clock(when)}`

/** Ends a sentence, unless an abbreviated month has ended it already: „am 14. Dez.“ */
export const ended = (sentence: string): string => (sentence.endsWith('.') ? sentence : `${sentence}.`)
