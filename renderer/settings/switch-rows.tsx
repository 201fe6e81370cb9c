/** The boolean settings, which the settings screen and the palette list alike. */
import type { Settings } from '../../preload/contract/index.ts'
import { laterWords } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { SwitchRow } from './setting-row.tsx'

const text = laterWords.settings

type BooleanSetting = { [N in keyof Settings]: Settings[N] extends boolean ? N : never }[keyof Settings]
type Group = 'app' | 'notices'
type SettingSwitch = { readonly group: Group; readonly name: string; readonly description?: string }

const switches: Readonly<Record<BooleanSetting, SettingSwitch>> = {
  openAtLogin: { group: 'app', name: text.openAtLogin },
  startHidden: { group: 'app', name: text.startHidden, description: text.startHiddenExplained },
  closeToTray: { group: 'app', name: text.closeToTray, description: text.closeToTrayExplained },
  shareStatus: { group: 'app', name: text.shareStatus, description: text.shareStatusExplained },
  notifications: { group: 'notices', name: text.notifications, description: text.notificationsExplained },
}

/** In the order of the settings screen. */
export const settingSwitches = (Object.keys(switches) as BooleanSetting[]).map((setting) => ({
  setting,
  ...switches[setting],
}))

export function SwitchRows(props: { group: Group; settings: Settings }) {
  return settingSwitches
    .filter(({ group }) => group === props.group)
    .map(({ setting, group: _, ...row }) => (
      <SwitchRow
        key={setting}
        {...row}
        checked={props.settings[setting]}
        onChange={(on) => void send('settings.change', { change: { [setting]: on } })}
      />
    ))
}
