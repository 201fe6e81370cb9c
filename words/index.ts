/**
 * Every visible word of the app, for window, tray and notices alike.
 * Another language is another object of type `Words`: the compiler says what it lacks.
 */
import { en } from './en/index.ts'

export type Words = typeof en

export const words: Words = en

export type { Phrase } from './phrase.ts'
