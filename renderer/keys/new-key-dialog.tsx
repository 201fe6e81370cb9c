import { useId, useState } from 'preact/hooks'
import type { Organisation } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { Dialog } from '../parts/dialog.tsx'
import { Icon } from '../parts/icon.tsx'
import { useBusy } from '../use-busy.ts'
import { useQuery } from '../use-query.ts'
import { DeedFailure } from './deed-failure.tsx'
import { DialogActs } from './dialog-acts.tsx'
import { useName } from './name-field.tsx'
import { useDeed } from './use-deed.ts'

const text = words.keys.newKeyDialog

/** A key needs a name and an app; its secret comes in a dialog of its own. */
export function NewKeyDialog({ organisation, appId }: { organisation: Organisation; appId: string | null }) {
  const organisationId = organisation.id
  const id = useId()
  const [chosen, choose] = useState<string | null>(appId)
  const { name, isRight, check, field } = useName()
  const deed = useDeed(organisation, (doing) => doing.kind === 'new-key')
  const [asking, run] = useBusy()
  const apps = useQuery('keys.read', { organisationId }, organisation.keys.revision).value?.apps ?? []
  const listed = apps.filter((app) => app.listed)
  const app = listed.find((one) => one.appId === chosen) ?? listed[0]
  const busy = asking || deed.busy
  const create = () => {
    check()
    if (isRight && app && !busy)
      void run(() => deed.act('keys.create', { organisationId, appId: app.appId, name }))
  }
  return (
    <Dialog titleId="new-key-title" onCancel={() => void deed.close()}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          create()
        }}
      >
        <h2 id="new-key-title">{text.title}</h2>
        {field({ label: text.name, note: text.note, busy })}
        <div class="field-box">
          <label class="field-label" for={id}>
            {text.app}
          </label>
          <span class="select-box">
            <select
              id={id}
              class="select"
              value={app?.appId}
              disabled={busy || listed.length === 0}
              onChange={(event) => choose(event.currentTarget.value)}
            >
              {listed.map((one) => (
                <option key={one.appId} value={one.appId}>
                  {one.name}
                </option>
              ))}
            </select>
            <Icon name="down" />
          </span>
          {listed.length === 0 && organisation.keys.listedAt !== null && (
            <p class="field-note">{words.keys.off.noApp}</p>
          )}
        </div>
        {deed.failure && <DeedFailure kind="new-key" name={deed.failedName ?? name} failure={deed.failure} />}
        <DialogActs
          act={text.act}
          busyWords={words.keys.busy['new-key']}
          busy={busy}
          off={app === undefined}
          cancel={() => void deed.close()}
        />
      </form>
    </Dialog>
  )
}
