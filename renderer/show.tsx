import { render } from 'preact'
import { words } from '../words/index.ts'
import { App } from './app.tsx'
import { loadTheRest } from './later.tsx'

/** Draws the window, in the language that was loaded. */
export function show(): void {
  document.documentElement.lang = words.locale
  document.documentElement.dir = words.direction
  render(<App />, document.body)
  loadTheRest()
}
