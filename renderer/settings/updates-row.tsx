import { hasTrait } from '../../preload/contract/failure.ts'
import type { Failure, Updates } from '../../preload/contract/index.ts'
import { upgradeCommands } from '../../preload/contract/updates.ts'
import { moment, percent, sentences, spokenSentences } from '../../words/format.ts'
import { laterWords, words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { BusyButton } from '../parts/busy-button.tsx'
import { CopyUpgradeCommand } from '../parts/copy-upgrade-command.tsx'
import { ageTickMs, useNow } from '../use-now.ts'
import { SettingRow } from './setting-row.tsx'

const text = laterWords.updatesRow

/** The progress of an update. */
export function UpdatesRow({ updates }: { updates: Updates }) {
  const now = useNow(ageTickMs)
  return (
    <SettingRow id="updates-row" name={text.name} description={<UpdateStatus updates={updates} now={now} />}>
      <UpdateButton updates={updates} />
    </SettingRow>
  )
}

function UpdateStatus({ updates, now }: { updates: Updates; now: number }) {
  switch (updates.kind) {
    case 'idle':
      return updates.checkedAt === null ? text.never : text.upToDate(moment(updates.checkedAt, now))
    case 'checking':
      return `${text.checking}…`
    case 'downloading':
      return <DownloadProgress version={updates.version} fraction={updates.fraction} />
    case 'ready':
      return text.ready(updates.version)
    case 'elsewhere':
      return (
        <>
          {spokenSentences(words.updates.out(updates.version), words.updates.by[updates.by])}
          {updates.by !== 'hand' && (
            <code class="mono selectable upgrade-command">{upgradeCommands[updates.by]}</code>
          )}
        </>
      )
    case 'failed':
      return sentences(
        text.failed[updates.step],
        text.why[failureReason(updates.failure)],
        text.again(moment(updates.nextTryAt, now)),
      )
  }
}

function DownloadProgress({ version, fraction }: { version: string; fraction: number }) {
  return (
    <>
      {text.downloading(version, percent(fraction))}
      <span
        class="progress"
        role="progressbar"
        aria-label={text.download(version)}
        aria-valuenow={Math.round(fraction * 100)}
      >
        <i style={{ width: `${fraction * 100}%` }} />
      </span>
    </>
  )
}

function UpdateButton({ updates }: { updates: Updates }) {
  if (updates.kind === 'downloading') return null
  if (updates.kind === 'ready')
    return (
      <button type="button" class="btn compact" onClick={() => send('updates.restart', {})}>
        {words.updates.restart}
      </button>
    )
  if (updates.kind === 'elsewhere' && updates.by !== 'hand') return <CopyUpgradeCommand />
  return (
    <BusyButton
      class="compact"
      busyText={text.checking}
      busy={updates.kind === 'checking'}
      onClick={() => send('updates.check', {})}
    >
      {text.check}
    </BusyButton>
  )
}

function failureReason(failure: Failure): keyof typeof text.why {
  if (failure.kind === 'bad-file') return 'spoiled'
  if (failure.kind === 'storage') return 'storage'
  // The update server was reached, but redirected the download.
  if (failure.kind === 'redirected') return 'server'
  return hasTrait(failure, 'network') ? 'network' : 'server'
}
