import type { ProxyState } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { Strip } from './strip.tsx'

const text = words.proxyStrip

/** Shown until the proxy has its password or is no longer used. */
export function ProxyStrip({ asked }: { asked: NonNullable<ProxyState['asked']> }) {
  return (
    <Strip
      tone="warn"
      icon="lock"
      title={text.title(asked.proxy)}
      announcement={text.title(asked.proxy)}
      description={asked.refused ? text.refused : text.explained}
      actions={
        <button
          type="button"
          class="btn compact primary"
          onClick={() => send('dialog.open', { dialog: { kind: 'proxy-password' } })}
        >
          {text.act}
        </button>
      }
      actionsBelow
    />
  )
}
