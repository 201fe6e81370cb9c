import { expect, test } from 'vitest'
import { nearestLanguage } from './language.ts'

test('English serves who has no language of ours', () => {
  expect(nearestLanguage([])).toBe('en')
  expect(nearestLanguage(['tlh', 'fi-FI'])).toBe('en')
})

test('regions and case make no difference', () => {
  expect(nearestLanguage(['en-GB'])).toBe('en')
  expect(nearestLanguage(['EN-us'])).toBe('en')
})
