/** The window's beginning: the state first, then the words of its language, then what says them. */
import './theme/tokens.css'
import './theme/look.css'
import './theme/window.css'
import './theme/account.css'
import { load, speak } from '../words/index.ts'
import { connect } from './bridge.ts'

const state = await connect()
speak(await load(state?.language ?? 'en'))
// Only now: what a screen says is looked up while its file is read.
const { show } = await import('./show.tsx')
show()
