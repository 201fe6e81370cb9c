import { useState } from 'preact/hooks'
import type { Organisation } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { Dialog } from '../parts/dialog.tsx'
import { Field } from '../parts/field.tsx'
import { useBusy } from '../use-busy.ts'
import { useQuery } from '../use-query.ts'
import { DeedFailure } from './deed-failure.tsx'
import { DialogActs } from './dialog-acts.tsx'
import { useDeed } from './use-deed.ts'
import { useGone } from './use-gone.ts'

const text = words.keys.deleteAppDialog

/** Destroys for good, with whatever keys are in it: the red button wakes when the name is typed. */
export function DeleteAppDialog({ organisation, appId }: { organisation: Organisation; appId: string }) {
  const organisationId = organisation.id
  const [typed, setTyped] = useState('')
  const deed = useDeed(organisation, (doing) => doing.kind === 'delete-app' && doing.appId === appId)
  const [asking, run] = useBusy()
  const { value } = useQuery('keys.read', { organisationId }, organisation.keys.revision)
  const app = value?.apps.find((one) => one.appId === appId)
  useGone(value !== null && app === undefined)
  if (!app) return null

  const busy = asking || deed.busy
  // The same letter can be written in two ways that nobody can tell apart.
  const isTyped = typed.trim().normalize() === app.name.trim().normalize()
  const remove = () => {
    if (isTyped && !busy) void run(() => deed.act('apps.delete', { organisationId, appId }))
  }
  const alive = app.keys.filter(({ standing }) => standing.kind === 'alive' || standing.kind === 'replaced')
  return (
    <Dialog titleId="delete-app-title" onCancel={() => void deed.close()}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          remove()
        }}
      >
        <h2 id="delete-app-title">{text.title(<bdi>{app.name}</bdi>)}</h2>
        <p class="say">{text.explained(alive.length)}</p>
        <Field
          label={text.type(<bdi class="mono typed-name pick">{app.name}</bdi>)}
          value={typed}
          onInput={setTyped}
          busy={busy}
          first
        />
        {deed.failure && <DeedFailure kind="delete-app" name={app.name} failure={deed.failure} />}
        <DialogActs
          act={text.act}
          busyWords={words.keys.busy['delete-app']}
          busy={busy}
          off={!isTyped}
          isDanger
          cancel={() => void deed.close()}
        />
      </form>
    </Dialog>
  )
}
