import type { ImportContents, ImportPreview, Limits } from '../../preload/contract/index.ts'
import { count, moment, money } from '../../words/format.ts'
import { laterWords, words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { BusyButton } from '../parts/busy-button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { SummaryList } from '../parts/summary-list.tsx'
import { ageTickMs, useNow } from '../use-now.ts'
import { useQuery } from '../use-query.ts'

const text = laterWords.dialogs.import

/** Shows what an export file contains, before anything is imported. */
export function ImportDialog({ preview }: { preview: ImportPreview }) {
  const now = useNow(ageTickMs)
  const close = () => send('dialog.close', {})
  const contents = useQuery('import.read', {}, 0)
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
      {contents.value?.map((organisation) => (
        <Changes key={organisation.id} organisation={organisation} />
      ))}
      <p class="dialog-text">{text.explained}</p>
      <div class="actions end">
        <button type="button" class="btn" data-initial-focus onClick={close}>
          {words.app.cancel}
        </button>
        <BusyButton
          class="primary"
          busyText={text.busy}
          busy={contents.value === null}
          onClick={() => send('data.import-now', {})}
        >
          {text.act}
        </BusyButton>
      </div>
    </Dialog>
  )
}

const settings = laterWords.settings
const limitNames: Record<keyof Limits, string> = {
  spendableBelowCents: settings.spendableBelow,
  daysLeftBelow: settings.daysLeftBelow,
  spentWithinHourCents: settings.spentWithinHour,
  topUpPerDayCents: settings.topUpPerDay,
  rotateAfterDays: settings.rotate,
}

/** Every limit and key that the file has for an organisation. */
function Changes({ organisation: { name, limits, keys } }: { organisation: ImportContents[number] }) {
  if (limits.length === 0 && keys.length === 0) return null
  return (
    <section class="import-changes" aria-label={name}>
      <h3>
        <bdi>{name}</bdi>
      </h3>
      <SummaryList
        rows={limits.map(({ limit, here, inFile, isKept }) => ({
          name: limitNames[limit],
          value: isKept
            ? text.kept(formatLimit(limit, here), formatLimit(limit, inFile))
            : `${formatLimit(limit, here)} → ${formatLimit(limit, inFile)}`,
        }))}
      />
      <dl class="summary">
        {keys.map((key) => (
          <div key={key.keyId}>
            <dt>
              <bdi>{key.appName}</bdi>: <bdi>{key.name}</bdi>
            </dt>
            <dd>
              {key.isDeleted && <>{text.deletedThere} </>}
              <bdi class="mono">{key.apiKeyId ?? laterWords.keys.unknown}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function formatLimit(limit: keyof Limits, value: number | null): string {
  if (value === null) return settings.empty
  return limit.endsWith('Cents') ? money(value).text : String(value)
}
