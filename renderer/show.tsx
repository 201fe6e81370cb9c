import { render } from 'preact'
import { words } from '../words/index.ts'
import { App } from './app.tsx'
import { onFailure } from './bridge.ts'
import { tellFailure } from './parts/toast.tsx'

/** Draws the window, in the language that was loaded. */
export function show(): void {
  document.documentElement.lang = words.locale
  document.documentElement.dir = words.direction
  onFailure(tellFailure)
  render(<App />, document.body)
}
