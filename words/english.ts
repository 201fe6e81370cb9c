/** Speaks English from the start: for main, where somebody may have to be told something before any setting is read. */
import { en } from './en/index.ts'
import { speak } from './index.ts'

speak(en)
