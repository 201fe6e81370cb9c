/** The end of the settings: which program this is. */
import type { Updates } from '../../preload/contract/index.ts'
import { laterWords, words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { DiagnosticsRow } from './diagnostics-row.tsx'
import { Row } from './rows.tsx'
import { UpdatesRow } from './updates-row.tsx'

const text = laterWords.about

export function AboutGroup({ version, updates }: { version: string; updates: Updates | null }) {
  return (
    <section aria-labelledby="about-head">
      <h2 class="group-head" id="about-head">
        {text.group}
      </h2>
      <Row id="about-row" name={`${words.app.name} ${version}`} explained={text.unofficial}>
        <button
          type="button"
          class="btn s"
          onClick={() => send('dialog.open', { dialog: { kind: 'about' } })}
        >
          {text.open}
        </button>
      </Row>
      {updates !== null && <UpdatesRow updates={updates} />}
      <DiagnosticsRow />
    </section>
  )
}
