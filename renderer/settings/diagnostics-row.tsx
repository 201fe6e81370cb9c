import { laterWords } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { Row } from './rows.tsx'

const text = laterWords.diagnostics.row

/** The way to the text that helps to find out what is wrong. */
export function DiagnosticsRow() {
  return (
    <Row id="diagnostics-row" name={text.name} explained={text.explained}>
      <button
        type="button"
        class="btn s"
        aria-describedby="diagnostics-row"
        onClick={() => send('dialog.open', { dialog: { kind: 'diagnostics' } })}
      >
        {text.act}
      </button>
    </Row>
  )
}
