import type { ImportPreview } from '../../preload/contract/index.ts'
import { moment } from '../../words/format.ts'
import { laterWords, words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { BusyButton } from '../parts/busy-button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { agesEveryMs, useNow } from '../use-now.ts'

const text = laterWords.dialogs.import

/** What a file of another computer holds, before anything changes. */
export function ImportDialog({ found }: { found: ImportPreview }) {
  const now = useNow(agesEveryMs)
  const close = () => send('dialog.close', {})
  const facts = [
    [text.madeAt, moment(found.madeAt, now)],
    [text.settings, found.settings ? text.withSettings : text.withoutSettings],
    [text.organisations, String(found.organisations)],
    [text.keys, String(found.keys)],
    [text.readings, new Intl.NumberFormat(words.locale).format(found.readings)],
  ] as const
  return (
    <Dialog titleId="import-title" onCancel={close}>
      <h2 id="import-title">{text.title(<bdi>{found.file}</bdi>)}</h2>
      <dl class="sum-up">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p class="say">{text.explained}</p>
      <div class="acts end">
        <button type="button" class="btn" data-first onClick={close}>
          {words.app.cancel}
        </button>
        <BusyButton class="primary" busyWords={text.busy} act={() => send('data.import-now', {})}>
          {text.act}
        </BusyButton>
      </div>
    </Dialog>
  )
}
