import type { AppState } from '../../preload/contract/index.ts'
import { countdown } from '../../words/format.ts'
import { words } from '../../words/index.ts'
import { BusyButton } from '../parts/busy-button.tsx'
import { Gate, GateHead, Now, OutButton } from '../parts/gate.tsx'
import { Mark } from '../parts/mark.tsx'

const text = words.signIn.foreign

/** The page is on another domain than the platform's: named, and opened only if the user says so. */
export function ForeignHost(props: {
  state: AppState
  host: string
  leftMs: number
  onLeave: () => void
  onOpen: () => Promise<void>
}) {
  return (
    <Gate
      state={props.state}
      now={
        <Now
          sign={<Mark shape="waiting" size={20} />}
          title={text.now}
          explained={text.nowExplained(countdown(props.leftMs))}
        />
      }
    >
      <GateHead out={<OutButton text={words.app.back} act={props.onLeave} />} />
      <h1 tabIndex={-1}>{text.title}</h1>
      <p class="lede">{text.explained}</p>
      <p class="host">
        <bdi class="mono pick">{props.host}</bdi>
      </p>
      <div class="acts gap">
        <button type="button" class="btn primary" onClick={props.onLeave}>
          {text.dont}
        </button>
        <BusyButton class="" busyWords={text.opening} act={props.onOpen}>
          {text.open}
        </BusyButton>
      </div>
    </Gate>
  )
}
