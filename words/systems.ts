/**
 * What macOS and Windows have other names for: a menu bar, a keychain. The catalogues speak of Linux, and `systems.ts`
 * beside them has the sentences that differ.
 */
import type { DisplayLanguage, SystemInfo } from '../preload/contract/index.ts'
import type { DesktopWords, LaterWords, Words } from './types.ts'

type Some<T> = T extends ((...args: never[]) => unknown) | readonly unknown[]
  ? T
  : { readonly [K in keyof T]?: Some<T[K]> }

/** By the three catalogues that a language has. */
export type OtherWords = {
  readonly window?: Some<Words>
  readonly later?: Some<LaterWords>
  readonly desktop?: Some<DesktopWords>
}
export type SystemWords = Readonly<Record<Exclude<SystemInfo['platform'], 'linux'>, OtherWords>>

const files: Readonly<Record<DisplayLanguage, (() => Promise<SystemWords>) | null>> = {
  en: async () => (await import('./en/systems.ts')).enSystems,
  de: async () => (await import('./de/systems.ts')).deSystems,
  es: async () => (await import('./es/systems.ts')).esSystems,
  fr: async () => (await import('./fr/systems.ts')).frSystems,
  ja: async () => (await import('./ja/systems.ts')).jaSystems,
  'pt-BR': async () => (await import('./pt-BR/systems.ts')).ptBRSystems,
  'zh-CN': async () => (await import('./zh-CN/systems.ts')).zhCNSystems,
  pseudo: null,
  'pseudo-rtl': null,
}

export async function otherWords(
  language: DisplayLanguage,
  platform: SystemInfo['platform'],
): Promise<OtherWords> {
  return platform === 'linux' ? {} : ((await files[language]?.())?.[platform] ?? {})
}

/** The catalogue with what is said otherwise in it. */
export function withOtherWords<T extends object>(words: T, other: NoInfer<Some<T>> | undefined): T {
  const merged = Object.entries(words).map(([name, own]) => {
    const others = (other as Readonly<Record<string, unknown>> | undefined)?.[name]
    if (others === undefined) return [name, own]
    return [name, isSection(own) && isSection(others) ? withOtherWords(own, others) : others]
  })
  return Object.fromEntries(merged) as T
}

function isSection(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
