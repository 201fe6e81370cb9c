import type { AppState, Organisation } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { Shell } from '../parts/shell.tsx'

export function Settings({ state, organisation }: { state: AppState; organisation: Organisation | null }) {
  return (
    <Shell state={state} screen="settings" organisation={organisation} title={words.nav.settings}>
      <p class="ink-2">{words.app.unofficial}</p>
    </Shell>
  )
}
