import type { AppState, Organisation } from '../../preload/contract/index.ts'
import { money } from '../../words/format.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { type SettingsTab, settingsTab } from '../settings/settings-tab.ts'
import { NavRow } from './nav-row.tsx'

const text = words.overview

/** What can be set up before there is a day of readings. */
export function SetUpMeanwhile({ state, organisation }: { state: AppState; organisation: Organisation }) {
  const { spendableBelowCents } = organisation.limits
  const open = (tab: SettingsTab) => {
    settingsTab.set(tab)
    void send('view.show', { screen: 'settings' })
  }
  return (
    <section class="section">
      <div class="section-head">
        <h2>{text.meanwhile}</h2>
      </div>
      <div class="lines">
        <NavRow
          icon="warn"
          value={spendableBelowCents === null ? text.notSet : money(spendableBelowCents).text}
          onClick={() => open('organisation')}
        >
          {text.warnBelow}
        </NavRow>
        {state.settings.shortcut === null && (
          <NavRow icon="app" value={text.notSet} onClick={() => open('app')}>
            {text.shortcutToOpen}
          </NavRow>
        )}
      </div>
    </section>
  )
}
