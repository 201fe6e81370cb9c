/** Letters and digits that take a space beside Chinese ones. */
const narrowStart = /^[\p{Script=Latin}\d$−+]/u
const narrowEnd = /[\p{Script=Latin}\d]$/u

/** What stands between Chinese letters, with the spaces that it needs: “ 14:08 ”, “ 11月16日”, “下午2:08 ”. */
export const spaced = (what: string): string =>
  `${narrowStart.test(what) ? ' ' : ''}${what}${narrowEnd.test(what) ? ' ' : ''}`

/** The same at the end of a sentence, or before a punctuation mark. */
export const spacedBefore = (what: string): string => `${narrowStart.test(what) ? ' ' : ''}${what}`

/** The same at the start of a sentence, or after a punctuation mark. */
export const spacedAfter = (what: string): string => `${what}${narrowEnd.test(what) ? ' ' : ''}`
