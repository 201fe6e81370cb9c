/** Entry point of the window: loads the state, then the words of its language, then the components. */
import './theme/tokens.css'
import './theme/components.css'
import './theme/window.css'
import './theme/account.css'
import './theme/organisations.css'
import { load, speak } from '../words/index.ts'
import { setRegionalFormats } from '../words/time-texts.ts'
import { connect } from './bridge.ts'

// No top-level await: what this module waits for would wait for it in turn, as both are in one file.
async function start(): Promise<void> {
  const state = await connect()
  speak(await load(state?.language ?? 'en', state?.systemInfo.platform))
  if (state !== null) setRegionalFormats(state.systemInfo.formats)
  // Not a static import: modules read their words while they load.
  const { renderApp } = await import('./render-app.tsx')
  renderApp()
}

void start()
