import { useState } from 'preact/hooks'
import type { Organisation } from '../../preload/contract/index.ts'
import { laterWords } from '../../words/index.ts'
import { Dialog } from '../parts/dialog.tsx'
import { Field } from '../parts/field.tsx'
import { FormButtons } from '../parts/form-buttons.tsx'
import { useBusy } from '../use-busy.ts'
import { ChangeFailure } from './change-failure.tsx'
import { useKeysChange } from './use-keys-change.ts'
import { useAppRow } from './use-ledger-rows.ts'

const text = laterWords.keys.deleteAppDialog

/** Deletes an app with all its keys. The user has to type the name of the app to confirm. */
export function DeleteAppDialog({ organisation, appId }: { organisation: Organisation; appId: string }) {
  const organisationId = organisation.id
  const [typed, setTyped] = useState('')
  const change = useKeysChange(organisation, (other) => other.kind === 'delete-app' && other.appId === appId)
  const [isSending, run] = useBusy()
  const app = useAppRow(organisation, appId)
  if (!app) return null

  const busy = isSending || change.busy
  // Unicode can encode the same visible name in more than one way.
  const isConfirmed = typed.trim().normalize() === app.name.trim().normalize()
  const deleteApp = () => {
    if (isConfirmed && !busy) void run(() => change.run('apps.delete', { organisationId, appId }))
  }
  const usableKeys = app.keys.filter(({ status }) => status.kind === 'alive' || status.kind === 'replaced')
  return (
    <Dialog titleId="delete-app-title" onCancel={() => void change.close()}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          deleteApp()
        }}
      >
        <h2 id="delete-app-title">{text.title(<bdi>{app.name}</bdi>)}</h2>
        <p class="dialog-text">{text.explained(usableKeys.length)}</p>
        <Field
          label={text.type(<bdi class="mono typed-name selectable">{app.name}</bdi>)}
          value={typed}
          onInput={setTyped}
          busy={busy}
          initialFocus
        />
        {change.failure && <ChangeFailure kind="delete-app" name={app.name} failure={change.failure} />}
        <FormButtons
          submitText={text.act}
          busyText={laterWords.keys.busy['delete-app']}
          busy={busy}
          disabled={!isConfirmed}
          isDanger
          onCancel={() => void change.close()}
        />
      </form>
    </Dialog>
  )
}
