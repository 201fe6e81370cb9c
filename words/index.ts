/**
 * All texts of the window in the current language; those of main are in `desktop.ts`. A language is an object of type
 * `Words`, so the compiler lists missing texts. Only the current language is loaded: the first screen's texts before
 * anything else, the others with the first lazy component (`renderer/lazy.tsx`). For another language the window reloads.
 */
import type { DisplayLanguage, SystemInfo } from '../preload/contract/index.ts'
import { otherWords, withOtherWords } from './systems.ts'
import { setTimeTexts } from './time-texts.ts'
import type { LaterWords, Words } from './types.ts'

export let words: Words
/** Of what isn't on the first screen: there once `learn` has ended. */
export let laterWords: LaterWords

export function speak(next: Words): void {
  words = next
  setTimeTexts(next)
}

/** Loads the words of what is shown later, in the language that is spoken. */
export async function learn(): Promise<void> {
  laterWords = await words.later()
}

/** Where each language's words come from; each is loaded when it is asked for. */
const catalogues: Readonly<Record<DisplayLanguage, () => Promise<Words>>> = {
  en: async () => (await import('./en/index.ts')).en,
  de: async () => (await import('./de/index.ts')).de,
  es: async () => (await import('./es/index.ts')).es,
  fr: async () => (await import('./fr/index.ts')).fr,
  ja: async () => (await import('./ja/index.ts')).ja,
  'pt-BR': async () => (await import('./pt-BR/index.ts')).ptBR,
  'zh-CN': async () => (await import('./zh-CN/index.ts')).zhCN,
  pseudo: async () => (await import('./pseudo.ts')).pseudo('ltr'),
  'pseudo-rtl': async () => (await import('./pseudo.ts')).pseudo('rtl'),
}

/** The words of a language, as they are said on this system. */
export async function load(
  language: DisplayLanguage,
  platform: SystemInfo['platform'] = 'linux',
): Promise<Words> {
  const [own, other] = await Promise.all([catalogues[language](), otherWords(language, platform)])
  const later = async () => withOtherWords(await own.later(), other.later)
  return { ...withOtherWords(own, other.window), later }
}

export type { Phrase } from './phrase.ts'
export type { LaterWords, Words } from './types.ts'
