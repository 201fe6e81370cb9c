import { useId } from 'preact/hooks'
import type { Organisation } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { sendCommand } from '../bridge.ts'
import { topUpCommand } from '../commands.ts'
import { isLow, isStale } from '../organisation-status.ts'
import { withShortcut } from '../shortcut-label.ts'

const text = words.overview

export function TopUpButton({ organisation }: { organisation: Organisation }) {
  const reason = disabledReason(organisation)
  const id = useId()
  return (
    <>
      <button
        type="button"
        class={reason === null && isLow(organisation) ? 'btn primary' : 'btn'}
        aria-disabled={reason !== null}
        aria-describedby={reason === null ? undefined : id}
        title={reason ?? withShortcut(text.topUp, { kind: 'top-up' })}
        onClick={() => {
          const command = topUpCommand(organisation)
          if (reason === null && command) void sendCommand(command)
        }}
      >
        {text.topUp}
      </button>
      {reason !== null && (
        <span class="unseen" id={id}>
          {reason}
        </span>
      )}
    </>
  )
}

/** Charging again while the outcome of a charge is unknown could charge twice. */
function disabledReason(organisation: Organisation): string | null {
  const { kind } = organisation.topUp
  if (kind === 'charging' || kind === 'unknown' || kind === 'too-old') return text.topUpOff.unknown
  if (isStale(organisation)) return text.topUpOff.stale
  return organisation.balance === null ? text.topUpOff.reading : null
}
