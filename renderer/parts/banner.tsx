import type { Server } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { Icon } from './icon.tsx'

/** Names any server other than Parallel's own. Can't be dismissed. */
export function Banner({ server }: { server: Server }) {
  if (server.isDefault) return null
  return (
    <aside class="banner" aria-label={words.app.otherServerLabel}>
      <Icon name="warn" class="icon-small" />
      <span>
        {words.app.otherServer} <bdi class="mono">{server.platformHost}</bdi>
      </span>
    </aside>
  )
}
