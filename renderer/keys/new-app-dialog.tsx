import type { Organisation } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { Dialog } from '../parts/dialog.tsx'
import { useBusy } from '../use-busy.ts'
import { DeedFailure } from './deed-failure.tsx'
import { DialogActs } from './dialog-acts.tsx'
import { useName } from './name-field.tsx'
import { useDeed } from './use-deed.ts'

const text = words.keys.newAppDialog

export function NewAppDialog({ organisation }: { organisation: Organisation }) {
  const { name, isRight, check, field } = useName()
  const deed = useDeed(organisation, (doing) => doing.kind === 'new-app')
  const [asking, run] = useBusy()
  const busy = asking || deed.busy
  const create = () => {
    check()
    if (isRight && !busy) void run(() => deed.act('apps.create', { organisationId: organisation.id, name }))
  }
  return (
    <Dialog titleId="new-app-title" onCancel={() => void deed.close()}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          create()
        }}
      >
        <h2 id="new-app-title">{text.title}</h2>
        {field({ label: text.name, note: text.note, busy })}
        {deed.failure && <DeedFailure kind="new-app" name={deed.failedName ?? name} failure={deed.failure} />}
        <DialogActs
          act={text.act}
          busyWords={words.keys.busy['new-app']}
          busy={busy}
          cancel={() => void deed.close()}
        />
      </form>
    </Dialog>
  )
}
