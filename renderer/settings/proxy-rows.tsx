import type { SavedProxyPassword } from '../../preload/contract/index.ts'
import { laterWords } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { BusyButton } from '../parts/busy-button.tsx'
import { SettingRow } from './setting-row.tsx'

const text = laterWords.proxy.row

/** A row for each proxy whose password is stored. */
export function ProxyRows({ passwords }: { passwords: readonly SavedProxyPassword[] }) {
  return passwords.map(({ id, proxy, username, keeping }) => (
    <SettingRow key={id} id={`proxy-${id}`} name={text.name(proxy)} description={text[keeping](username)}>
      <BusyButton class="compact" busyText={text.busy} onClick={() => send('proxy.forget', { id })}>
        {text.forget}
      </BusyButton>
    </SettingRow>
  ))
}
