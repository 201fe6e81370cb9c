import type { Settings } from '../../preload/contract/index.ts'

/** The languages there are words for, each by its own name. */
export const availableLanguages: readonly {
  readonly language: Exclude<Settings['language'], 'system'>
  readonly name: string
}[] = [{ language: 'en', name: 'English' }]
