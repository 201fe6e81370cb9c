import type { Organisation } from '../../preload/contract/index.ts'
import { laterWords } from '../../words/index.ts'
import { Dialog } from '../parts/dialog.tsx'
import { FormButtons } from '../parts/form-buttons.tsx'
import { useBusy } from '../use-busy.ts'
import { ChangeFailure } from './change-failure.tsx'
import { useKeysChange } from './use-keys-change.ts'
import { useNameField } from './use-name-field.tsx'

const text = laterWords.keys.newAppDialog

export function NewAppDialog({ organisation }: { organisation: Organisation }) {
  const nameField = useNameField()
  const change = useKeysChange(organisation, (other) => other.kind === 'new-app')
  const [isSending, run] = useBusy()
  const busy = isSending || change.busy
  const create = () => {
    nameField.showErrors()
    if (!nameField.isValid || busy) return
    void run(() => change.run('apps.create', { organisationId: organisation.id, name: nameField.name }))
  }
  return (
    <Dialog titleId="new-app-title" onCancel={() => void change.close()}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          create()
        }}
      >
        <h2 id="new-app-title">{text.title}</h2>
        {nameField.render({ label: text.name, note: text.note, busy })}
        {change.failure && (
          <ChangeFailure kind="new-app" name={change.failedName ?? nameField.name} failure={change.failure} />
        )}
        <FormButtons
          submitText={text.act}
          busyText={laterWords.keys.busy['new-app']}
          busy={busy}
          onCancel={() => void change.close()}
        />
      </form>
    </Dialog>
  )
}
