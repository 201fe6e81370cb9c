import type { AppRow, Organisation } from '../../preload/contract/index.ts'
import { laterWords } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { Icon } from '../parts/icon.tsx'
import { type MenuItem, MoreMenu } from '../parts/more-menu.tsx'
import { KeyItem } from './key-item.tsx'

const text = laterWords.keys

/** An app and its keys in the ledger. */
export function AppGroup(props: {
  organisation: Organisation
  app: AppRow
  now: number
  disabledReason: string | null
}) {
  const { organisation, app, now, disabledReason } = props
  const organisationId = organisation.id
  const usableKeys = app.keys.filter(({ status }) => status.kind === 'alive' || status.kind === 'replaced')
  const { operation } = organisation.keys
  const isBeingDeleted = operation?.kind === 'delete-app' && operation.appId === app.appId
  const items: readonly MenuItem[] = [
    {
      icon: 'out',
      text: text.menu.console,
      onSelect: () => void send('link.open', { destination: 'console' }),
    },
    ...(disabledReason === null
      ? [
          {
            icon: 'trash',
            text: text.menu.deleteApp,
            onSelect: () =>
              void send('dialog.open', { dialog: { kind: 'delete-app', organisationId, appId: app.appId } }),
            isDanger: true,
          } as const,
        ]
      : []),
  ]
  const openNewKey = () => {
    if (disabledReason === null)
      void send('dialog.open', { dialog: { kind: 'new-key', organisationId, appId: app.appId } })
  }
  return (
    <section>
      <div class="app-head">
        <h2 class="cut">
          <bdi>{app.name}</bdi>
        </h2>
        <span class="small nowrap">{text.inApp(usableKeys.length)}</span>
        {!app.listed && <span class="chip">{text.appGone}</span>}
        {isBeingDeleted && <span class="chip">{text.busy['delete-app']}</span>}
        {app.listed && (
          <span class="tools">
            <button
              type="button"
              class="icon-btn"
              aria-label={text.newKeyIn(app.name)}
              aria-disabled={disabledReason !== null}
              title={disabledReason ?? text.newKeyIn(app.name)}
              onClick={openNewKey}
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
            disabled={disabledReason !== null}
          />
        ))}
      </ul>
    </section>
  )
}
