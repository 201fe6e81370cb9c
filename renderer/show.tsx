import { render } from 'preact'
import { words } from '../words/index.ts'
import { App } from './app.tsx'
import { send } from './bridge.ts'
import { loadTheRest, whenComplete } from './later.tsx'

/** Draws the window, in the language that was loaded, and tells main once it can be shown. */
export function show(): void {
  document.documentElement.lang = words.locale
  document.documentElement.dir = words.direction
  render(<App />, document.body)
  void whenComplete().then(() => send('view.rendered', {}))
  loadTheRest()
}
