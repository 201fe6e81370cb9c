import { enDesktop } from './en/desktop.ts'
import { foreign } from './pseudo.ts'
import type { DesktopWords } from './types.ts'

/** See `pseudo.ts`. */
export function pseudoDesktop(direction: 'ltr' | 'rtl'): DesktopWords {
  return { ...foreign(enDesktop, direction), locale: enDesktop.locale, direction }
}
