import type { ImportPreview } from '../../preload/contract/index.ts'
import { count, moment } from '../../words/format.ts'
import { laterWords, words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { BusyButton } from '../parts/busy-button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { SummaryList } from '../parts/summary-list.tsx'
import { ageTickMs, useNow } from '../use-now.ts'

const text = laterWords.dialogs.import

/** Shows what an export file contains, before anything is imported. */
export function ImportDialog({ preview }: { preview: ImportPreview }) {
  const now = useNow(ageTickMs)
  const close = () => send('dialog.close', {})
  const rows = [
    { name: text.madeAt, value: moment(preview.madeAt, now) },
    { name: text.settings, value: preview.settings ? text.withSettings : text.withoutSettings },
    { name: text.organisations, value: String(preview.organisations) },
    { name: text.keys, value: String(preview.keys) },
    { name: text.readings, value: count(preview.readings) },
  ]
  return (
    <Dialog titleId="import-title" onCancel={close}>
      <h2 id="import-title">{text.title(<bdi>{preview.file}</bdi>)}</h2>
      <SummaryList rows={rows} />
      <p class="dialog-text">{text.explained}</p>
      <div class="actions end">
        <button type="button" class="btn" data-initial-focus onClick={close}>
          {words.app.cancel}
        </button>
        <BusyButton class="primary" busyText={text.busy} onClick={() => send('data.import-now', {})}>
          {text.act}
        </BusyButton>
      </div>
    </Dialog>
  )
}
