import type { ProxyState } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { Strip } from './strip.tsx'

const text = words.proxyStrip

/** Stays until the proxy has its password, or is gone. */
export function ProxyStrip({ asked }: { asked: NonNullable<ProxyState['challenge']> }) {
  return (
    <Strip
      tone="warn"
      icon="lock"
      title={text.title(asked.proxy)}
      spoken={text.title(asked.proxy)}
      explained={asked.refused ? text.refused : text.explained}
      acts={
        <button
          type="button"
          class="btn s primary"
          onClick={() => send('dialog.open', { dialog: { kind: 'proxy-password' } })}
        >
          {text.act}
        </button>
      }
      actsBelow
    />
  )
}
