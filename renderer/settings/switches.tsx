/** The settings that are on or off: the rows of the settings screen and the toggles of the palette. */
import type { Settings } from '../../preload/contract/index.ts'
import { laterWords } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { Switch } from './rows.tsx'

const text = laterWords.settings

type BooleanSetting = { [N in keyof Settings]: Settings[N] extends boolean ? N : never }[keyof Settings]
type Group = 'app' | 'notices'
type SettingSwitch = { readonly group: Group; readonly name: string; readonly explained?: string }

const switches: Readonly<Record<BooleanSetting, SettingSwitch>> = {
  openAtLogin: { group: 'app', name: text.openAtLogin },
  startHidden: { group: 'app', name: text.startHidden, explained: text.startHiddenExplained },
  closeToTray: { group: 'app', name: text.closeToTray, explained: text.closeToTrayExplained },
  notifications: { group: 'notices', name: text.notifications, explained: text.notificationsExplained },
}

/** In the order of the screen. */
export const settingSwitches = (Object.keys(switches) as BooleanSetting[]).map((setting) => ({
  setting,
  ...switches[setting],
}))

export function Switches(props: { group: Group; settings: Settings }) {
  return settingSwitches
    .filter(({ group }) => group === props.group)
    .map(({ setting, group: _, ...row }) => (
      <Switch
        key={setting}
        {...row}
        checked={props.settings[setting]}
        onChange={(on) => void send('settings.change', { change: { [setting]: on } })}
      />
    ))
}
