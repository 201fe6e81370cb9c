import { chargeIdentity } from './account.ts'
import type { Context } from './context.ts'
import type { Call } from './http.ts'

/** Tracks charges without a response: a second request with such an idempotency key answers 409. */
export class InFlightCharges {
  private readonly firstCalls = new Map<string, Call>()

  begin(context: Context, call: Call): { end(): void } {
    const identity = chargeIdentity(context, call)
    if (identity !== null && !this.firstCalls.has(identity)) this.firstCalls.set(identity, call)
    return {
      end: () => {
        if (identity !== null && this.firstCalls.get(identity) === call) this.firstCalls.delete(identity)
      },
    }
  }

  /** True when an earlier call with the same key is still in flight. */
  isTaken(context: Context, call: Call): boolean {
    const identity = chargeIdentity(context, call)
    const first = identity === null ? undefined : this.firstCalls.get(identity)
    return first !== undefined && first !== call
  }
}
