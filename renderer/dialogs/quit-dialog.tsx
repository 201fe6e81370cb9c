import type { ComponentChildren } from 'preact'
import type { AppState } from '../../preload/contract/index.ts'
import { money } from '../../words/format.ts'
import { laterWords } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { Dialog } from '../parts/dialog.tsx'

const text = laterWords.dialogs.quit

/** Asks before quitting would lose something for good. */
export function QuitDialog({ state }: { state: AppState }) {
  const close = () => send('dialog.close', {})
  const losses = findLosses(state)
  return (
    <Dialog titleId="quit-title" onCancel={close}>
      <h2 id="quit-title">{text.title}</h2>
      {(losses.length > 0 ? losses : [text.otherwise]).map((loss, index) => (
        <p class="dialog-text" key={index}>
          {loss}
        </p>
      ))}
      <div class="actions end">
        <button type="button" class="btn" onClick={() => send('app.quit', {})}>
          {text.act}
        </button>
        <button type="button" class="btn primary" data-initial-focus onClick={close}>
          {text.back}
        </button>
      </div>
    </Dialog>
  )
}

function findLosses({ secret, organisations }: AppState): ComponentChildren[] {
  const losses: ComponentChildren[] = []
  if (secret) {
    const isSaved = secret.copiedAt !== null || secret.savedAs !== null
    losses.push((isSaved ? text.secretCopied : text.secret)(<bdi>{secret.keyName}</bdi>))
  }
  for (const { topUp, keys } of organisations) {
    if (topUp.kind === 'charging') losses.push(text.charging(money(topUp.amountCents).text))
    const { operation } = keys
    if (operation?.kind === 'new-key' || operation?.kind === 'rotate-key')
      losses.push(text.key(<bdi>{operation.name}</bdi>))
  }
  return losses
}
