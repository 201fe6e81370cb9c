import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { Dialog } from '../parts/dialog.tsx'

const text = words.app.keepingDialog

/** How and where tokens are stored. */
export function TokenStorageDialog({ folder }: { folder: string }) {
  const close = () => send('dialog.close', {})
  return (
    <Dialog titleId="keeping-title" onCancel={close}>
      <h2 id="keeping-title">{text.title}</h2>
      <ul class="lines">
        {text.facts.map(({ name, explained }) => (
          <li key={name} class="fact">
            <div class="grow">
              <p class="strong">{name}</p>
              <p class="small ink-2">{explained}</p>
            </div>
          </li>
        ))}
      </ul>
      <p class="small ink-2">{text.limit}</p>
      <p class="small ink-3 storage-folder">
        {text.folder}
        <span class="mono selectable">{folder}</span>
      </p>
      <div class="actions end">
        <button type="button" class="btn" data-initial-focus onClick={close}>
          {text.close}
        </button>
      </div>
    </Dialog>
  )
}
