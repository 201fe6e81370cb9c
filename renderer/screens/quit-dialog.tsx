import type { ComponentChildren } from 'preact'
import type { AppState } from '../../preload/contract/index.ts'
import { money } from '../../words/format.ts'
import { laterWords } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { Dialog } from '../parts/dialog.tsx'

const text = laterWords.dialogs.quit

/** Quitting would lose what can't be had again. */
export function QuitDialog({ state }: { state: AppState }) {
  const back = () => send('dialog.close', {})
  const losses = whatIsLost(state)
  return (
    <Dialog titleId="quit-title" onCancel={back}>
      <h2 id="quit-title">{text.title}</h2>
      {(losses.length > 0 ? losses : [text.otherwise]).map((loss, index) => (
        <p class="say" key={index}>
          {loss}
        </p>
      ))}
      <div class="acts end">
        <button type="button" class="btn" onClick={() => send('app.quit', {})}>
          {text.act}
        </button>
        <button type="button" class="btn primary" data-first onClick={back}>
          {text.back}
        </button>
      </div>
    </Dialog>
  )
}

function whatIsLost({ secret, organisations }: AppState): ComponentChildren[] {
  const losses: ComponentChildren[] = []
  if (secret) {
    const out = secret.copiedAt !== null || secret.savedAs !== null
    losses.push((out ? text.secretCopied : text.secret)(<bdi>{secret.keyName}</bdi>))
  }
  for (const { topUp, keys } of organisations) {
    if (topUp.kind === 'charging') losses.push(text.charging(money(topUp.amountCents).text))
    const { operation: doing } = keys
    if (doing?.kind === 'new-key' || doing?.kind === 'rotate-key')
      losses.push(text.key(<bdi>{doing.name}</bdi>))
  }
  return losses
}
