/**
 * Bounds of what the user types: the window checks them while typing, main checks them again. They are apart from the
 * schemas, which the window doesn't load.
 */

/** Of an app or a key; in characters as people count them, not in UTF-16 code units. */
export const maxNameLength = 100
/** What one call takes (Account API). */
export const maxTopUpCents = 10_000
/**
 * What is charged here within 24 hours at most, whatever the user's own limit is: five times what one call takes and
 * more than three times the default limit, for each organisation, and twice that in all.
 */
export const maxChargedPerDayCents = { organisation: 50_000, all: 100_000 }
export const maxDaysLeft = 365
export const maxRotateAfterDays = 3650
export const maxProxyUsernameLength = 256
export const maxProxyPasswordLength = 1024
