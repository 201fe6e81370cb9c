import { type Language, languages } from '../../../preload/contract/index.ts'

/**
 * The first of the system's languages that the app is translated into, or English. A missing region falls back to the
 * language's other one, such as "pt-PT" to "pt-BR".
 * @param preferred BCP 47 tags, best first
 */
export function nearestLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const exact = languages.find((one) => one.toLowerCase() === tag.toLowerCase())
    // A reader of traditional Chinese is better served by English than by simplified characters.
    const isTraditional = /^zh-(?:hant|tw|hk|mo)/i.test(tag)
    const near = isTraditional ? undefined : languages.find((one) => primary(one) === primary(tag))
    if (exact ?? near) return exact ?? near ?? 'en'
  }
  return 'en'
}

function primary(tag: string): string {
  return (tag.split('-')[0] ?? '').toLowerCase()
}
