import { useState } from 'preact/hooks'
import type { AppState } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { BusyButton } from '../parts/busy-button.tsx'
import { Gate, GateOpening, Now, OutButton } from '../parts/gate.tsx'
import { Icon } from '../parts/icon.tsx'

const text = words.signIn.consent

/** No keyring: asked before the person approves anything. The harmless answer is chosen. */
export function Consent({ state, canPersist }: { state: AppState; canPersist: boolean }) {
  const [where, setWhere] = useState<'memory' | 'disk'>('memory')
  return (
    <Gate
      state={state}
      now={<Now sign={<Icon name="unlock" />} title={text.now} explained={text.nowExplained} />}
    >
      <GateOpening
        shape="hollow"
        out={<OutButton text={words.app.cancel} act={() => send('sign-in.cancel', {})} />}
      />
      <h1 tabIndex={-1} id="where">
        {text.title}
      </h1>
      <p class="lede">{text.explained}</p>
      <div class="may" role="radiogroup" aria-labelledby="where">
        <label class="scope">
          <input
            type="radio"
            name="where"
            class="box round"
            checked={where === 'memory'}
            onChange={() => setWhere('memory')}
          />
          <span>
            <span class="name">{text.memory.name}</span>
            <span class="sub">{text.memory.explained}</span>
          </span>
        </label>
        <label class="scope">
          <input
            type="radio"
            name="where"
            class="box round"
            checked={where === 'disk'}
            disabled={!canPersist}
            onChange={() => setWhere('disk')}
          />
          <span>
            <span class="name">{text.disk.name}</span>
            <span class="sub">
              {canPersist ? (
                <>
                  <span class="warn-ink">{text.disk.risk}</span>
                  {text.disk.until}
                </>
              ) : (
                text.disk.impossible
              )}
            </span>
          </span>
        </label>
      </div>
      <div class="acts gap">
        <BusyButton
          class="primary"
          busyWords={words.signIn.ended.starting}
          act={() => send('sign-in.keep', { where })}
        >
          {text.go}
        </BusyButton>
        <button
          type="button"
          class="btn quiet"
          onClick={() => send('link.open', { destination: 'keyring-help' })}
        >
          {text.help}
          <Icon name="out" />
        </button>
      </div>
    </Gate>
  )
}
