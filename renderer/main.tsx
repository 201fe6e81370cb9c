/** Entry point of the window: loads the state, then the words of its language, then the components. */
import './theme/tokens.css'
import './theme/components.css'
import './theme/window.css'
import './theme/account.css'
import './theme/organisations.css'
import { load, speak } from '../words/index.ts'
import { setRegionalFormats } from '../words/time-texts.ts'
import { connect } from './bridge.ts'

// No top-level await: the awaited module is in the same bundle file and would wait for this one.
async function start(): Promise<void> {
  const state = await connect()
  speak(await load(state?.language ?? 'en', state?.systemInfo.platform))
  if (state !== null) setRegionalFormats(state.systemInfo.formats)
  // Not a static import: modules read their words while they load.
  const { renderApp } = await import('./render-app.tsx')
  renderApp()
}

void start()
