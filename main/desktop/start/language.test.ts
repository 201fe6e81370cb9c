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

test('the first of the system’s languages that there are words in', () => {
  expect(nearestLanguage(['fi', 'de-AT', 'fr'])).toBe('de')
  expect(nearestLanguage(['pt-PT'])).toBe('pt-BR')
  expect(nearestLanguage(['zh-Hans-SG'])).toBe('zh-CN')
})

test('traditional characters are not served by simplified ones', () => {
  for (const tag of ['zh-TW', 'zh-HK', 'zh-Hant']) expect(nearestLanguage([tag])).toBe('en')
})
