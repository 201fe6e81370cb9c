/** What a language has to say: as much as English does. */
import type { enDesktop } from './en/desktop.ts'
import type { en } from './en/index.ts'
import type { enLater } from './en/later.ts'

/** Of the window: what its first screen and the frame around all screens say. */
export type Words = typeof en
/** Of the window: the rest, which `Words` knows how to load. */
export type LaterWords = typeof enLater
/** Of main. */
export type DesktopWords = typeof enDesktop
