import type { Organisation } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { useQuery } from '../use-query.ts'

const text = words.overview
const maxKeys = 5

/** The newest keys; fills the overview of an organisation that has no balance. */
export function RecentKeys({ organisation }: { organisation: Organisation }) {
  const { id, keys } = organisation
  const apps = useQuery('keys.read', { organisationId: id }, keys.revision).value?.apps ?? []
  const usableKeys = apps
    .flatMap((app) => app.keys.map((key) => ({ ...key, app: app.name })))
    .filter(({ status }) => status.kind === 'alive' || status.kind === 'replaced')
    .sort((a, b) => b.createdAt - a.createdAt)
    .slice(0, maxKeys)
  return (
    <section class="section">
      <div class="section-head">
        <h2>{text.keysMadeHere}</h2>
        <button type="button" class="more link" onClick={() => send('view.show', { screen: 'keys' })}>
          {text.allKeys}
        </button>
      </div>
      <ul class="lines tight">
        {usableKeys.map((key) => (
          <li key={key.keyId} class="line">
            <span class="grow cut">
              <bdi class="name">{key.name}</bdi> <bdi class="ink-3">{key.app}</bdi>
            </span>
            {key.masked !== null && <span class="mono ink-2">{key.masked}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
