import { type Language, languages } from '../../../preload/contract/index.ts'

/**
 * The first language of the system that there are words in, else English. A region that we lack is served by the
 * language's other one: "pt-PT" by "pt-BR".
 * @param preferred BCP 47 tags, best first
 */
export function nearestLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const exact = languages.find((one) => one.toLowerCase() === tag.toLowerCase())
    // Traditional Chinese is written with other characters: English serves better than the simplified ones.
    const isTraditional = /^zh-(?:hant|tw|hk|mo)/i.test(tag)
    const near = isTraditional ? undefined : languages.find((one) => primary(one) === primary(tag))
    if (exact ?? near) return exact ?? near ?? 'en'
  }
  return 'en'
}

function primary(tag: string): string {
  return (tag.split('-')[0] ?? '').toLowerCase()
}
