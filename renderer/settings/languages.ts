import type { Settings } from '../../preload/contract/index.ts'

/** The languages there are words for, each by its own name. */
export const availableLanguages: readonly {
  readonly language: Exclude<Settings['language'], 'system'>
  readonly name: string
}[] = [
  { language: 'en', name: 'English' },
  { language: 'de', name: 'Deutsch' },
  { language: 'es', name: 'Español' },
  { language: 'fr', name: 'Français' },
  { language: 'ja', name: '日本語' },
  { language: 'pt-BR', name: 'Português (Brasil)' },
  { language: 'zh-CN', name: '简体中文' },
]
