import { render } from 'preact'
import { words } from '../words/index.ts'
import { App } from './app.tsx'
import { preloadLazyComponents } from './lazy.tsx'

/** Renders the window. The words of its language must be loaded. */
export function renderApp(): void {
  document.documentElement.lang = words.locale
  document.documentElement.dir = words.direction
  render(<App />, document.body)
  preloadLazyComponents()
}
