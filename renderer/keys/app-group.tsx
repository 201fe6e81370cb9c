import type { AppRow, Organisation } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { Icon } from '../parts/icon.tsx'
import { type MenuItem, MoreMenu } from '../parts/more-menu.tsx'
import { KeyItem } from './key-item.tsx'

const text = words.keys

/** An app with the keys that were made in it here. */
export function AppGroup(props: {
  organisation: Organisation
  app: AppRow
  now: number
  why: string | null
}) {
  const { organisation, app, now, why } = props
  const organisationId = organisation.id
  const alive = app.keys.filter(({ standing }) => standing.kind === 'alive' || standing.kind === 'replaced')
  const { operation: doing } = organisation.keys
  const isGoing = doing?.kind === 'delete-app' && doing.appId === app.appId
  const items: readonly MenuItem[] = [
    { icon: 'out', text: text.menu.console, act: () => void send('link.open', { destination: 'console' }) },
    ...(why === null
      ? [
          {
            icon: 'trash',
            text: text.menu.deleteApp,
            act: () =>
              void send('dialog.open', { dialog: { kind: 'delete-app', organisationId, appId: app.appId } }),
            isDanger: true,
          } as const,
        ]
      : []),
  ]
  const newKey = () => {
    if (why === null)
      void send('dialog.open', { dialog: { kind: 'new-key', organisationId, appId: app.appId } })
  }
  return (
    <section>
      <div class="app-head">
        <h2 class="cut">
          <bdi>{app.name}</bdi>
        </h2>
        <span class="small nowrap">{text.inApp(alive.length)}</span>
        {!app.listed && <span class="chip">{text.appGone}</span>}
        {isGoing && <span class="chip">{text.busy['delete-app']}</span>}
        {app.listed && (
          <span class="tools">
            <button
              type="button"
              class="icon-btn"
              aria-label={text.newKeyIn(app.name)}
              aria-disabled={why !== null}
              title={why ?? undefined}
              onClick={newKey}
            >
              <Icon name="plus" />
            </button>
            <MoreMenu label={text.moreFor(app.name)} items={items} />
          </span>
        )}
      </div>
      <ul>
        {app.keys.map((row) => (
          <KeyItem
            key={row.keyId}
            organisation={organisation}
            app={app}
            row={row}
            now={now}
            off={why !== null}
          />
        ))}
      </ul>
    </section>
  )
}
