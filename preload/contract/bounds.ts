/**
 * Limits for user input. The window checks them while the user types, and main checks them again. They are separate from
 * the schemas, which the window doesn't load.
 */

/** Of an app or a key; in characters as people count them, not in UTF-16 code units. */
export const maxNameLength = 100
/** The maximum of one call (Account API). */
export const maxTopUpCents = 10_000
/**
 * The maximum that this installation charges within 24 hours, independent of the user's limit. For one organisation five
 * times the maximum of one call, which is more than three times the default limit; twice that for all.
 */
export const maxChargedPerDayCents = { organisation: 50_000, all: 100_000 }
export const maxDaysLeft = 365
export const maxRotateAfterDays = 3650
export const maxProxyUsernameLength = 256
export const maxProxyPasswordLength = 1024
