import { useEffect, useRef, useState } from 'preact/hooks'
import type { Failure, KeysOperation, Organisation } from '../../preload/contract/index.ts'
import { send } from '../bridge.ts'
import { type Act, useAct } from '../use-act.ts'

export type Deed = {
  /** It runs, as the state says. */
  readonly busy: boolean
  /** Why it didn't happen, be it refused at once or later. */
  readonly failure: Failure | null
  /** Of what failed, also after the dialog was made again; null when nothing did. */
  readonly failedName: string | null
  readonly act: Act['act']
  /** Leaves the dialog; what is under way goes on. */
  readonly close: () => Promise<void>
}

/** What a dialog of apps and keys is about: whether it runs, and why it failed. Once it is done, the dialog closes. */
export function useDeed({ id, keys }: Organisation, about: (doing: KeysOperation) => boolean): Deed {
  const { failure, act } = useAct()
  const failed = keys.failed !== null && about(keys.failed.operation) ? keys.failed : null
  const busy = keys.operation !== null && about(keys.operation)
  // What was known when it was accepted: whatever comes after that says how it goes.
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
  const keep: Act['act'] = async (name, args) => {
    const isAccepted = await act(name, args)
    setAccepted(isAccepted ? latest.current : null)
    return isAccepted
  }
  return {
    busy,
    failure: busy ? null : (failed?.failure ?? failure),
    failedName: failed?.operation.name ?? null,
    act: keep,
    close: async () => {
      if (failed !== null) await send('keys.dismiss-failure', { organisationId: id })
      await send('dialog.close', {})
    },
  }
}
