/** How far the app's own updates are. Not there where it can't update itself. */
import { hasTrait } from '../../preload/contract/failure.ts'
import type { Failure, Updates } from '../../preload/contract/index.ts'
import { moment, sentences } from '../../words/format.ts'
import { laterWords, words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { BusyButton } from '../parts/busy-button.tsx'
import { agesEveryMs, useNow } from '../use-now.ts'
import { Row } from './rows.tsx'

const text = laterWords.updatesRow

export function UpdatesRow({ updates }: { updates: Updates }) {
  const now = useNow(agesEveryMs)
  return (
    <Row id="updates-row" name={text.name} explained={<Standing updates={updates} now={now} />}>
      <Act updates={updates} />
    </Row>
  )
}

function Standing({ updates, now }: { updates: Updates; now: number }) {
  switch (updates.kind) {
    case 'idle':
      return updates.checkedAt === null ? text.never : text.upToDate(moment(updates.checkedAt, now))
    case 'checking':
      return `${text.checking}…`
    case 'downloading':
      return <Download version={updates.version} fraction={updates.fraction} />
    case 'ready':
      return text.ready(updates.version)
    case 'elsewhere':
      return sentences(`${words.updates.out(updates.version)}.`, words.updates.by[updates.by])
    case 'failed':
      return sentences(
        text.failed[updates.step],
        text.why[reasonOf(updates.failure)],
        text.again(moment(updates.nextTryAt, now)),
      )
  }
}

function Download({ version, fraction }: { version: string; fraction: number }) {
  const percent = new Intl.NumberFormat(words.locale, { style: 'percent' }).format(fraction)
  return (
    <>
      {text.downloading(version, percent)}
      <span
        class="run"
        role="progressbar"
        aria-label={text.download(version)}
        aria-valuenow={Math.round(fraction * 100)}
      >
        <i style={{ width: `${fraction * 100}%` }} />
      </span>
    </>
  )
}

function Act({ updates }: { updates: Updates }) {
  if (updates.kind === 'downloading') return null
  if (updates.kind === 'ready')
    return (
      <button type="button" class="btn s" onClick={() => send('updates.restart', {})}>
        {words.updates.restart}
      </button>
    )
  return (
    <BusyButton
      class="s"
      busyWords={text.checking}
      busy={updates.kind === 'checking'}
      act={() => send('updates.check', {})}
    >
      {text.check}
    </BusyButton>
  )
}

function reasonOf(failure: Failure): keyof typeof text.why {
  if (failure.kind === 'bad-file') return 'spoiled'
  if (failure.kind === 'storage') return 'storage'
  // The update server was reached: it sent the download elsewhere.
  if (failure.kind === 'redirected') return 'server'
  return hasTrait(failure, 'network') ? 'network' : 'server'
}
