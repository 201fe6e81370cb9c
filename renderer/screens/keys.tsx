import type { AppState, Organisation } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { Icon } from '../parts/icon.tsx'
import { Shell } from '../parts/shell.tsx'

export function Keys({ state, organisation }: { state: AppState; organisation: Organisation }) {
  return (
    <Shell state={state} screen="keys" organisation={organisation} title={words.nav.keys}>
      <p class="ink-2">{words.nav.inConsole}</p>
      <p class="acts gap">
        <button type="button" class="btn" onClick={() => send('link.open', { destination: 'console' })}>
          {words.nav.openConsole}
          <Icon name="out" />
        </button>
      </p>
    </Shell>
  )
}
