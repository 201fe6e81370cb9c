import type {
  CommandArguments,
  CommandName,
  Failure,
  KeysDoing,
  Organisation,
} from '../../preload/contract/index.ts'
import { send } from '../bridge.ts'
import { useAct } from '../use-act.ts'

export type Deed = {
  /** It runs, as the state says. */
  readonly busy: boolean
  /** Why it didn't happen, be it refused at once or later. */
  readonly failure: Failure | null
  /** Of what failed, also after the dialog was made again; null when nothing did. */
  readonly failedName: string | null
  readonly act: <N extends CommandName>(name: N, args: CommandArguments<N>) => Promise<boolean>
  /** Leaves the dialog; what is under way goes on. */
  readonly close: () => Promise<void>
}

/** What a dialog of apps and keys is about: whether it runs, and why it failed. */
export function useDeed({ id, keys }: Organisation, about: (doing: KeysDoing) => boolean): Deed {
  const { failure, act } = useAct()
  const failed = keys.failed !== null && about(keys.failed.doing) ? keys.failed : null
  const busy = keys.doing !== null && about(keys.doing)
  return {
    busy,
    failure: busy ? null : (failed?.failure ?? failure),
    failedName: failed?.doing.name ?? null,
    act,
    close: async () => {
      if (failed !== null) await send('keys.put-away-failure', { organisationId: id })
      await send('dialog.close', {})
    },
  }
}
