import type { Organisation } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { BusyButton } from '../parts/busy-button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { useQuery } from '../use-query.ts'
import { DeedFailure } from './deed-failure.tsx'
import { findKey } from './find-key.ts'
import { useDeed } from './use-deed.ts'
import { useGone } from './use-gone.ts'

const text = words.keys.rotateDialog

/** Two steps, so that nothing stops working between them. */
export function RotateKeyDialog({ organisation, keyId }: { organisation: Organisation; keyId: string }) {
  const organisationId = organisation.id
  const deed = useDeed(organisation, (doing) => doing.kind === 'rotate-key' && doing.keyId === keyId)
  const { value } = useQuery('keys.read', { organisationId }, organisation.keys.revision)
  const found = value && findKey(value, keyId)
  useGone(value !== null && found === null)
  if (!found) return null

  const name = <bdi>{found.row.name}</bdi>
  return (
    <Dialog titleId="rotate-key-title" onCancel={() => void deed.close()}>
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
      {deed.failure && <DeedFailure kind="rotate-key" name={found.row.name} failure={deed.failure} />}
      <div class="acts end">
        <button type="button" class="btn quiet" data-first onClick={() => void deed.close()}>
          {words.keys.cancel}
        </button>
        <BusyButton
          class="primary"
          busyWords={words.keys.busy['rotate-key']}
          busy={deed.busy}
          act={() => deed.act('keys.rotate', { organisationId, keyId })}
        >
          {text.act}
        </BusyButton>
      </div>
    </Dialog>
  )
}
