import { useEffect, useState } from 'preact/hooks'
import type { AppState } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { Gate, GateOpening, Now } from '../parts/gate.tsx'
import { Icon } from '../parts/icon.tsx'

const text = words.signIn.restoring
/** Most keyrings open faster than this; then nothing flashes. */
const patienceMs = 400

/** What was kept is still being opened: nothing is claimed about who is signed in. */
export function Restoring({ state }: { state: AppState }) {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patienceMs)
    return () => clearTimeout(timer)
  }, [])
  return (
    <Gate
      state={state}
      now={
        late && (
          <Now sign={<Icon name="busy" class="spin" />} title={text.now} explained={text.nowExplained} />
        )
      }
    >
      <GateOpening shape="whole" />
      {late && (
        <>
          <h1 tabIndex={-1}>{text.title}</h1>
          <p class="lede">{text.explained}</p>
        </>
      )}
    </Gate>
  )
}
