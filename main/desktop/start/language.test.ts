import { expect, test } from 'vitest'
import { nearestLanguage } from './language.ts'

test('falls back to English', () => {
  expect(nearestLanguage([])).toBe('en')
  expect(nearestLanguage(['tlh', 'fi-FI'])).toBe('en')
})

test('ignores region and case', () => {
  expect(nearestLanguage(['en-GB'])).toBe('en')
  expect(nearestLanguage(['EN-us'])).toBe('en')
})

test('takes the first of the system’s languages that is translated', () => {
  expect(nearestLanguage(['fi', 'de-AT', 'fr'])).toBe('de')
  expect(nearestLanguage(['pt-PT'])).toBe('pt-BR')
  expect(nearestLanguage(['zh-Hans-SG'])).toBe('zh-CN')
})

test('doesn’t offer simplified Chinese to readers of traditional Chinese', () => {
  for (const tag of ['zh-TW', 'zh-HK', 'zh-Hant']) expect(nearestLanguage([tag])).toBe('en')
})
