import type { Updates } from '../../preload/contract/index.ts'
import { laterWords, words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { SettingRow } from './setting-row.tsx'
import { UpdatesRow } from './updates-row.tsx'

const text = laterWords.about
const diagnostics = laterWords.diagnostics.row

/** Version, updates and diagnostics. */
export function AboutGroup({ version, updates }: { version: string; updates: Updates | null }) {
  return (
    <section aria-labelledby="about-head">
      <h2 class="group-head" id="about-head">
        {text.group}
      </h2>
      <SettingRow id="about-row" name={`${words.app.name} ${version}`} description={text.unofficial}>
        <button
          type="button"
          class="btn compact"
          onClick={() => send('dialog.open', { dialog: { kind: 'about' } })}
        >
          {text.open}
        </button>
      </SettingRow>
      {updates !== null && <UpdatesRow updates={updates} />}
      <SettingRow id="diagnostics-row" name={diagnostics.name} description={diagnostics.explained}>
        <button
          type="button"
          class="btn compact"
          aria-describedby="diagnostics-row"
          onClick={() => send('dialog.open', { dialog: { kind: 'diagnostics' } })}
        >
          {diagnostics.act}
        </button>
      </SettingRow>
    </section>
  )
}
