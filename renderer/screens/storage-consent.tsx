import { useState } from 'preact/hooks'
import type { AppState } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { BusyButton } from '../parts/busy-button.tsx'
import { Icon } from '../parts/icon.tsx'
import { ExitButton, SignInHead, SignInShell, SignInStatus } from '../parts/sign-in-shell.tsx'

const text = words.signIn.consent

/** Without a keyring, asks before the sign-in starts where to keep the tokens. Preselects memory, the safe choice. */
export function StorageConsentScreen({ state, canPersist }: { state: AppState; canPersist: boolean }) {
  const [where, setWhere] = useState<'memory' | 'disk'>('memory')
  return (
    <SignInShell
      state={state}
      status={<SignInStatus icon={<Icon name="unlock" />} title={text.now} description={text.nowExplained} />}
    >
      <SignInHead
        shape="outline"
        exit={<ExitButton label={words.app.cancel} onClick={() => send('sign-in.cancel', {})} />}
        title={text.title}
        titleId="where"
        explained={text.explained}
      />
      <div class="permissions" role="radiogroup" aria-labelledby="where">
        <label class="option">
          <input
            type="radio"
            name="where"
            class="checkbox round"
            checked={where === 'memory'}
            onChange={() => setWhere('memory')}
          />
          <span>
            <span class="name">{text.memory.name}</span>
            <span class="sub">{text.memory.explained}</span>
          </span>
        </label>
        <label class="option">
          <input
            type="radio"
            name="where"
            class="checkbox round"
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
      <div class="actions gap">
        <BusyButton
          class="primary"
          busyText={words.signIn.ended.starting}
          onClick={() => send('sign-in.keep', { where })}
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
    </SignInShell>
  )
}
