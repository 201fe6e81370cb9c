import { expect, test } from 'vitest'
import { completePermissions, permissionsOf, scopesFor } from './permissions.ts'

test('adds only the permission to see', () => {
  expect(scopesFor([])).toEqual(['balance:read', 'apps:read', 'keys:read'])
  expect(completePermissions(['add-money'])).toEqual(['see', 'add-money'])
  expect(scopesFor(['add-money'])).not.toContain('keys:create')
})

test('omits a permission whose scopes were granted only in part', () => {
  expect(permissionsOf(scopesFor(['manage', 'add-money']))).toEqual(['see', 'manage', 'add-money'])
  expect(permissionsOf(['balance:read', 'apps:read', 'keys:read', 'keys:create'])).toEqual(['see'])
  expect(permissionsOf([])).toEqual([])
})
