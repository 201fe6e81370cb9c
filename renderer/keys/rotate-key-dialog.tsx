import type { Organisation } from '../../preload/contract/index.ts'
import { laterWords } from '../../words/index.ts'
import { BusyButton } from '../parts/busy-button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { ChangeFailure } from './change-failure.tsx'
import { useKeysChange } from './use-keys-change.ts'
import { useKeyRow } from './use-ledger-rows.ts'

const text = laterWords.keys.rotateDialog

/** Explains rotation: it takes two steps, so that the old key works until the new one is in place. */
export function RotateKeyDialog({ organisation, keyId }: { organisation: Organisation; keyId: string }) {
  const organisationId = organisation.id
  const change = useKeysChange(organisation, (other) => other.kind === 'rotate-key' && other.keyId === keyId)
  const key = useKeyRow(organisation, keyId)
  if (!key) return null

  const name = <bdi>{key.row.name}</bdi>
  return (
    <Dialog titleId="rotate-key-title" onCancel={() => void change.close()}>
      <h2 id="rotate-key-title">{text.title(name)}</h2>
      <ol class="lines steps">
        {text.steps.map((step) => (
          <li key={step.name} class="fact">
            <div class="grow">
              <p class="strong">{step.name}</p>
              <p class="small ink-2">{step.explained}</p>
            </div>
          </li>
        ))}
      </ol>
      {change.failure && <ChangeFailure kind="rotate-key" name={key.row.name} failure={change.failure} />}
      <div class="actions end">
        <button type="button" class="btn quiet" data-initial-focus onClick={() => void change.close()}>
          {laterWords.keys.cancel}
        </button>
        <BusyButton
          class="primary"
          busyText={laterWords.keys.busy['rotate-key']}
          busy={change.busy}
          onClick={() => change.run('keys.rotate', { organisationId, keyId })}
        >
          {text.act}
        </BusyButton>
      </div>
    </Dialog>
  )
}
