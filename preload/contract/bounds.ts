/**
 * Bounds of what the user types: the window checks them while typing, main checks them again. They are apart from the
 * schemas, which the window doesn't load.
 */

/** Of an app or a key; in characters as people count them, not in UTF-16 code units. */
export const maxNameLength = 100
/** What one call takes (Account API). */
export const maxTopUpCents = 10_000
export const maxDaysLeft = 365
export const maxRotateAfterDays = 3650
export const maxProxyUsernameLength = 256
export const maxProxyPasswordLength = 1024
