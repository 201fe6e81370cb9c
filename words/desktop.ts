/**
 * Every word that main says, in the language that is spoken now. Main begins with English, where somebody may have to
 * be told something before any setting is read, and changes over: so it looks words up when it says them.
 */
import type { DisplayLanguage, SystemInfo } from '../preload/contract/index.ts'
import { enDesktop } from './en/desktop.ts'
import { otherWords, withOtherWords } from './systems.ts'
import { setTimeTexts } from './time-texts.ts'
import type { DesktopWords } from './types.ts'

export let words: DesktopWords = enDesktop
setTimeTexts(words)

export function speak(next: DesktopWords): void {
  words = next
  setTimeTexts(next)
}

const catalogues: Readonly<Record<DisplayLanguage, () => Promise<DesktopWords>>> = {
  en: async () => enDesktop,
  de: async () => (await import('./de/desktop.ts')).deDesktop,
  es: async () => (await import('./es/desktop.ts')).esDesktop,
  fr: async () => (await import('./fr/desktop.ts')).frDesktop,
  ja: async () => (await import('./ja/desktop.ts')).jaDesktop,
  'pt-BR': async () => (await import('./pt-BR/desktop.ts')).ptBRDesktop,
  'zh-CN': async () => (await import('./zh-CN/desktop.ts')).zhCNDesktop,
  pseudo: async () => (await import('./pseudo-desktop.ts')).pseudoDesktop('ltr'),
  'pseudo-rtl': async () => (await import('./pseudo-desktop.ts')).pseudoDesktop('rtl'),
}

/** The words of a language, as they are said on this system. */
export async function load(
  language: DisplayLanguage,
  platform: SystemInfo['platform'] = 'linux',
): Promise<DesktopWords> {
  const [own, other] = await Promise.all([catalogues[language](), otherWords(language, platform)])
  return withOtherWords(own, other.desktop)
}
