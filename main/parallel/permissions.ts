/** Maps the permissions that the user chooses to OAuth scopes. */
import type { Permission } from '../../preload/contract/index.ts'

const scopesOf: Readonly<Record<Permission, readonly string[]>> = {
  see: ['balance:read', 'apps:read', 'keys:read'],
  manage: ['apps:create', 'apps:delete', 'keys:create', 'keys:delete'],
  'add-money': ['balance:add'],
}

/** In display order. */
const permissions: readonly Permission[] = ['see', 'manage', 'add-money']

/** Adds `see`, which every sign-in needs, and sorts. */
export function completePermissions(chosen: readonly Permission[]): readonly Permission[] {
  return permissions.filter((one) => one === 'see' || chosen.includes(one))
}

export function scopesFor(chosen: readonly Permission[]): readonly string[] {
  return completePermissions(chosen).flatMap((one) => scopesOf[one])
}

/** The permissions with all of their scopes granted, as a grant may be narrower than the request (RFC 6749 3.3). */
export function permissionsOf(scope: readonly string[]): readonly Permission[] {
  return permissions.filter((one) => scopesOf[one].every((needed) => scope.includes(needed)))
}
