import { chargeIdentity } from './account.ts'
import type { Context } from './context.ts'
import type { Call } from './http.ts'

/** Knows which charges have been asked for and not answered yet: their idempotency keys answer 409 meanwhile. */
export class RunningCharges {
  private readonly first = new Map<string, Call>()

  begin(context: Context, call: Call): { end(): void } {
    const identity = chargeIdentity(context, call)
    if (identity !== null && !this.first.has(identity)) this.first.set(identity, call)
    return {
      end: () => {
        if (identity !== null && this.first.get(identity) === call) this.first.delete(identity)
      },
    }
  }

  /** True when another call with the same key came first and is still without an answer. */
  isTaken(context: Context, call: Call): boolean {
    const identity = chargeIdentity(context, call)
    const first = identity === null ? undefined : this.first.get(identity)
    return first !== undefined && first !== call
  }
}
