import { render } from 'preact'
import { words } from '../words/index.ts'
import { App } from './app.tsx'
import { send } from './bridge.ts'
import { readyToPaint } from './first-paint.ts'
import { loadOnFirstInput } from './lazy.tsx'

/** Renders the window and tells main once it can be shown. The words of its language must be loaded. */
export function renderApp(): void {
  document.documentElement.lang = words.locale
  document.documentElement.dir = words.direction
  render(<App />, document.body)
  void readyToPaint().then(() => {
    document.body.classList.remove('is-incomplete')
    performance.mark('rendered')
    void send('view.rendered', {})
    loadOnFirstInput()
  })
  document.addEventListener('visibilitychange', () => {
    void send('view.visible', { visible: document.visibilityState === 'visible' })
  })
}
