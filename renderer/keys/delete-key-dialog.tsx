import type { Organisation } from '../../preload/contract/index.ts'
import { date } from '../../words/format.ts'
import { words } from '../../words/index.ts'
import { BusyButton } from '../parts/busy-button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { SumUp } from '../parts/sum-up.tsx'
import { agesEveryMs, useNow } from '../use-now.ts'
import { useQuery } from '../use-query.ts'
import { DeedFailure } from './deed-failure.tsx'
import { findKey } from './find-key.ts'
import { useDeed } from './use-deed.ts'
import { useGone } from './use-gone.ts'

const text = words.keys.deleteKeyDialog

/** Also the second step of a rotation: then it is the old key that goes. */
export function DeleteKeyDialog({ organisation, keyId }: { organisation: Organisation; keyId: string }) {
  const organisationId = organisation.id
  const now = useNow(agesEveryMs)
  const deed = useDeed(organisation, (doing) => doing.kind === 'delete-key' && doing.keyId === keyId)
  const { value } = useQuery('keys.read', { organisationId }, organisation.keys.revision)
  const found = value && findKey(value, keyId)
  useGone(value !== null && found === null)
  if (!found) return null

  const { app, row } = found
  const isOld = row.standing.kind === 'replaced'
  const name = <bdi>{row.name}</bdi>
  return (
    <Dialog titleId="delete-key-title" onCancel={() => void deed.close()}>
      <h2 id="delete-key-title">{isOld ? text.titleOld(name) : text.title(name)}</h2>
      <p class="say">{isOld ? text.explainedOld : text.explained(<bdi>{app.name}</bdi>)}</p>
      <SumUp
        rows={[
          row.masked === null ? null : { name: text.key, value: <span class="mono">{row.masked}</span> },
          { name: text.made, value: date(row.createdAt, now) },
        ]}
      />
      {deed.failure && <DeedFailure kind="delete-key" name={row.name} failure={deed.failure} />}
      <div class="acts end">
        <button type="button" class="btn" data-first onClick={() => void deed.close()}>
          {words.keys.cancel}
        </button>
        <BusyButton
          class="danger"
          busyWords={words.keys.busy['delete-key']}
          busy={deed.busy}
          act={() => deed.act('keys.delete', { organisationId, keyId })}
        >
          {isOld ? text.actOld : text.act}
        </BusyButton>
      </div>
    </Dialog>
  )
}
