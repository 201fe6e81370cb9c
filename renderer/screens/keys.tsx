import type { AppState, Organisation } from '../../preload/contract/index.ts'
import { laterWords } from '../../words/index.ts'
import { send, sendCommand } from '../bridge.ts'
import { newKeyCommand } from '../commands.ts'
import { disabledReason } from '../keys/disabled-reason.ts'
import { KeyList } from '../keys/key-list.tsx'
import { Icon } from '../parts/icon.tsx'
import { Shell } from '../parts/shell.tsx'
import { withShortcut } from '../shortcut-label.ts'

const text = laterWords.keys

/** The apps of an organisation, and the keys that were created with this app. */
export function KeysScreen({ state, organisation }: { state: AppState; organisation: Organisation }) {
  const reason = disabledReason(organisation)
  // Before the first key, the button is on the empty page.
  const isEmpty = organisation.keys.keys === 0
  const openNewKey = () => {
    const command = newKeyCommand(organisation, null)
    if (reason === null && command) void sendCommand(command)
  }
  const openNewApp = () => {
    if (reason === null)
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
            class="btn compact"
            aria-disabled={reason !== null}
            title={reason ?? undefined}
            onClick={openNewApp}
          >
            {text.newApp}
          </button>
          {!isEmpty && (
            <button
              type="button"
              class={reason === null ? 'btn compact primary' : 'btn compact'}
              aria-disabled={reason !== null}
              title={reason ?? withShortcut(text.newKey, { kind: 'new-key' })}
              onClick={openNewKey}
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
