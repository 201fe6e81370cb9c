import type { Organisation } from '../../preload/contract/index.ts'
import { date } from '../../words/format.ts'
import { laterWords } from '../../words/index.ts'
import { BusyButton } from '../parts/busy-button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { SummaryList } from '../parts/summary-list.tsx'
import { ageTickMs, useNow } from '../use-now.ts'
import { ChangeFailure } from './change-failure.tsx'
import { useKeysChange } from './use-keys-change.ts'
import { useKeyRow } from './use-ledger-rows.ts'

const text = laterWords.keys.deleteKeyDialog

/** Deletes a key. The second step of a rotation uses it too, to delete the old key. */
export function DeleteKeyDialog({ organisation, keyId }: { organisation: Organisation; keyId: string }) {
  const organisationId = organisation.id
  const now = useNow(ageTickMs)
  const change = useKeysChange(organisation, (other) => other.kind === 'delete-key' && other.keyId === keyId)
  const key = useKeyRow(organisation, keyId)
  if (!key) return null

  const { app, row } = key
  const isRotated = row.status.kind === 'replaced'
  const name = <bdi>{row.name}</bdi>
  return (
    <Dialog titleId="delete-key-title" onCancel={() => void change.close()}>
      <h2 id="delete-key-title">{isRotated ? text.titleOld(name) : text.title(name)}</h2>
      <p class="dialog-text">{isRotated ? text.explainedOld : text.explained(<bdi>{app.name}</bdi>)}</p>
      {row.imported && <p class="dialog-text warn-ink">{text.imported}</p>}
      <SummaryList
        rows={[
          row.imported && {
            name: text.id,
            value: <bdi class="mono selectable">{row.imported.apiKeyId ?? laterWords.keys.unknown}</bdi>,
          },
          row.masked === null ? null : { name: text.key, value: <span class="mono">{row.masked}</span> },
          { name: text.made, value: date(row.createdAt, now) },
        ]}
      />
      {change.failure && <ChangeFailure kind="delete-key" name={row.name} failure={change.failure} />}
      <div class="actions end">
        <button type="button" class="btn" data-initial-focus onClick={() => void change.close()}>
          {laterWords.keys.cancel}
        </button>
        <BusyButton
          class="danger"
          busyText={laterWords.keys.busy['delete-key']}
          busy={change.busy}
          onClick={() => change.run('keys.delete', { organisationId, keyId })}
        >
          {isRotated ? text.actOld : text.act}
        </BusyButton>
      </div>
    </Dialog>
  )
}
