import type { AppState, Organisation } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { perform, send } from '../bridge.ts'
import { newKey } from '../deeds.ts'
import { KeyList } from '../keys/key-list.tsx'
import { whyOff } from '../keys/managing.ts'
import { Icon } from '../parts/icon.tsx'
import { Shell } from '../parts/shell.tsx'

const text = words.keys

/** The apps of an organisation, and the keys that were made here. */
export function Keys({ state, organisation }: { state: AppState; organisation: Organisation }) {
  const why = whyOff(organisation)
  // Before the first key, the empty page has the button that matters.
  const isEmpty = organisation.keys.keys === 0
  const toNewKey = () => {
    const deed = newKey(organisation, null)
    if (why === null && deed) void perform(deed)
  }
  const toNewApp = () => {
    if (why === null)
      void send('dialog.open', { dialog: { kind: 'new-app', organisationId: organisation.id } })
  }
  return (
    <Shell
      state={state}
      screen="keys"
      organisation={organisation}
      title={text.title}
      tools={
        <div class="tools">
          <button
            type="button"
            class="btn s"
            aria-disabled={why !== null}
            title={why ?? undefined}
            onClick={toNewApp}
          >
            {text.newApp}
          </button>
          {!isEmpty && (
            <button
              type="button"
              class={why === null ? 'btn s primary' : 'btn s'}
              aria-disabled={why !== null}
              title={why ?? undefined}
              onClick={toNewKey}
            >
              <Icon name="plus" />
              {text.newKey}
            </button>
          )}
        </div>
      }
    >
      <KeyList key={organisation.id} organisation={organisation} />
    </Shell>
  )
}
