import type { AppState, Organisation } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { Shell } from '../parts/shell.tsx'

export function Activity({ state, organisation }: { state: AppState; organisation: Organisation }) {
  return (
    <Shell state={state} screen="activity" organisation={organisation} title={words.nav.activity}>
      <p class="ink-2">{words.nav.kept(organisation.history.readings)}</p>
    </Shell>
  )
}
