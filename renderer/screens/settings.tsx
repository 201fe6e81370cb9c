import type { AppState, Organisation, Settings as SettingsState } from '../../preload/contract/index.ts'
import { date } from '../../words/format.ts'
import { laterWords, words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { BusyButton } from '../parts/busy-button.tsx'
import { Shell } from '../parts/shell.tsx'
import { AboutGroup } from '../settings/about-group.tsx'
import { availableLanguages } from '../settings/languages.ts'
import { LimitsGroup } from '../settings/limits.tsx'
import { ProxyRows } from '../settings/proxy-row.tsx'
import { Row, Select, Switch } from '../settings/rows.tsx'
import { ShortcutRow } from '../settings/shortcut-row.tsx'
import { Switches } from '../settings/switches.tsx'
import { ThemeRow } from '../settings/theme-row.tsx'

const text = laterWords.settings
const paces: readonly SettingsState['pollInterval'][] = ['normal', 'slower', 'slowest']

function change(change: Partial<SettingsState>): void {
  void send('settings.change', { change })
}

/** What the user has chosen for the app, and for the organisation on screen. */
export function Settings({ state, organisation }: { state: AppState; organisation: Organisation | null }) {
  const { settings } = state
  return (
    <Shell state={state} screen="settings" organisation={organisation} title={words.nav.settings}>
      <AppGroup state={state} />

      <section aria-labelledby="refresh-head">
        <h2 class="group-head" id="refresh-head">
          {text.refresh}
        </h2>
        <Select
          name={text.paceName}
          explained={text.pace[settings.pollInterval].explained}
          value={settings.pollInterval}
          options={paces.map((value) => ({ value, name: text.pace[value].name }))}
          onChange={(pollInterval) => change({ pollInterval })}
        />
      </section>

      <section aria-labelledby="notices-head">
        <h2 class="group-head" id="notices-head">
          {text.notices}
        </h2>
        <Switches group="notices" settings={settings} />
      </section>

      {organisation !== null && <LimitsGroup key={organisation.id} organisation={organisation} />}

      <section aria-labelledby="look-head">
        <h2 class="group-head" id="look-head">
          {text.look}
        </h2>
        <ThemeRow theme={settings.theme} onChange={(theme) => change({ theme })} />
        <Select
          name={text.language}
          value={settings.language}
          options={[
            { value: 'system', name: text.languageOfSystem },
            ...availableLanguages.map(({ language, name }) => ({ value: language, name })),
          ]}
          onChange={(language) => change({ language })}
        />
      </section>

      <DataGroup organisation={organisation} />
      <ProxyRows kept={state.proxy.saved} />
      <AboutGroup version={state.appVersion} updates={state.updates} />
    </Shell>
  )
}

function AppGroup({ state: { settings, systemInfo: machine } }: { state: AppState }) {
  return (
    <section aria-labelledby="app-head">
      <h2 class="group-head first" id="app-head">
        {text.app}
      </h2>
      <Switches group="app" settings={settings} />
      {machine.platform === 'mac' && (
        <Switch
          name={text.trayTitle}
          checked={settings.trayTitle === 'balance'}
          onChange={(on) => change({ trayTitle: on ? 'balance' : 'none' })}
        />
      )}
      <ShortcutRow shortcut={settings.shortcut} machine={machine} />
    </section>
  )
}

function DataGroup({ organisation }: { organisation: Organisation | null }) {
  return (
    <section aria-labelledby="data-head">
      <h2 class="group-head" id="data-head">
        {text.data}
      </h2>
      {organisation !== null && (
        <Row id="history-row" name={text.history} explained={kept(organisation)}>
          <button type="button" class="btn s" onClick={() => send('view.show', { screen: 'activity' })}>
            {text.toActivity}
          </button>
        </Row>
      )}
      <Row id="move-row" name={text.move} explained={text.moveExplained}>
        <span class="acts">
          <BusyButton class="s" busyWords={text.exporting} act={() => send('data.export', {})}>
            {text.export}
          </BusyButton>
          <BusyButton class="s" busyWords={text.importing} act={() => send('data.import', {})}>
            {text.import}
          </BusyButton>
        </span>
      </Row>
      <Row id="reset-row" name={text.reset} explained={text.resetExplained}>
        <button
          type="button"
          class="btn s"
          onClick={() => send('dialog.open', { dialog: { kind: 'reset' } })}
        >
          {text.resetAct}
        </button>
      </Row>
    </section>
  )
}

function kept({ history: { readings, since } }: Organisation): string {
  if (since === null) return text.noReadings
  return text.readings(new Intl.NumberFormat(words.locale).format(readings), date(since, Date.now()))
}
