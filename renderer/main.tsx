import { render } from 'preact'
import './theme/tokens.css'
import './theme/look.css'
import './theme/window.css'
import './theme/account.css'
import { App } from './app.tsx'
import { connect } from './bridge.ts'
import { loadTheRest } from './later.tsx'

connect()
render(<App />, document.body)
loadTheRest()
