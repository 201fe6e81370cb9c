import type { Notice } from '../../preload/contract/index.ts'
import { upgradeCommands } from '../../preload/contract/updates.ts'
import { whatFailed, whatNext } from '../../words/failure.ts'
import { moment, sentences } from '../../words/format.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { CopyUpgradeCommand } from './copy-upgrade-command.tsx'
import { Strip } from './strip.tsx'

const text = words.overview.strips

/** A notice that is shown once, until the user dismisses it. */
export function NoticeStrip({ notice }: { notice: Notice }) {
  if (notice.kind === 'keyring-waits') {
    return (
      <Strip
        tone="plain"
        icon="lock"
        title={text.keyringWaits.title}
        announcement={text.keyringWaits.title}
        description={text.keyringWaits.explained}
      />
    )
  }
  const { kind } = notice
  const dismiss = () => send('notice.dismiss', { kind })
  switch (notice.kind) {
    case 'lives-in-tray':
      return (
        <Strip
          tone="plain"
          icon="info"
          title={text.livesInTray.title}
          announcement={text.livesInTray.title}
          description={text.livesInTray.explained}
          onDismiss={dismiss}
        />
      )
    case 'no-tray':
      return (
        <Strip
          tone="plain"
          icon="info"
          title={text.noTray.title}
          announcement={text.noTray.title}
          description={text.noTray[notice.closing]}
          action={
            <button
              type="button"
              class="btn compact"
              onClick={() => send('link.open', { destination: 'tray-help' })}
            >
              {text.noTray.act}
            </button>
          }
          onDismiss={dismiss}
        />
      )
    case 'update': {
      const { version, by } = notice
      const title = by === null ? words.updates.strip.ready(version) : words.updates.out(version)
      return (
        <Strip
          tone="plain"
          icon="info"
          title={title}
          announcement={title}
          description={
            by === null ? (
              words.updates.strip.explained
            ) : by === 'hand' ? (
              words.updates.by.hand
            ) : (
              <code class="mono selectable cut">{upgradeCommands[by]}</code>
            )
          }
          action={
            by === null ? (
              <button type="button" class="btn compact" onClick={() => send('updates.restart', {})}>
                {words.updates.restart}
              </button>
            ) : (
              by !== 'hand' && <CopyUpgradeCommand />
            )
          }
          onDismiss={dismiss}
        />
      )
    }
    case 'file-set-aside':
      return (
        <Strip
          tone="warn"
          icon="file"
          title={text.fileSetAside.title(notice.file)}
          announcement={text.fileSetAside.title(notice.file)}
          description={text.fileSetAside.explained}
          onDismiss={dismiss}
        />
      )
    case 'crashed': {
      const { title, explained: description, act } = words.crashed
      const crashedAt = moment(notice.at, Date.now())
      return (
        <Strip
          tone="warn"
          icon="warn"
          title={title(crashedAt)}
          announcement={title(crashedAt)}
          description={description}
          action={
            <button
              type="button"
              class="btn compact"
              onClick={() => send('dialog.open', { dialog: { kind: 'diagnostics' } })}
            >
              {act}
            </button>
          }
          onDismiss={dismiss}
        />
      )
    }
    case 'window-rebuilt':
      return (
        <Strip
          tone="plain"
          icon="info"
          title={text.windowRebuilt.title}
          announcement={text.windowRebuilt.title}
          description={text.windowRebuilt.explained}
          onDismiss={dismiss}
        />
      )
    case 'storage':
      return (
        <Strip
          tone="danger"
          icon="warn"
          title={text.storage.title}
          announcement={text.storage.title}
          description={sentences(whatFailed(notice.failure), whatNext(notice.failure))}
          onDismiss={dismiss}
        />
      )
  }
}
