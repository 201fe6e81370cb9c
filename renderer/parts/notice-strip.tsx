/** The strips of what is said once, and dismissed. */
import type { Notice } from '../../preload/contract/index.ts'
import { whatFailed, whatNext } from '../../words/failure.ts'
import { moment, sentences } from '../../words/format.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { Strip } from './strip.tsx'

const text = words.overview.strips

export function NoticeStrip({ notice }: { notice: Notice }) {
  const dismiss = () => send('notice.dismiss', { kind: notice.kind })
  switch (notice.kind) {
    case 'lives-in-tray':
      return (
        <Strip
          tone="plain"
          icon="info"
          title={text.livesInTray.title}
          spoken={text.livesInTray.title}
          explained={text.livesInTray.explained}
          onDismiss={dismiss}
        />
      )
    case 'no-tray':
      return (
        <Strip
          tone="plain"
          icon="info"
          title={text.noTray.title}
          spoken={text.noTray.title}
          explained={text.noTray.explained}
          acts={
            <button
              type="button"
              class="btn s"
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
          spoken={title}
          explained={by === null ? words.updates.strip.explained : words.updates.by[by]}
          acts={
            by === null && (
              <button type="button" class="btn s" onClick={() => send('updates.restart', {})}>
                {words.updates.restart}
              </button>
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
          spoken={text.fileSetAside.title(notice.file)}
          explained={text.fileSetAside.explained}
          onDismiss={dismiss}
        />
      )
    case 'crashed': {
      const { title, explained, act } = words.crashed
      const when = moment(notice.at, Date.now())
      return (
        <Strip
          tone="warn"
          icon="warn"
          title={title(when)}
          spoken={title(when)}
          explained={explained}
          acts={
            <button
              type="button"
              class="btn s"
              onClick={() => send('dialog.open', { dialog: { kind: 'diagnostics' } })}
            >
              {act}
            </button>
          }
          actsBelow
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
          spoken={text.windowRebuilt.title}
          explained={text.windowRebuilt.explained}
          onDismiss={dismiss}
        />
      )
    case 'storage':
      return (
        <Strip
          tone="danger"
          icon="warn"
          title={text.storage.title}
          spoken={text.storage.title}
          explained={sentences(whatFailed(notice.failure), whatNext(notice.failure))}
          onDismiss={dismiss}
        />
      )
  }
}
