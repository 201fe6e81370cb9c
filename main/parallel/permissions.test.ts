import { expect, test } from 'vitest'
import { completePermissions, permissionsOf, scopesFor } from './permissions.ts'

test('seeing is always part of it, and nothing more than was chosen', () => {
  expect(scopesFor([])).toEqual(['balance:read', 'apps:read', 'keys:read'])
  expect(completePermissions(['add-money'])).toEqual(['see', 'add-money'])
  expect(scopesFor(['add-money'])).not.toContain('keys:create')
})

test('a narrower grant takes away what is not whole', () => {
  expect(permissionsOf(scopesFor(['manage', 'add-money']))).toEqual(['see', 'manage', 'add-money'])
  expect(permissionsOf(['balance:read', 'apps:read', 'keys:read', 'keys:create'])).toEqual(['see'])
  expect(permissionsOf([])).toEqual([])
})
