/** Speaks English from the start: for tests. */
import './desktop.ts'
import { en } from './en/index.ts'
import { learn, speak } from './index.ts'

speak(en)
await learn()
