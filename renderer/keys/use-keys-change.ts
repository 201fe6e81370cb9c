import { useEffect, useRef, useState } from 'preact/hooks'
import type { Failure, KeysOperation, Organisation } from '../../preload/contract/index.ts'
import { send } from '../bridge.ts'
import { type CommandRunner, useCommand } from '../use-command.ts'

export type KeysChange = {
  /** The change is in progress, as the state tells. */
  readonly busy: boolean
  /** Why the command was refused, or why the change failed later. */
  readonly failure: Failure | null
  /** The name in the failed change; known even if the dialog was remounted. */
  readonly failedName: string | null
  readonly run: CommandRunner['run']
  /** Closes the dialog without cancelling the change. */
  readonly close: () => Promise<void>
}

/**
 * Follows the change of an app or a key that a dialog is for, and closes the dialog once the change has succeeded.
 * @param isOwn whether a change is the one of this dialog
 */
export function useKeysChange(
  { id, keys }: Organisation,
  isOwn: (change: KeysOperation) => boolean,
): KeysChange {
  const { failure, run: runCommand } = useCommand()
  const failed = keys.failed !== null && isOwn(keys.failed.operation) ? keys.failed : null
  const busy = keys.operation !== null && isOwn(keys.operation)
  // The state at the time of acceptance: only a later one tells how the change went.
  const latest = useRef(keys)
  latest.current = keys
  const [accepted, setAccepted] = useState<typeof keys | null>(null)
  const isDone = accepted !== null && keys !== accepted && keys.operation === null && failed === null
  useEffect(() => {
    if (isDone) void send('dialog.close', {})
  }, [isDone])
  useEffect(() => {
    if (failed !== null) setAccepted(null)
  }, [failed !== null])
  const run: CommandRunner['run'] = async (name, args) => {
    const isAccepted = await runCommand(name, args)
    setAccepted(isAccepted ? latest.current : null)
    return isAccepted
  }
  return {
    busy,
    failure: busy ? null : (failed?.failure ?? failure),
    failedName: failed?.operation.name ?? null,
    run,
    close: async () => {
      if (failed !== null) await send('keys.dismiss-failure', { organisationId: id })
      await send('dialog.close', {})
    },
  }
}
