import { laterWords } from '../../words/index.ts'

/** Whether signing out also deletes the history and the key ledger. */
export function ForgetCheckbox(props: { checked: boolean; onChange: (checked: boolean) => void }) {
  return (
    <label class="option one">
      <input
        type="checkbox"
        class="checkbox"
        checked={props.checked}
        aria-describedby="forget-explained"
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span>
        <span class="name">{laterWords.dialogs.forget.name}</span>
        <span class="sub" id="forget-explained">
          {laterWords.dialogs.forget.explained}
        </span>
      </span>
    </label>
  )
}
