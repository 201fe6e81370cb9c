import type { AppState, Organisation, Settings } from '../../preload/contract/index.ts'
import { count, date } from '../../words/format.ts'
import { laterWords, words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { BusyButton } from '../parts/busy-button.tsx'
import { RadioGroup } from '../parts/radio-group.tsx'
import { Shell } from '../parts/shell.tsx'
import { AboutGroup } from '../settings/about-group.tsx'
import { LimitsGroup } from '../settings/limits-group.tsx'
import { ProxyRows } from '../settings/proxy-rows.tsx'
import { SelectRow, SettingRow, SwitchRow } from '../settings/setting-row.tsx'
import { type SettingsTab, settingsTab } from '../settings/settings-tab.ts'
import { ShortcutRow } from '../settings/shortcut-row.tsx'
import { SwitchRows } from '../settings/switch-rows.tsx'
import { ThemeRow } from '../settings/theme-row.tsx'
import { useSignal } from '../signal.ts'

const text = laterWords.settings
/** Each language by its own name. */
const languages: readonly { readonly value: Settings['language']; readonly name: string }[] = [
  { value: 'en', name: 'English' },
  { value: 'de', name: 'Deutsch' },
  { value: 'es', name: 'Español' },
  { value: 'fr', name: 'Français' },
  { value: 'ja', name: '日本語' },
  { value: 'pt-BR', name: 'Português (Brasil)' },
  { value: 'zh-CN', name: '简体中文' },
]
const tabs: readonly SettingsTab[] = ['organisation', 'app']
const paces: readonly Settings['pollInterval'][] = ['normal', 'slower', 'slowest']

function change(change: Partial<Settings>): void {
  void send('settings.change', { change })
}

/** The settings of the organisation on screen, and those of the app. */
export function SettingsScreen({
  state,
  organisation,
}: {
  state: AppState
  organisation: Organisation | null
}) {
  const chosen = useSignal(settingsTab)
  const tab = organisation === null ? 'app' : chosen
  return (
    <Shell
      state={state}
      screen="settings"
      organisation={organisation}
      title={words.nav.settings}
      tools={
        organisation !== null && (
          <RadioGroup
            label={text.tabs.label}
            class="seg"
            options={tabs.map((value) => ({ value, text: text.tabs[value] }))}
            value={tab}
            onChange={settingsTab.set}
          />
        )
      }
    >
      <div class="settings">
        {tab === 'organisation' && organisation !== null ? (
          <>
            <LimitsGroup key={organisation.id} organisation={organisation} />
            <OrganisationDataGroup organisation={organisation} />
          </>
        ) : (
          <AppSettings state={state} />
        )}
      </div>
    </Shell>
  )
}

function AppSettings({ state }: { state: AppState }) {
  const { settings } = state
  return (
    <>
      <AppGroup state={state} />

      <section aria-labelledby="look-head">
        <h2 class="group-head" id="look-head">
          {text.look}
        </h2>
        <ThemeRow theme={settings.theme} onChange={(theme) => change({ theme })} />
        <SelectRow
          name={text.language}
          value={settings.language}
          options={[{ value: 'system', name: text.languageOfSystem }, ...languages]}
          onChange={(language) => change({ language })}
        />
      </section>

      <section aria-labelledby="refresh-head">
        <h2 class="group-head" id="refresh-head">
          {text.refresh}
        </h2>
        <SelectRow
          name={text.paceName}
          description={text.pace[settings.pollInterval].explained}
          value={settings.pollInterval}
          options={paces.map((value) => ({ value, name: text.pace[value].name }))}
          onChange={(pollInterval) => change({ pollInterval })}
        />
      </section>

      <section aria-labelledby="notices-head">
        <h2 class="group-head" id="notices-head">
          {text.notices}
        </h2>
        <SwitchRows group="notices" settings={settings} />
      </section>

      <DataGroup />
      <ProxyRows passwords={state.proxy.saved} />
      <AboutGroup version={state.appVersion} updates={state.updates} />
    </>
  )
}

function AppGroup({ state: { settings, systemInfo } }: { state: AppState }) {
  return (
    <section aria-labelledby="app-head">
      <h2 class="group-head first" id="app-head">
        {text.app}
      </h2>
      <SwitchRows group="app" settings={settings} />
      {systemInfo.platform === 'mac' && (
        <SwitchRow
          name={text.trayTitle}
          checked={settings.trayTitle === 'balance'}
          onChange={(on) => change({ trayTitle: on ? 'balance' : 'none' })}
        />
      )}
      <ShortcutRow shortcut={settings.shortcut} systemInfo={systemInfo} />
    </section>
  )
}

function OrganisationDataGroup({ organisation }: { organisation: Organisation }) {
  return (
    <section aria-labelledby="data-head">
      <h2 class="group-head" id="data-head">
        {text.data}
      </h2>
      <SettingRow id="history-row" name={text.history} description={historySummary(organisation)}>
        <button type="button" class="btn compact" onClick={() => send('view.show', { screen: 'activity' })}>
          {text.toActivity}
        </button>
      </SettingRow>
    </section>
  )
}

function DataGroup() {
  return (
    <section aria-labelledby="data-head">
      <h2 class="group-head" id="data-head">
        {text.data}
      </h2>
      <SettingRow id="move-row" name={text.move} description={text.moveExplained}>
        <span class="set-buttons">
          <BusyButton class="compact" busyText={text.exporting} onClick={() => send('data.export', {})}>
            {text.export}
          </BusyButton>
          <BusyButton class="compact" busyText={text.importing} onClick={() => send('data.import', {})}>
            {text.import}
          </BusyButton>
        </span>
      </SettingRow>
      <SettingRow id="reset-row" name={text.reset} description={text.resetExplained}>
        <button
          type="button"
          class="btn compact"
          onClick={() => send('dialog.open', { dialog: { kind: 'reset' } })}
        >
          {text.resetAct}
        </button>
      </SettingRow>
    </section>
  )
}

function historySummary({ history: { readings, since } }: Organisation): string {
  if (since === null) return text.noReadings
  return text.readings(count(readings), date(since, Date.now()))
}
