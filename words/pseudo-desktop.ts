import type { DesktopWords } from './desktop.ts'
import { enDesktop } from './en/desktop.ts'
import { foreign } from './pseudo.ts'

/** See `pseudo.ts`. */
export function pseudoDesktop(direction: 'ltr' | 'rtl'): DesktopWords {
  return { ...foreign(enDesktop, direction), locale: enDesktop.locale, direction }
}
