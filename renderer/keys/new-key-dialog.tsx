import { useId, useState } from 'preact/hooks'
import type { Organisation } from '../../preload/contract/index.ts'
import { laterWords } from '../../words/index.ts'
import { Dialog } from '../parts/dialog.tsx'
import { FormButtons } from '../parts/form-buttons.tsx'
import { Icon } from '../parts/icon.tsx'
import { useBusy } from '../use-busy.ts'
import { useQuery } from '../use-query.ts'
import { ChangeFailure } from './change-failure.tsx'
import { useKeysChange } from './use-keys-change.ts'
import { useNameField } from './use-name-field.tsx'

const text = laterWords.keys.newKeyDialog

/** Asks for the name and the app of a new key; the secret is shown in another dialog. */
export function NewKeyDialog({ organisation, appId }: { organisation: Organisation; appId: string | null }) {
  const organisationId = organisation.id
  const id = useId()
  const [selectedId, setSelectedId] = useState<string | null>(appId)
  const nameField = useNameField()
  const change = useKeysChange(organisation, (other) => other.kind === 'new-key')
  const [isSending, run] = useBusy()
  const apps = useQuery('keys.read', { organisationId }, organisation.keys.revision).value?.apps ?? []
  const listedApps = apps.filter(({ listed }) => listed)
  const selectedApp = listedApps.find(({ appId }) => appId === selectedId) ?? listedApps[0]
  const busy = isSending || change.busy
  const create = () => {
    nameField.showErrors()
    if (!nameField.isValid || !selectedApp || busy) return
    const { appId } = selectedApp
    void run(() => change.run('keys.create', { organisationId, appId, name: nameField.name }))
  }
  return (
    <Dialog titleId="new-key-title" onCancel={() => void change.close()}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          create()
        }}
      >
        <h2 id="new-key-title">{text.title}</h2>
        {nameField.render({ label: text.name, note: text.note, busy })}
        <div class="field-box">
          <label class="field-label" for={id}>
            {text.app}
          </label>
          <span class="select-box">
            <select
              id={id}
              class="select"
              value={selectedApp?.appId}
              disabled={busy || listedApps.length === 0}
              onChange={(event) => setSelectedId(event.currentTarget.value)}
            >
              {listedApps.map((app) => (
                <option key={app.appId} value={app.appId}>
                  {app.name}
                </option>
              ))}
            </select>
            <Icon name="down" />
          </span>
          {listedApps.length === 0 && organisation.keys.listedAt !== null && (
            <p class="field-note">{laterWords.keys.off.noApp}</p>
          )}
        </div>
        {change.failure && (
          <ChangeFailure kind="new-key" name={change.failedName ?? nameField.name} failure={change.failure} />
        )}
        <FormButtons
          submitText={text.act}
          busyText={laterWords.keys.busy['new-key']}
          busy={busy}
          disabled={selectedApp === undefined}
          onCancel={() => void change.close()}
        />
      </form>
    </Dialog>
  )
}
