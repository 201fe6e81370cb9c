import type { ProxyState } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { Strip } from './strip.tsx'

const text = words.proxyStrip

/** Shown until the proxy has its password or is no longer used. */
export function ProxyStrip({ challenge }: { challenge: NonNullable<ProxyState['challenge']> }) {
  return (
    <Strip
      tone="warn"
      icon="lock"
      title={text.title}
      announcement={text.title}
      description={challenge.refused ? text.refused : text.explained}
      action={
        <button
          type="button"
          class="btn compact primary"
          onClick={() => send('dialog.open', { dialog: { kind: 'proxy-password' } })}
        >
          {text.act}
        </button>
      }
    />
  )
}
