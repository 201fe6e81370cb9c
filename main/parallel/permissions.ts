/** What the user chooses ("permissions") and what the protocol asks for (scopes). */
import type { Permission } from '../../preload/contract/index.ts'

const scopesOf: Readonly<Record<Permission, readonly string[]>> = {
  see: ['balance:read', 'apps:read', 'keys:read'],
  manage: ['apps:create', 'apps:delete', 'keys:create', 'keys:delete'],
  'add-money': ['balance:add'],
}

/** In the order in which they are shown. */
const permissions: readonly Permission[] = ['see', 'manage', 'add-money']

/** The choice made whole: `see` is always part of it. */
export function completePermissions(chosen: readonly Permission[]): readonly Permission[] {
  return permissions.filter((one) => one === 'see' || chosen.includes(one))
}

export function scopesFor(chosen: readonly Permission[]): readonly string[] {
  return completePermissions(chosen).flatMap((one) => scopesOf[one])
}

/** A permission is granted when all of its scopes are: a grant may be narrower than asked (RFC 6749 3.3). */
export function permissionsOf(scope: readonly string[]): readonly Permission[] {
  return permissions.filter((one) => scopesOf[one].every((needed) => scope.includes(needed)))
}
