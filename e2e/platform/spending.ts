import type { Context } from './context.ts'

const DAY_MS = 86_400_000

/** Returns a function that deducts the spending since its last call; it does nothing when `enabled` is false. */
export function createSpending(context: Context, enabled: boolean): () => void {
  let settledAt = context.clock.now()
  return () => {
    if (!enabled) return
    const now = context.clock.now()
    const elapsedMs = Math.max(0, now - settledAt)
    settledAt = now
    for (const one of context.state.organisations) {
      if (one.willInvoice || one.spendCentsPerDay <= 0) continue
      const spent = (one.spendCentsPerDay * elapsedMs) / DAY_MS
      one.creditBalanceCents = Math.max(one.pendingDebitCents, one.creditBalanceCents - spent)
    }
    context.changed()
  }
}
