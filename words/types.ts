/** What a language has to say: as much as English does. */
import type { enDesktop } from './en/desktop.ts'
import type { en } from './en/index.ts'

/** Of the window. */
export type Words = typeof en
/** Of main. */
export type DesktopWords = typeof enDesktop
