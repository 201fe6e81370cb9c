import type { SavedProxyPassword } from '../../preload/contract/index.ts'
import { laterWords } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { BusyButton } from '../parts/busy-button.tsx'
import { Row } from './rows.tsx'

const text = laterWords.proxy.row

/** One for each proxy whose password is kept; none for most people. */
export function ProxyRows({ kept }: { kept: readonly SavedProxyPassword[] }) {
  return kept.map(({ id, proxy, username, keeping }) => (
    <Row key={id} id={`proxy-${id}`} name={text.name(proxy)} explained={text[keeping](username)}>
      <BusyButton class="s" busyWords={text.busy} act={() => send('proxy.forget', { id })}>
        {text.forget}
      </BusyButton>
    </Row>
  ))
}
